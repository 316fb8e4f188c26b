package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.calendar.ReplyDays;
import org.probity.calendar.WorkingDays;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRound.Term;
import org.probity.correspondence.LetterPostings;
import org.probity.files.Upload;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Boards;

/** What input about a request for help must hold. No text of it may give away a password. */
@Dependent
class CooperationRules {

    /** Working days after a meeting within which another time may be named for it, as a worker may for a hearing (Employment Relations Act 1999, s. 10). */
    private static final int OTHER_TIME = 5;

    /** Working days in which whoever has a way to it can say otherwise than an officer recorded for them. */
    private static final int TO_SAY_OTHERWISE = 2;

    @Inject
    private ReplyDays replyDays;

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /**
     * What is asked, on which ground, with time to answer; for a meeting when and where; for a look its scope.
     *
     * @param alleged what is alleged in the case
     */
    void check(NewCooperation asked, List<Long> alleged) {
        CooperationKind kind = asked.kind();
        Checks checks = new Checks().required("kind", kind).text("ask", asked.ask(), Checks.LONG_TEXT)
                .text("ground", asked.ground(), Checks.LONG_TEXT)
                .max("scope", asked.scope(), Checks.LONG_TEXT)
                .that(kind == null || !kind.looks() || said(asked.scope()), "scope", "cooperation.refused.scope");
        checks.that(kind != CooperationKind.STATEMENT || !asked.allegationIds().isEmpty(), "allegationIds", "cooperation.refused.whatIsAlleged")
                .that(kind == null || kind.puts() || asked.allegationIds().isEmpty(), "allegationIds", "cooperation.refused.notPutThus")
                .that(alleged.containsAll(asked.allegationIds()), "allegationIds", "cooperation.refused.notAlleged");
        replyDays.check(checks, "deadline", asked.deadline());
        if (kind != null && kind.meets()) {
            meeting(checks, "meetingAt", asked.meetingAt());
            checks.text("place", asked.place(), 500);
        }
        checks.done();
    }

    private void meeting(Checks checks, String field, Instant at) {
        checks.required(field, at)
                .that(at == null || at.isAfter(clock.instant()), field, "cooperation.refused.meetingPast")
                .that(at == null || at.isBefore(clock.instant().plus(Duration.ofDays(366))), field, "calendar.refused.deadlineFar");
    }

    /** The subject's answer. @param round the one that runs */
    static void check(CooperationReply reply, List<Upload> files, CooperationRound round, Instant now) {
        boolean nothing = !said(reply.words()) && (files == null || files.isEmpty());
        Instant other = reply.otherTime();
        new Checks().required("answer", reply.answer())
                .max("words", reply.words(), Checks.LONG_TEXT)
                .that(reply.answer() != Answer.ANSWERED || !nothing, "words", "cooperation.refused.sayAnswer")
                .that(reply.answer() != Answer.OTHER_DATE || said(reply.words()) || other != null, "words", "cooperation.refused.sayWhen")
                .that(other == null || reply.answer() == Answer.OTHER_DATE && round.otherUntil() != null, "otherTime", "cooperation.refused.noOtherTime")
                .that(reply.answer() != Answer.OTHER_DATE || round.otherUntil() == null || !now.isAfter(round.otherUntil()), "answer",
                        "cooperation.refused.otherTimeOver", round.otherUntil())
                .that(other == null || other.isAfter(now), "otherTime", "cooperation.refused.meetingPast")
                .that(other == null || round.otherUntil() == null || !other.isAfter(round.otherUntil()), "otherTime",
                        "cooperation.refused.otherTimeLate", round.otherUntil())
                .max("companion", reply.companion(), 200)
                .max("adjustments", reply.adjustments(), 1000)
                .done();
    }

    /** Whom their silence has not heard can say otherwise than somebody records for them now, once a letter of now is with them. */
    void leaveTime(CooperationRequest request, CooperationReply reply) {
        if (reply.channel() != CooperationReply.Channel.PORTAL) {
            int inThePost = request.round().answerDays() == null ? 0 : LetterPostings.DAYS_IN_THE_POST;
            request.leaves(replyDays.end(null, TO_SAY_OTHERWISE + inThePost));
        }
    }

    void check(MeetingRecord record, CooperationRound round) {
        check(record, round, clock.instant());
    }

    /** It took place on the day that was agreed or later: one that was moved is asked for anew. @param round whose letter asked for it */
    static void check(MeetingRecord record, CooperationRound round, Instant now) {
        Integer length = record.minutesLong();
        Instant held = record.heldAt();
        new Checks().required("heldAt", held).moment("heldAt", held)
                .that(held == null || !held.isAfter(now), "heldAt", "cooperation.refused.notYet")
                .that(held == null || round.meetingAt() == null || !Days.of(held).isBefore(Days.of(round.meetingAt())), "heldAt", "cooperation.refused.beforeAgreed", round.meetingAt())
                .that(held == null || round.sentAt() == null || !held.isBefore(round.sentAt()), "heldAt", "cooperation.refused.beforeLetter", round.sentAt())
                .text("present", record.present(), 1000).text("minutes", record.minutes(), Checks.LONG_TEXT)
                .that(length == null || length > 0 && length <= 24 * 60, "minutesLong", "cooperation.refused.length")
                .done();
    }

