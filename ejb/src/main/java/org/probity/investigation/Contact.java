package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.probity.calendar.Standstill;
import org.probity.calendar.TimeGiven;

/**
 * Whether the subject of a case may be contacted, and since when they may not; since when they are not asked, as it may be a protected
 * disclosure; since when they can say nothing in it, as it has ended; and until when the case has given back what its clocks stood still, for
 * one of these or for a pause: see {@link Standstill}.
 */
@Embeddable
public class Contact {

    @Column(name = "contact_allowed", nullable = false)
    private boolean allowed;

    @Column(name = "contact_stopped_at")
    private Instant stoppedAt;

    @Column(name = "contact_forbidden", nullable = false)
    private boolean forbidden;

    @Column(name = "given_until")
    private Instant givenUntil;

    @Column(name = "stood", length = 2000)
    private String stood;

    /** The same when contact was stopped last: a pause since then has given back its own time. */
    @Column(name = "given_before_stop")
    private Instant givenBeforeStop;

    @Column(name = "stood_before_stop", length = 2000)
    private String stoodBeforeStop;

    /** Null while whatever they do not say counts. */
    @Column(name = "unasked_since")
    private Instant unaskedSince;

    /** As before a stop, when that began. */
    @Column(name = "given_before_unasked")
    private Instant givenBeforeUnasked;

    @Column(name = "stood_before_unasked", length = 2000)
    private String stoodBeforeUnasked;

    /** Null while the case has not ended; where it was paused until then, since when that was. */
    @Column(name = "ended_since")
    private Instant endedSince;

    /** As before a stop, when that began. */
    @Column(name = "given_before_end")
    private Instant givenBeforeEnd;

    @Column(name = "stood_before_end", length = 2000)
    private String stoodBeforeEnd;

    protected Contact() {
    }

    /**
     * They may be contacted from now on, or may not. In a case that has ended their time stands still whichever it is.
     *
     * @return since when they might not before, where that is to be given back; now where they might
     */
    public Instant decide(boolean may, Instant now) {
        Instant since = stoppedAt == null ? now : stoppedAt;
        this.givenBeforeStop = stoppedAt == null ? givenUntil : givenBeforeStop;
        this.stoodBeforeStop = stoppedAt == null ? stood : stoodBeforeStop;
        this.allowed = may;
        this.stoppedAt = may ? null : since;
        return may && endedSince != null ? standStill(since, now) : since;
    }

    private Instant standStill(Instant since, Instant now) {
        if (since.isBefore(endedSince)) {
            this.endedSince = since;
            this.givenBeforeEnd = givenBeforeStop;
            this.stoodBeforeEnd = stoodBeforeStop;
        }
        return now;
    }

    /** Somebody has heard that they may not be: no gate allows it then, until whoever hears so takes that back. */
    public void forbid(boolean heard) {
        this.forbidden = heard;
    }

    /** The case goes on. @param since when their time would stand for want of contact alone; not looked at where nobody stopped it */
    void resume(Instant since) {
        this.stoppedAt = stoppedAt == null ? null : since;
    }

    /** It may be a protected disclosure: from now on no silence of theirs counts. */
    public void stopAsking(Instant now) {
        if (unaskedSince == null) {
            this.unaskedSince = now;
            this.givenBeforeUnasked = givenUntil;
            this.stoodBeforeUnasked = stood;
        }
    }

    /**
     * It is none. Where they may not be contacted now, all their time stands still since the earlier of both, and is given back together.
     *
     * @return since when no silence of theirs counted, where that is to be given back at once
     */
    public Optional<Instant> askAgain() {
        Optional<Instant> since = Optional.ofNullable(unaskedSince);
        this.unaskedSince = null;
        if (stoppedAt != null && since.filter(stoppedAt::isAfter).isPresent()) {
            this.stoppedAt = since.get();
            this.givenBeforeStop = givenBeforeUnasked;
            this.stoodBeforeStop = stoodBeforeUnasked;
        }
        return since.filter(any -> stoppedAt == null);
    }

    /** From now on nobody can say anything in the case. @param since null where that is not known */
    void ended(Instant since) {
        if (endedSince == null) {
            this.endedSince = since;
            this.givenBeforeEnd = givenUntil;
            this.stoodBeforeEnd = stood;
        }
    }

    /**
     * The case runs again. Where they may not be contacted, or are not asked, all their time stands still since the earliest of these, and is
     * given back together.
     *
     * @return since when they could say nothing, where that is to be given back at once
     */
    public Optional<Instant> openedAgain() {
        Optional<Instant> since = Optional.ofNullable(endedSince);
        this.endedSince = null;
        if (stoppedAt != null && since.filter(stoppedAt::isAfter).isPresent()) {
            this.stoppedAt = since.get();
            this.givenBeforeStop = givenBeforeEnd;
            this.stoodBeforeStop = stoodBeforeEnd;
        }
        if (unaskedSince != null && since.filter(unaskedSince::isAfter).isPresent()) {
            this.unaskedSince = since.get();
            this.givenBeforeUnasked = givenBeforeEnd;
            this.stoodBeforeUnasked = stoodBeforeEnd;
        }
        return since.filter(any -> stoppedAt == null && unaskedSince == null);
    }

    /** Its clocks stood still, and what ran has moved by that. */
    public void gave(Standstill again) {
        this.unaskedSince = unaskedSince == null ? null : again.countedAnew(unaskedSince);
        this.endedSince = endedSince == null ? null : again.countedAnew(endedSince);
        TimeGiven all = given().and(again);
        this.givenUntil = all.until();
        this.stood = all.text();
    }

    /** What has been given back of the time that its clocks stood. */
    public TimeGiven given() {
        return TimeGiven.of(givenUntil, stood);
    }

    /** The same when contact was stopped last. */
    public TimeGiven givenBeforeStop() {
        return TimeGiven.of(givenBeforeStop, stoodBeforeStop);
    }

    /** The same when they were asked last. */
    public TimeGiven givenBeforeUnasked() {
        return TimeGiven.of(givenBeforeUnasked, stoodBeforeUnasked);
    }

    /** The same when the case ended last. */
    public TimeGiven givenBeforeEnd() {
        return TimeGiven.of(givenBeforeEnd, stoodBeforeEnd);
    }

    public boolean allowed() {
        return allowed;
    }

    public Instant stoppedAt() {
        return stoppedAt;
    }

    public boolean forbidden() {
        return forbidden;
    }
}
