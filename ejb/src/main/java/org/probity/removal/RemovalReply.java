package org.probity.removal;

import java.time.LocalDate;
import java.util.List;

/**
 * What the subject answers.
 *
 * @param itemIds what was removed, where it was only some of it
 * @param words the subject's own words; required where they disagree
 * @param askedUntil the day they ask for, where they need more time; may be null
 * @param channel how the answer came in; only an officer records one that did not come through the portal
 */
public record RemovalReply(Answer answer, List<Long> itemIds, String words, LocalDate askedUntil, Channel channel) {

    /** The five answers a subject may give. */
    public enum Answer { REMOVED, PARTLY, DISPUTED, NOT_MINE, MORE_TIME }

    /** How an answer reached the board. */
    public enum Channel { PORTAL, LETTER, EMAIL, TELEPHONE, IN_PERSON }

    public RemovalReply {
        itemIds = itemIds == null ? List.of() : List.copyOf(itemIds);
        channel = channel == null ? Channel.PORTAL : channel;
    }

    /** An answer given in the portal. */
    public RemovalReply(Answer answer, List<Long> itemIds, String words, LocalDate askedUntil) {
        this(answer, itemIds, words, askedUntil, Channel.PORTAL);
    }

    boolean saysRemoved(RemovalItem item) {
        return answer == Answer.REMOVED || answer == Answer.PARTLY && itemIds.contains(item.id());
    }
}
