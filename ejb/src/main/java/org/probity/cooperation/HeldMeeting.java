package org.probity.cooperation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.probity.access.Signature;
import org.probity.calendar.Standstill;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/**
 * A meeting or a supervised look that took place: when, who was there, what was said or seen, as an officer wrote it down. The subject
 * reads it, in the portal or in a letter, and has a time to say once whether it is what was said: it speaks for them only as far as they
 * do not say otherwise. Of one that was posted an officer may record what they say, beside which their own word is kept, and counts.
 */
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

    /**
     * Null while it has to be posted; and where it was written down at a time when nobody was asked: it then speaks for them once they
     * have said so.
     */
    @Column(name = "say_by")
    private Instant sayBy;

    /** The letter with it, where they could not read it in the portal. */
    @Column(name = "letter_id")
    private Long letterId;

    /** Working days that they have from the day of service on, where it had to be posted. */
    @Column(name = "say_days")
    private Integer sayDays;

    @Column(name = "said_right")
    private Boolean right;

    @Column(name = "own_words", length = Checks.LONG_TEXT)
    private String ownWords;

    @Column(name = "said_at")
    private Instant saidAt;

    /** What somebody else recorded for them, or null. */
    @Embedded
    private RecordedWords recorded;

    /** What somebody recorded after that, or null: each is kept as it was written down. */
    @Embedded
    @AttributeOverride(name = "right", column = @Column(name = "later_right"))
    @AttributeOverride(name = "words", column = @Column(name = "later_words", length = Checks.LONG_TEXT))
    @AttributeOverride(name = "channel", column = @Column(name = "later_channel", length = 20))
    @AttributeOverride(name = "at", column = @Column(name = "later_at"))
    @AttributeOverride(name = "accountId", column = @Column(name = "later_account"))
    @AttributeOverride(name = "name", column = @Column(name = "later_name", length = 200))
    private RecordedWords later;

    protected HeldMeeting() {
    }

    /** @param sayBy until when the subject may say that it was not so; null where they cannot read it yet */
    HeldMeeting(CooperationRequest request, MeetingRecord record, Instant sayBy, Signature signed) {
        super(request, signed);
        this.heldAt = record.heldAt();
        this.present = record.present();
        this.minutes = record.minutes();
        this.minutesLong = record.minutesLong();
        this.sayBy = sayBy;
    }

    /** The subject cannot read it but in a letter: no time of theirs runs before they have that. @param days working days that they get then */
    void posted(Long letter, int days) {
        this.letterId = letter;
        this.sayDays = days;
        this.sayBy = null;
    }

    /** That letter is with them. */
    void served(Instant until) {
        this.sayBy = until;
    }

    /** Whether that letter was, or will be. */
    boolean isServed() {
        return letterId != null && sayBy != null;
    }

    /** Whether the letter with it has to be posted, and was not yet. */
    boolean isToPost() {
        return letterId != null && sayBy == null && saidAt == null;
    }

    /** The subject has read it. */
    void said(MinutesReply reply, Instant now) {
        this.right = reply.right();
        this.ownWords = reply.words();
        this.saidAt = now;
    }

    /** The subject has read it, and told an officer what they say of it. @throws Refusal STATE where they have told that twice */
    public void recorded(MinutesReply reply, Signature by) {
        Refusal.stateWhere(later != null, "cooperation.refused.recordMinutes");
        if (recorded == null) {
            this.recorded = new RecordedWords(reply, by);
        } else {
            this.later = new RecordedWords(reply, by);
        }
    }

    /** Until then at least they can say themself that it is otherwise, where it was with them. */
    void leaves(Instant until) {
        this.sayBy = sayBy != null && until.isAfter(sayBy) ? until : sayBy;
    }

    /**
     * Whether an officer may write down what the subject says of it, where it goes by post: while nothing is known but that it is right,
     * which they may take back. What somebody wrote to the board in time is not lost by when it was opened.
     */
    boolean mayBeRecorded() {
        return letterId != null && saidAt == null && later == null && (recorded == null || recorded.right());
    }

    /** The same of that: it is not said twice that it is right. */
    boolean mayBeRecorded(boolean itIsRight) {
        return mayBeRecorded() && (recorded == null || !itIsRight);
    }

    /** Whether the subject has time that runs to say something of it. */
    boolean isOpen(Instant now) {
        return sayBy != null && maySay(now);
    }

    /** Whether they may: once, and until that time. */
    boolean maySay(Instant now) {
        return saidAt == null && (sayBy == null || !now.isAfter(sayBy));
    }

    /**
     * The clocks stood still while they had time; since when a letter was with them is not kept, so to them nothing was given before, and
     * where an officer wrote down meanwhile what they say, their time is the one since then.
     */
    void shift(Standstill stood) {
        if (isOpen(stood.from())) {
            Instant begun = recordings().stream().map(RecordedWords::at).filter(stood.from()::isBefore).reduce(stood.from(), (earlier, last) -> last);
            this.sayBy = stood.moved(letterId == null ? signed().at() : begun, sayBy);
        }
    }

    /** What it says, as it was recorded. */
    public MeetingRecord record() {
        return new MeetingRecord(heldAt, present, minutes, minutesLong);
    }

    /** The letter with it, or null. */
    public Long letterId() {
        return letterId;
    }

    /** Working days from the day of service on, or null. */
    Integer sayDays() {
        return sayDays;
    }

    /** Until when the subject may say that it was not so, or null. */
    public Instant sayBy() {
        return sayBy;
    }

    /** Whether it is what was said, by the subject; null while they have not said. */
    public Boolean right() {
        return right;
    }

    /** What the subject says of it, or null. */
    public String ownWords() {
        return ownWords;
    }

    /** When the subject said so, or null. */
    public Instant saidAt() {
        return saidAt;
    }

    /** What officers recorded that they say of it, the first first; the last counts. */
    public List<RecordedWords> recordings() {
        return Stream.of(recorded, later).filter(Objects::nonNull).toList();
    }
}
