package org.probity.cooperation;

/**
 * What the subject says of the minutes of a meeting.
 *
 * @param right whether they say what was said
 * @param words what was said instead; needed where they do not
 * @param channel how it came in; only an officer records what did not come through the portal
 */
public record MinutesReply(Boolean right, String words, CooperationReply.Channel channel) {

    public MinutesReply {
        channel = channel == null ? CooperationReply.Channel.PORTAL : channel;
    }

    /** One that is given in the portal. */
    public MinutesReply(Boolean right, String words) {
        this(right, words, CooperationReply.Channel.PORTAL);
    }
}