    /** What the subject says of the minutes: where they are wrong, what was said instead. @param own whether they say it themself */
    static void check(MinutesReply reply, boolean own) {
        new Checks().required("right", reply.right()).max("words", reply.words(), Checks.LONG_TEXT)
                .that(!Boolean.FALSE.equals(reply.right()) || said(reply.words()), "words", "cooperation.refused.sayWhatWasSaid")
                .that(own == (reply.channel() == CooperationReply.Channel.PORTAL), "channel", own ? "cooperation.refused.ownChannel" : "cooperation.refused.channel").done();
    }

    /** The end of the board's usual time to answer, from now on. */
    Instant sayBy() {
        return replyDays.end(null, boards.board().deadlines().cooperationDays());
    }

    /** The file stays open until the password has been changed: that is what protects the person. */
    void check(AccessEnd end, Instant givenAt) {
        new Checks().required("endedAt", end.endedAt()).moment("endedAt", end.endedAt())
                .that(end.endedAt() == null || !end.endedAt().isAfter(clock.instant()), "endedAt", "cooperation.refused.notYet")
                .that(end.endedAt() == null || givenAt == null || !end.endedAt().isBefore(givenAt.minus(Duration.ofDays(1))),
                        "endedAt", "cooperation.refused.beforeGiven")
                .that(end.passwordChanged(), "passwordChanged", "cooperation.refused.passwordNotChanged")
                .done();
    }

    /** Authority to ask for access is given or refused with reasons. */
    static void reasons(String reasons) {
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
    }

    /**
     * Nobody goes on without whoever was not reached and can be asked again; without whoever has no way to a letter they do, and hold
     * nothing against them.
     *
     * @param readable whether the subject has a way to a letter now
     */
    static void silence(CooperationRequest request, CooperationDecision.Silence result, boolean readable) {
        if (result == CooperationDecision.Silence.PROCEED && request.round().overdueAt() == null && readable) {
            throw Refusal.state("cooperation.refused.silence");
        }
    }

    /** A decision needs its choice; asking again needs reasons, time to answer and, for a meeting, a new date. */
    void decision(CooperationRequest request, Enum<?> result, boolean asksAgain, String reasons, Again again) {
        Checks checks = new Checks().required("result", result).max("reasons", reasons, Checks.LONG_TEXT);
        if (asksAgain) {
            checks.required("reasons", reasons);
            replyDays.check(checks, "newDeadline", again.deadline());
            if (request.kind().meets()) {
                Instant next = meetingAgain(request, again);
                meeting(checks, "newMeetingAt", next);
                checks.that(next == null || wished(request).isEmpty() || !next.equals(request.round().meetingAt()), "newMeetingAt",
                        "cooperation.refused.sameMeeting");
                checks.that(!request.isToBeMoved() || next == null || !next.equals(request.round().meetingAt()), "newMeetingAt",
                        "cooperation.refused.movedTo");
            }
        }
        checks.done();
    }

    /** By when and to which meeting, asking anew; null for the board's usual time, and for the time to meet that they named, or the same. */
    record Again(LocalDate deadline, Instant meetingAt) {
    }

    Term first(NewCooperation asked) {
        boolean meets = asked.kind().meets();
        return term(asked.deadline(), meets ? asked.meetingAt() : null, meets ? asked.place() : null);
    }

    Term next(CooperationRequest request, Again again) {
        return term(again.deadline(), meetingAgain(request, again), request.round().place());
    }

    private static Instant meetingAgain(CooperationRequest request, Again again) {
        return again.meetingAt() != null ? again.meetingAt()
                : wished(request).map(CooperationAnswer::otherTime).orElse(wished(request).isPresent() ? null : request.round().meetingAt());
    }

    /** That they wish another time than the one of the round that runs. */
    private static Optional<CooperationAnswer> wished(CooperationRequest request) {
        return request.answer().filter(last -> last.answer() == Answer.OTHER_DATE && last.round() == request.round().number());
    }

    /** The board's usual time never runs beyond the meeting itself. */
    private Term term(LocalDate deadline, Instant meetingAt, String place) {
        Instant end = replyDays.end(deadline, boards.board().deadlines().cooperationDays());
        boolean beyond = deadline == null && meetingAt != null && end.isAfter(meetingAt);
        return new Term(beyond ? replyDays.endBefore(meetingAt) : end, meetingAt, place, meetingAt == null ? null : workingDays.plus(meetingAt, OTHER_TIME));
    }

    /** That end, or where it is too near or past, the end of the next working day. */
    Instant atLeastTomorrow(Instant end) {
        Instant soonest = replyDays.end(null, 1);
        return end.isBefore(soonest) ? soonest : end;
    }

    private static boolean said(String words) {
        return words != null && !words.isBlank();
    }
}
