package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Signature;
import org.probity.calendar.Stood;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationDecision.Silence;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.cooperation.CooperationRound.Term;
import org.probity.correspondence.AskingWanted;
import org.probity.correspondence.SubjectLetters;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Refusal;
import org.probity.member.Person;
import org.probity.worklist.Work;

/** Nobody asks a subject for help who may not be contacted, and nobody goes on without them for that. */
class CooperationContactTest {

    private static final Clock CLOCK = Clock.fixed(SampleCooperation.NOW, ZoneOffset.UTC);
    private static final String FORBIDDEN = "investigation.refused.contact";
    private static final String UNDECIDED = "detection.refused.disclosureUndecided";

    private final TestDatabase database = TestDatabase.get();
    private final List<String> told = new ArrayList<>();
    private boolean arriving;
    private final HeldCase held = new HeldCase().contact(false);
    private String reason;

    static Stream<Arguments> writing() {
        return Stream.of(
                act(Status.AUTHORITY_WANTED, cooperations -> cooperations.authorise(1L, true, "Necessary")),
                act(Status.SENDING, cooperations -> cooperations.send(1L)),
                act(Status.REPLIED, cooperations -> cooperations.considerReply(1L, Consideration.ASK_AGAIN, "Once more", null, null)),
                act(Status.OVERDUE, cooperations -> cooperations.decideOnSilence(1L, Silence.ASK_AGAIN, "Once more", null, null)),
                act(Status.OVERDUE, cooperations -> cooperations.decideOnSilence(1L, Silence.PROCEED, "No word", null, null)));
    }

    static Stream<Arguments> ending() {
        return Stream.of(
                act(Status.AUTHORITY_WANTED, cooperations -> cooperations.authorise(1L, false, "Too much")),
                act(Status.REPLIED, cooperations -> cooperations.considerReply(1L, Consideration.ENOUGH, null, null, null)));
    }

