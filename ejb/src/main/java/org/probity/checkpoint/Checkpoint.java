package org.probity.checkpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.probity.audit.Canonical;
import org.probity.kernel.Days;
import org.probity.tenancy.BoardOwned;

/** A signed checkpoint as the database keeps it; the same line lies in a file outside. */
@Entity
@Immutable
@Table(name = "audit_checkpoint")
public class Checkpoint extends BoardOwned {

    /** One that was begun at the end of a day may have been signed after midnight. */
    private static final Duration LATEST = Duration.ofMinutes(10);

    @Column(name = "for_day")
    private LocalDate day;

    @Column(nullable = false)
    private long seq;

    @Column(length = 43, nullable = false)
    private String hash;

    @Column(name = "at_time", nullable = false)
    private Instant at;

    @Column(name = "key_id", length = 16, nullable = false)
    private String key;

    @Column(length = 100, nullable = false)
    private String signature;

    @Column(name = "made_by", length = 200, nullable = false)
    private String madeBy;

    protected Checkpoint() {
    }

    /** @param day the London day it is the daily one of; null for one that somebody asked for */
    public Checkpoint(SignedCheckpoint signed, LocalDate day, String madeBy) {
        this.day = day;
        this.seq = signed.seq();
        this.hash = signed.hash();
        this.at = Instant.parse(signed.at());
        this.key = signed.key();
        this.signature = signed.signature();
        this.madeBy = madeBy;
    }

    SignedCheckpoint signed() {
        return new SignedCheckpoint(board(), seq, hash, Canonical.time(at), key, signature);
    }

    /** Whether it was signed on the day it says it is of: the day is not among what is signed. */
    boolean isOfItsDay() {
        return day == null || day.equals(Days.of(at)) || day.equals(Days.of(at.minus(LATEST)));
    }

    CheckpointLine shown() {
        return new CheckpointLine(at, seq, key, day == null, madeBy);
    }
}
