package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.calendar.Stood;
import org.probity.correspondence.AskingWanted;
import org.probity.correspondence.HoldingBack;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.DeskMail;
import org.probity.kernel.Refusal;
import org.probity.letter.LetterSheet;
import org.probity.member.Person;
import org.probity.removal.RemovalDecision.AfterCheck;
import org.probity.removal.RemovalDecision.Challenge;
import org.probity.removal.RemovalDecision.Silence;
import org.probity.removal.RemovalRequest.Status;
import org.probity.worklist.NewWork;
import org.probity.worklist.Work;

/** Nobody writes to a subject who may not be contacted, and nobody takes it amiss that they do not answer. */
class RemovalContactTest {

    private static final Clock CLOCK = Clock.fixed(SampleRemoval.NOW, ZoneOffset.UTC);
    private static final String FORBIDDEN = "investigation.refused.contact";
    private static final String UNDECIDED = "detection.refused.disclosureUndecided";
    private static final List<ItemCheck> SEEN = List.of(new ItemCheck(1L, RemovalItem.Seen.STILL_THERE, null),
            new ItemCheck(2L, RemovalItem.Seen.STILL_THERE, null));
    private static final List<ItemCheck> GONE = List.of(new ItemCheck(1L, RemovalItem.Seen.GONE, null), new ItemCheck(2L, RemovalItem.Seen.GONE, null));

    private final TestDatabase database = TestDatabase.get();
    private final List<String> told = new ArrayList<>();
    private final HeldCase held = new HeldCase().contact(false);
    private String reason;

    static Stream<Arguments> writing() {
        return Stream.of(
                act(Status.SENDING, removals -> removals.send(1L)),
                act(Status.REPLIED, removals -> removals.check(1L, SEEN, SampleRemoval.then(AfterCheck.ASK_AGAIN))),
                act(Status.CHALLENGED, removals -> removals.decideChallenge(1L, Challenge.REJECTED, "It stands", null)),
                act(Status.IDENTITY_ASKED, removals -> removals.decideIdentity(1L, SEEN, RemovalDecision.Identity.THEIRS, "They signed it", null)),
                act(Status.TIME_ASKED, removals -> removals.decideExtension(1L, true, null, "Fair")),
                act(Status.TIME_ASKED, removals -> removals.decideExtension(1L, false, null, "No")),
                act(Status.OVERDUE, removals -> removals.decideOnSilence(1L, Silence.ASK_AGAIN, "Once more", null, null)),
                act(Status.OVERDUE, removals -> removals.decideOnSilence(1L, Silence.FURTHER_ACTION, "No word", null, null)));
    }

    static Stream<Arguments> ending() {
        return Stream.of(
                act(Status.REPLIED, removals -> removals.check(1L, GONE, SampleRemoval.then(AfterCheck.COMPLIED))),
                act(Status.PLATFORM_REPORTED, removals -> removals.check(1L, SEEN, SampleRemoval.then(AfterCheck.LEAVE))),
                act(Status.PLATFORM_REPORTED, removals -> removals.check(1L, GONE, SampleRemoval.then(AfterCheck.COMPLIED))),
                act(Status.CHALLENGED, removals -> removals.decideChallenge(1L, Challenge.UPHELD, "They are right", null)),
                act(Status.IDENTITY_ASKED, removals -> removals.decideIdentity(1L, SEEN, RemovalDecision.Identity.NOT_THEIRS, "Another of that name", null)),
                act(Status.OVERDUE, removals -> removals.decideOnSilence(1L, Silence.NO_ACTION, "Leave it", null, null)));
    }