    private static Arguments act(Status at, Consumer<Cooperations> act) {
        return Arguments.of(at, act);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whateverWouldWriteToThemOrBlameTheirSilenceIsRefused(Status at, Consumer<Cooperations> act) {
        CooperationRequest request = SampleCooperation.in(at);
        assertThat(refused(request, act)).isEqualTo(FORBIDDEN);
        mayBeContacted(true);
        assertThat(refused(request, act)).as("nor where they may not be asked").isEqualTo(UNDECIDED);
        assertThat(request.status()).isEqualTo(at);
    }

    @ParameterizedTest
    @MethodSource("ending")
    void whatEndsTheRequestIsDecided(Status at, Consumer<Cooperations> act) {
        CooperationRequest request = SampleCooperation.in(at);
        run(request, act);
        assertThat(request.status().ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noReminderGoesOutAndThatIsKept(boolean contact) {
        mayBeContacted(contact);
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        run(request, cooperations -> cooperations.remind(1L, 1));
        assertThat(held.kept()).containsExactly("cooperation.heldBack");
        assertThat(request.round().reminders()).isZero();
    }

    /** A letter that is posted now, say. */
    @Test
    void noReminderGoesOutThatWouldBeThereOnlyOnceTheirTimeIsOver() {
        held.contact(true);
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        run(request, cooperations -> cooperations.remind(1L, 1));
        assertThat(request.round().reminders()).isZero();
        assertThat(held.kept()).isEmpty();
    }

    /** Nothing may be sent to them while they may not be contacted: what to do about that waits too. */
    @Test
    void theOfficerHearsThatTheyHaveNoWayToItAnyMoreOnceTheyMayBeContacted() {
        held.readable(false);
        database.call("chscb", entities -> persisted(CooperationKind.STATEMENT, entities));
        database.run("chscb", entities -> end(entities).goOn(new ContactAllowed(held.reference(), Stood.until(SampleCooperation.NOW, 3))));
        assertThat(told).containsExactly("cooperation.unreadable");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeadlineThatPassesMeanwhileIsNeverHeldAgainstThem(boolean contact) {
        mayBeContacted(contact);
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        run(request, cooperations -> cooperations.markOverdue(1L));
        assertThat(request.round().overdueAt()).isNull();
        assertThat(held.kept()).containsExactly("cooperation.heldBack");
        held.contact(true);
        reason = null;
        assertThat(refused(request, cooperations -> cooperations.decideOnSilence(1L, Silence.PROCEED, "No word", null, null)))
                .isEqualTo("cooperation.refused.silence");
        run(request, cooperations -> cooperations.decideOnSilence(1L, Silence.ASK_AGAIN, "They could not be asked", null, null));
        assertThat(request.status()).isEqualTo(Status.SENDING);
    }

    /** Whoever has no account any more, or to whom no mail goes, cannot have read what they did not answer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silenceCountsOnlyWhereTheyHadAWayToTheLetter(boolean way) {
        held.contact(true).readable(way);
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        run(request, cooperations -> cooperations.markOverdue(1L));
        assertThat(request.status()).isEqualTo(Status.OVERDUE);
        assertThat(request.round().overdueAt() != null).isEqualTo(way);
        assertThat(held.kept()).containsExactly(way ? "cooperation.overdue" : "cooperation.unread");
    }

    /** Otherwise a case about somebody who has left could never be closed. */
    @Test
    void theInvestigationGoesOnWithoutWhoeverHasNoWayToALetterAndHoldsNothingAgainstThem() {
        held.contact(true).readable(false);
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        run(request, cooperations -> cooperations.markOverdue(1L));
        Consumer<Cooperations> proceed = cooperations -> cooperations.decideOnSilence(1L, Silence.PROCEED, "They have left", null, null);
        held.readable(true);
        assertThat(refused(request, proceed)).as("they can be asked now").isEqualTo("cooperation.refused.silence");
        held.readable(false);
        run(request, proceed);
        assertThat(request.status()).isEqualTo(Status.PROCEEDED);
        assertThat(request.round().overdueAt()).isNull();
    }

    @Test
    void anAnswerThatComesMeanwhileIsNotLate() {
        assertThat(SampleCooperation.sent(CooperationKind.STATEMENT).replied(SampleCooperation.reply(Answer.ANSWERED),
                new Signature(SampleCooperation.REPLY_BY.plusSeconds(60), 12L, "Sam")).late()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = CooperationKind.class, names = {"STATEMENT", "ACCESS"})
    void theirTimeStandsStillMeanwhile(CooperationKind kind) {
        Long id = database.call("chscb", entities -> persisted(kind, entities));
        String key = held.reference() + "/C" + id;
        database.run("chscb", entities -> end(entities).stop(new ContactStopped(held.reference())));
        assertThat(held.clocks()).containsExactly("suspend [" + key + "]");
        database.run("chscb", entities -> end(entities).goOn(new ContactAllowed(held.reference(), Stood.since(SampleCooperation.NOW, 3))));
        assertThat(held.clocks()).last().isEqualTo("resume [" + key + ", " + Stood.since(SampleCooperation.NOW, 3) + "]");
        database.run("chscb", entities -> assertThat(entities.find(CooperationRequest.class, id).replyBy())
                .isEqualTo(Instant.parse("2026-12-09T17:00:00Z")));
    }

    @Test
    void timeToSayOtherwiseThanWasRecordedIsGivenBackAfterTheEndToo() {
        Long id = database.call("chscb", entities -> {
            CooperationRequest request = entities.find(CooperationRequest.class, persisted(CooperationKind.STATEMENT, entities));
            entities.persist(request.replied(SampleCooperation.recorded(CooperationReply.Answer.ANSWERED), SampleCooperation.OFFICER));
            request.considered(CooperationDecision.Consideration.ENOUGH, "It answers everything", null, SampleCooperation.OFFICER);
            request.decisions().forEach(entities::persist);
            return request.id();
        });
        database.run("chscb", entities -> end(entities).goOn(new ContactAllowed(held.reference(), Stood.since(SampleCooperation.NOW, 3))));
        database.run("chscb", entities -> end(entities).move(new ClocksResumed(held.reference(), Stood.since(SampleCooperation.NOW, 1))));
        assertThat(database.<Instant>call("chscb", entities -> entities.find(CooperationRequest.class, id).replyBy()))
                .isEqualTo(Instant.parse("2026-12-10T17:00:00Z"));
    }

    private Long persisted(CooperationKind kind, EntityManager entities) {
        CooperationRequest request = new CooperationRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2),
                new NewCooperation(kind, "An account", "The photograph", null, null, null, "Posts", null), new Term(SampleCooperation.REPLY_BY, null, null, null),
                SampleCooperation.OFFICER);
        entities.persist(request);
        if (!kind.needsAuthority()) {
            request.sent(null, SampleCooperation.NOW);
        }
        return request.id();
    }

    private CooperationEnd end(EntityManager entities) {
        return TestDatabase.wire(new CooperationEnd(), entities, CLOCK, held.clockwork(), TestDatabase.wire(new Work(), entities, CLOCK), post(),
                TestDatabase.wire(new MinutesPost(), entities, CLOCK, held.directory()));
    }

    /** Where they may be, it may be a protected disclosure. */
    private void mayBeContacted(boolean contact) {
        held.contact(contact);
        reason = contact ? UNDECIDED : null;
    }

    private void asked(AskingWanted wanted) {
        if (reason != null) {
            wanted.refuse(reason);
        }
    }

    private String refused(CooperationRequest request, Consumer<Cooperations> act) {
        return catchThrowableOfType(Refusal.class, () -> run(request, act)).problems().get(0).key();
    }

    private void run(CooperationRequest request, Consumer<Cooperations> act) {
        CurrentCaller.run(Caller.system(), () -> act.accept(cooperations(request)));
    }

    private CooperationPost post() {
        return TestDatabase.wire(new CooperationPost(), held.investigations(), held.directory(), CLOCK, new Fired<AskingWanted>(this::asked), new DeskMail() {
            @Override
            public void officer(String of, String key, String template) {
                told.add(template);
            }
        }, new SubjectLetters() {
            @Override
            public boolean arrives(Person to, Instant before) {
                return arriving;
            }
        });
    }

    private Cooperations cooperations(CooperationRequest request) {
        return TestDatabase.wire(new Cooperations(), post(), CLOCK, held.work(), TestDatabase.wire(new CooperationTrail(), held.audit()), new CooperationAccess() {
            @Override
            CooperationRequest held(Long any) {
                return request;
            }

            @Override
            CooperationRequest working(Long any, Status... expected) {
                request.expect(expected);
                return request;
            }

            @Override
            CooperationRequest authorising(Long any) {
                return working(any, Status.AUTHORITY_WANTED);
            }

            @Override
            void investigates(CooperationRequest any) {
                // who may do what has tests of its own
            }
        }, new CooperationRules() {
            @Override
            void decision(CooperationRequest any, Enum<?> result, boolean asksAgain, String reasons, Again again) {
                // what may be typed has tests of its own
            }

            @Override
            Term next(CooperationRequest any, Again again) {
                return SampleCooperation.NEXT;
            }

            @Override
            Instant atLeastTomorrow(Instant end) {
                return SampleCooperation.REPLY_BY;
            }
        });
    }
}
