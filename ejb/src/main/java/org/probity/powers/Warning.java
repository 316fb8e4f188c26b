package org.probity.powers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.probity.account.WarningLeft;

/**
 * Where one person's word is enough after a day, whoever it concerns hears of it first and can stop it. Their day begins when the first
 * mail has left that tells them, and not when it was asked for; where none leaves, it takes a second person.
 */
@Embeddable
public class Warning {

    /** How long they have from then on. */
    public static final Duration DAY = Duration.ofHours(24);

    /** How the keys begin of the mails that tell of this and of nothing else. */
    @Column(name = "warning_key", length = 200, nullable = false, updatable = false)
    private String key;

    @Column(name = "warned_at")
    private Instant leftAt;

    protected Warning() {
    }

    /** @param key how the keys of its mails begin */
    public Warning(String key) {
        this.key = key;
    }

    /** Other mail is none of its concern, and after the first nothing changes any more. */
    public void hears(WarningLeft left) {
        if (leftAt == null && left.key().startsWith(key)) {
            leftAt = left.at();
        }
    }

    /** When their day is over; null as long as nobody was told. */
    public Instant until() {
        return leftAt == null ? null : leftAt.plus(DAY);
    }

    public boolean isOver(Instant now) {
        return leftAt != null && !now.isBefore(until());
    }

    public String key() {
        return key;
    }
}
