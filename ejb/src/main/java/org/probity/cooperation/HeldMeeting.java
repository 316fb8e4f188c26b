package org.probity.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.identity.Signature;
import org.probity.kernel.Checks;

/** A meeting or a supervised look that took place: when, who was there, what was said or seen. */
@Entity
@Table(name = "cooperation_meeting")
public class HeldMeeting extends CooperationRow {

    @Column(name = "held_at", nullable = false)
    private Instant heldAt;

    @Column(name = "who_was_there", length = 1000, nullable = false)
    private String present;

    @Column(length = Checks.LONG_TEXT, nullable = false)
    private String minutes;

    @Column(name = "minutes_long")
    private Integer minutesLong;

    protected HeldMeeting() {
    }

    HeldMeeting(CooperationRequest request, MeetingRecord record, Signature signed) {
        super(request, signed);
        this.heldAt = record.heldAt();
        this.present = record.present();
        this.minutes = record.minutes();
        this.minutesLong = record.minutesLong();
    }

    /** What it says, as it was recorded. */
    public MeetingRecord record() {
        return new MeetingRecord(heldAt, present, minutes, minutesLong);
    }
}