    private static Arguments act(Status at, Consumer<Removals> act) {
        return Arguments.of(at, act);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whateverWouldWriteToThemOrBlameTheirSilenceIsRefused(Status at, Consumer<Removals> act) {
        RemovalRequest request = SampleRemoval.in(at);
        assertThat(refused(request, act)).isEqualTo(FORBIDDEN);
        mayBeContacted(true);
        assertThat(refused(request, act)).as("nor where they may not be asked").isEqualTo(UNDECIDED);
        assertThat(request.status()).isEqualTo(at);
    }

    @ParameterizedTest
    @MethodSource("ending")
    void whatEndsTheRequestIsDecidedAndToldLater(Status at, Consumer<Removals> act) {
        String mail = "where m.key = 'removal/100/decided/1'";
        database.run("chscb", entities -> entities.createQuery("delete from Mail m " + mail).executeUpdate());
        RemovalRequest request = SampleRemoval.in(at);
        run(request, act);
        assertThat(request.status().ended()).isTrue();
        assertThat(request.lastDecision().letterId()).isEqualTo(7L);
        assertThat(database.<Long>call("chscb", entities -> entities.createQuery("select count(m) from Mail m " + mail
                + " and m.matter.heldAt is not null", Long.class).getSingleResult())).isOne();
    }

    /** It waits for somebody to look again, with its report on record. */
    @SuppressWarnings("unchecked")
    @Test
    void whatIsReportedToItsSiteHasNotEndedAndIsToldLater() {
        List<Arguments> acts = List.of(act(Status.REPLIED, removals -> removals.check(1L, SEEN, SampleRemoval.then(AfterCheck.PLATFORM))),
                act(Status.OVERDUE, removals -> removals.decideOnSilence(1L, Silence.PLATFORM, "It is still there", null, SampleRemoval.REPORT)));
        for (Arguments act : acts) {
            String mail = "where m.key = 'removal/100/reported-1/1'";
            database.run("chscb", entities -> entities.createQuery("delete from Mail m " + mail).executeUpdate());
            RemovalRequest request = SampleRemoval.in((Status) act.get()[0]);
            run(request, (Consumer<Removals>) act.get()[1]);
            assertThat(request.status()).isEqualTo(Status.PLATFORM_REPORTED);
            assertThat(request.status().ended()).isFalse();
            assertThat(request.openItems()).hasSize(2);
            assertThat(request.lastDecision().report()).isEqualTo(SampleRemoval.REPORT);
            assertThat(database.<Long>call("chscb", entities -> entities.createQuery("select count(m) from Mail m " + mail
                    + " and m.matter.heldAt is not null", Long.class).getSingleResult())).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noReminderGoesOutAndThatIsKept(boolean contact) {
        mayBeContacted(contact);
        RemovalRequest request = SampleRemoval.sent();
        run(request, removals -> removals.remind(1L));
        assertThat(held.kept()).containsExactly("removal.heldBack");
        held.contact(true);
        run(request, removals -> removals.remind(1L));
        assertThat(request.round().remindedAt()).as("it would be there only once their time is over").isNull();
    }

    @Test
    void theOfficerHearsThatTheyHaveNoWayToItAnyMoreOnceTheyMayBeContacted() {
        held.readable(false);
        database.call("chscb", entities -> persisted(entities).id());
        database.run("chscb", entities -> end(entities).goOn(new ContactAllowed(held.reference(), Stood.until(SampleRemoval.NOW, 3))));
        assertThat(told).containsExactly("removal.unreadable");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeadlineThatPassesMeanwhileIsNeverHeldAgainstThem(boolean contact) {
        mayBeContacted(contact);
        RemovalRequest request = SampleRemoval.sent();
        run(request, removals -> removals.markOverdue(1L));
        assertThat(request.round().overdueAt()).isNull();
        assertThat(held.kept()).containsExactly("removal.heldBack");
        held.contact(true);
        reason = null;
        assertThat(refused(request, removals -> removals.decideOnSilence(1L, Silence.FURTHER_ACTION, "No word", null, null)))
                .isEqualTo("removal.refused.silence");
        run(request, removals -> removals.decideOnSilence(1L, Silence.ASK_AGAIN, "They could not be asked", null, null));
        assertThat(request.status()).isEqualTo(Status.SENDING);
    }

    /** Whoever has no account any more, or to whom no mail goes, cannot have read what they did not answer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silenceCountsOnlyWhereTheyHadAWayToTheLetter(boolean way) {
        held.contact(true).readable(way);
        RemovalRequest request = SampleRemoval.sent();
        run(request, removals -> removals.markOverdue(1L));
        assertThat(request.status()).isEqualTo(Status.OVERDUE);
        assertThat(request.round().overdueAt()).isEqualTo(way ? SampleRemoval.NOW : null);
        assertThat(held.kept()).containsExactly(way ? "removal.overdue" : "removal.unread");
        Consumer<Removals> blame = removals -> removals.decideOnSilence(1L, Silence.FURTHER_ACTION, "No word", null, null);
        if (way) {
            run(request, blame);
            assertThat(request.status()).isEqualTo(Status.FURTHER_ACTION);
        } else {
            assertThat(refused(request, blame)).isEqualTo("removal.refused.silence");
        }
    }

    @Test
    void anAnswerThatComesMeanwhileIsNotLate() {
        RemovalReply reply = new RemovalReply(RemovalReply.Answer.REMOVED, List.of(), null, null);
        assertThat(SampleRemoval.sent().replied(reply, new Signature(SampleRemoval.REPLY_BY.plusSeconds(60), 12L, "Sam"))
                .late()).isFalse();
    }

    @Test
    void theirTimeStandsStillMeanwhile() {
        Long id = database.call("chscb", entities -> persisted(entities).id());
        String key = held.reference() + "/R" + id;
        database.run("chscb", entities -> end(entities).stop(new ContactStopped(held.reference())));
        assertThat(held.clocks()).containsExactly("suspend [" + key + "]");
        database.run("chscb", entities -> end(entities).goOn(new ContactAllowed(held.reference(), Stood.since(SampleRemoval.NOW, 3))));
        assertThat(held.clocks()).last().isEqualTo("resume [" + key + ", " + Stood.since(SampleRemoval.NOW, 3) + "]");
        database.run("chscb", entities -> {
            RemovalRequest request = entities.find(RemovalRequest.class, id);
            assertThat(request.replyBy()).isEqualTo(Instant.parse("2026-12-02T17:00:00Z"));
            assertThat(request.round().replyBy()).isEqualTo(request.replyBy());
            assertThat(entities.createQuery("select w.dueAt from WorkItem w where w.reference = :reference", Instant.class)
                    .setParameter("reference", held.reference()).getResultList()).containsExactly(request.replyBy());
        });
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"SENT", "REPLIED", "OVERDUE"})
    void onlyTimeThatRanIsGivenBack(Status status) {
        Long id = database.call("chscb", entities -> {
            RemovalRequest request = persisted(entities);
            if (status == Status.REPLIED) {
                request.replied(new RemovalReply(RemovalReply.Answer.REMOVED, List.of(), null, null), SampleRemoval.SUBJECT);
            } else if (status == Status.OVERDUE) {
                request.overdue(SampleRemoval.REPLY_BY);
            }
            return request.id();
        });
        database.run("chscb", entities -> end(entities).goOn(new ContactAllowed(held.reference(), Stood.since(SampleRemoval.NOW, 3))));
        assertThat(database.<Instant>call("chscb", entities -> entities.find(RemovalRequest.class, id).replyBy()))
                .isEqualTo(status != Status.SENT ? SampleRemoval.REPLY_BY : Instant.parse("2026-12-02T17:00:00Z"));
    }

    @Test
    void timeToSayOtherwiseThanWasRecordedIsGivenBackAfterTheEndToo() {
        Long id = database.call("chscb", entities -> {
            RemovalRequest request = persisted(entities);
            entities.persist(request.replied(SampleRemoval.recorded(RemovalReply.Answer.REMOVED), SampleRemoval.OFFICER));
            request.checked(List.of(), SampleRemoval.then(AfterCheck.COMPLIED), null, SampleRemoval.OFFICER);
            request.decisions().forEach(entities::persist);
            return request.id();
        });
        database.run("chscb", entities -> end(entities).goOn(new ContactAllowed(held.reference(), Stood.since(SampleRemoval.NOW, 3))));
        database.run("chscb", entities -> end(entities).move(new ClocksResumed(held.reference(), Stood.since(SampleRemoval.NOW, 1))));
        assertThat(database.<Instant>call("chscb", entities -> entities.find(RemovalRequest.class, id).replyBy()))
                .isEqualTo(Instant.parse("2026-12-03T17:00:00Z"));
    }

    private RemovalRequest persisted(EntityManager entities) {
        RemovalRequest request = new RemovalRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2),
                new NewRemoval(List.of(), SampleRemoval.WEIGHED, null), SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
        entities.persist(request);
        request.sent(null, SampleRemoval.NOW);
        work(entities).open(new NewWork("t" + held.reference(), "awaitReply", "content-removal", held.reference(), 1L, RemovalTrail.KIND, request.id(),
                "A case", "removal", Role.EMPLOYEE, null, null, null, SampleRemoval.REPLY_BY, false, 4, null));
        return request;
    }

    private RemovalEnd end(EntityManager entities) {
        return TestDatabase.wire(new RemovalEnd(), entities, CLOCK, held.clockwork(), work(entities), post(entities));
    }

    private static Work work(EntityManager entities) {
        return TestDatabase.wire(new Work(), entities, CLOCK, new Fired<>());
    }

    /** Where they may be, it may be a protected disclosure. */
    private void mayBeContacted(boolean contact) {
        held.contact(contact);
        reason = contact ? UNDECIDED : null;
    }

    private String refused(RemovalRequest request, Consumer<Removals> act) {
        return catchThrowableOfType(Refusal.class, () -> run(request, act)).problems().get(0).key();
    }

    private void run(RemovalRequest request, Consumer<Removals> act) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> act.accept(removals(request, entities))));
    }

    private Removals removals(RemovalRequest request, EntityManager entities) {
        return TestDatabase.wire(new Removals(), post(entities), CLOCK, held.work(), TestDatabase.wire(new RemovalTrail(), held.audit()),
                TestDatabase.wire(new RemovalProcess(), held.work()), new RemovalAccess() {
            @Override
            RemovalRequest held(Long any) {
                return request;
            }

            @Override
            RemovalRequest working(Long any, Status... expected) {
                request.expect(expected);
                return request;
            }

            @Override
            RemovalRequest judging(Long any, Status expected) {
                return working(any, expected);
            }

            @Override
            void investigates(RemovalRequest any) {
                // who may do what has tests of its own
            }
        }, new AnyInput());
    }

    private RemovalPost post(EntityManager entities) {
        return TestDatabase.wire(new RemovalPost(), held.investigations(), held.directory(), CLOCK, new Fired<AskingWanted>(wanted -> Optional.ofNullable(reason).ifPresent(wanted::refuse)), new DeskMail() {
            @Override
            public void officer(String of, String key, String template) {
                told.add(template);
            }
        }, HoldingBack.outbox(entities, CLOCK, held.investigations()), new RemovalLetters() {
            @Override
            Long keep(RemovalRequest any, Person subject, String kind, Integer days, Function<RemovalLetter, LetterSheet> letter) {
                return 7L;
            }

            @Override
            boolean arrive(RemovalRequest any, Person subject) {
                return false;
            }
        });
    }
}
