package org.probity.cooperation;

import java.time.Instant;
import org.probity.kernel.Language;

/**
 * What the subject answers.
 *
 * @param words in the subject's own words: the answer itself, their reasons for declining, or the times that suit them
 * @param companion who comes along, if anybody
 * @param adjustments what they need to take part
 * @param language the one they wish to speak and be written to in, or null
 * @param channel how the answer came in; only an officer records one that did not come through the portal
 * @param otherTime when they would rather meet, with OTHER_DATE; may be null
 */
public record CooperationReply(Answer answer, String words, String companion, String adjustments, Language language,
        Channel channel, Instant otherTime) {

    /** AGREED: to what was asked. ANSWERED: the words or files are the answer. OTHER_DATE: another time is wished. */
    public enum Answer { AGREED, ANSWERED, DECLINED, OTHER_DATE }

    /** How an answer reached the board. */
    public enum Channel { PORTAL, LETTER, EMAIL, TELEPHONE, IN_PERSON }

    public CooperationReply {
        channel = channel == null ? Channel.PORTAL : channel;
    }

    /** One that names no other time. */
    public CooperationReply(Answer answer, String words, String companion, String adjustments, Language language, Channel channel) {
        this(answer, words, companion, adjustments, language, channel, null);
    }

    /** An answer given in the portal. */
    public CooperationReply(Answer answer, String words, String companion, String adjustments, Language language) {
        this(answer, words, companion, adjustments, language, Channel.PORTAL);
    }
}
