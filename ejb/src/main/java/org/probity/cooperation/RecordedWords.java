package org.probity.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.probity.access.Signature;
import org.probity.kernel.Checks;

/**
 * What the subject says of minutes that they had by post, as an officer wrote it down for them.
 *
 * @param right whether they say what was said
 * @param words what was said instead, or null
 * @param channel how it reached the board
 */
@Embeddable
public record RecordedWords(
        @Column(name = "recorded_right") Boolean right,
        @Column(name = "recorded_words", length = Checks.LONG_TEXT) String words,
        @Enumerated(EnumType.STRING) @Column(name = "recorded_channel", length = 20) CooperationReply.Channel channel,
        @Column(name = "recorded_at") Instant at,
        @Column(name = "recorded_account") Long accountId,
        @Column(name = "recorded_name", length = 200) String name) {

    RecordedWords(MinutesReply reply, Signature by) {
        this(reply.right(), reply.words(), reply.channel(), by.at(), by.accountId(), by.name());
    }
}
