package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.calendar.Stood;
import org.probity.closure.ClosingWanted;
import org.probity.detection.Safeguarding;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.outcome.Duties;
import org.probity.outcome.DutyCheck;
import org.probity.outcome.ReferralOutcome;
import org.probity.outcome.ReferralOutcome.Appeal;
import org.probity.outcome.ReferralOutcome.Result;
import org.probity.tenancy.Boards;
import org.probity.worklist.Work;

/** Each outcome asks for a check of the duties that follow from it and were not looked at, and no other does; each is told of. */
class DueDutiesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Signature SOMEBODY = new Signature(NOW, 1L, "Somebody");
    private static final Duties NOT_DUE = new Duties(true, false, null, null, null, "The harm test is not met", null, "No serious misconduct", "Looked at", null);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-D-" + System.nanoTime() % 1_000_000_000;
    private final List<Integer> mailed = new ArrayList<>();
    private final Set<String> steps = new HashSet<>(Set.of("recordOutcome"));
    private ReferralMove.Kind lastMove;
    private Long employer;
    private Long id;

    @BeforeEach
    void acceptedOfATeacherWithAChildInvolved() {
        database.run("chscb", entities -> {
            Person subject = new Person("Sam Teacher", null, "Teacher", null, null, Language.EN);
            subject.practises("TEACHER");
            entities.persist(subject);
            entities.flush();
            insert(entities, "investigation", "reference, title, stage, opened_at, hard_stop, contact_allowed, subject_id",
                    "'A case', 'REFERRAL', now(), false, true, " + subject.id());
            insert(entities, "finding_set", "reference, round_no, status, refer, signed_at, signed_name", "1, 'AGREED', true, now(), 'Somebody'");
            insert(entities, "gate_answer", "reference, gate, round_no, answer_json, answered_at, answered_by",
                    "'TRIAGE', 1, '{\"childInvolved\":true}', now(), 'Somebody'");
            Organisation organisation = new Organisation("A trust " + reference, null, "hr@example.org");
            entities.persist(organisation);
            employer = organisation.id();
            Long set = ((Number) entities.createNativeQuery("select id from finding_set where reference = '" + reference + "'").getSingleResult()).longValue();
            Referral referral = new Referral(reference, set, employer, "Conduct is for the employer");
            entities.persist(referral);
            referral.composed(employer, "A photograph was posted", SOMEBODY);
            referral.approved("Fair", SOMEBODY);
            referral.sent(100L, 101L, NOW, SOMEBODY);
            referral.accepted(null, SOMEBODY);
            id = referral.id();
        });
    }

    private void insert(EntityManager entities, String table, String columns, String values) {
        entities.createNativeQuery("insert into " + table + " (id, board, version, " + columns + ") values (next value for probity_id, 'chscb', 0, '"
                + reference + "', " + values + ")").executeUpdate();
    }

    @Test
    void whereNothingFollowsTheCaseGoesOnByTheSameAct() {
        tell(Result.NO_ACTION, Appeal.NONE);
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
        assertThat(steps).isEmpty();
        assertThat(lastMove).isEqualTo(ReferralMove.Kind.NOTHING_DUE);
    }

    @Test
    void aDismissalWithAChildInvolvedIsNotPassedOver() {
        tell(Result.DISMISSAL, Appeal.NONE);
        assertThat(where()).containsExactly("OUTCOME_RECORDED", "REFERRAL", "open true");
        assertThat(refused(() -> check(new Duties(true, false, null, null, null, null, null, null, "Fine", null))))
                .containsExactly("referral.refused.dbsWhyNot", "referral.refused.regulatorWhyNot");
        check(new Duties(true, true, "The employer", TODAY, "D-1", null, List.of(new Duties.Told("TRA", TODAY)), null, "Both told", null));
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
        database.run("chscb", entities -> assertThat(due(entities).told(due(entities).checks(entities.find(Referral.class, id)).get(0)))
                .containsExactly(new Duties.Told("TRA", TODAY)));
    }

    @Test
    void noCaseIsClosedOrWithdrawnWhileADutyIsOpen() {
        tell(Result.DISMISSAL, Appeal.NONE);
        assertThat(refused(() -> asOfficer(entities -> events(entities).hold(new ClosingWanted(reference))))).containsExactly("referral.refused.dutiesOpen");
        assertThat(refused(() -> asOfficer(entities -> events(entities).lapse(new InvestigationEnded(1L, reference, Stage.WITHDRAWN, null)))))
                .containsExactly("referral.refused.dutiesOpen");
        check(NOT_DUE);
        asOfficer(entities -> events(entities).hold(new ClosingWanted(reference)));
        asOfficer(entities -> events(entities).lapse(new InvestigationEnded(1L, reference, Stage.WITHDRAWN, null)));
        assertThat(where()).startsWith("COMPLETED");
    }

    @Test
    void anAppealAfterTheEndIsToldOfAndAsksAnewWhereOtherDutiesFollow() {
        tell(Result.NO_ACTION, Appeal.NONE);
        at(Stage.CLOSED);
        assertThat(refused(() -> tell(Result.NO_ACTION, Appeal.NONE))).containsExactly("referral.refused.appealOnly");
        tell(Result.NO_ACTION, Appeal.LODGED);
        assertThat(where()).containsExactly("COMPLETED", "CLOSED", "open false");
        tell(Result.DISMISSAL, Appeal.DECIDED);
        assertThat(where()).containsExactly("COMPLETED", "CLOSED", "open true");
        assertThat(mailed).containsExactly(1, 2, 3);
        check(NOT_DUE);
        assertThat(where()).containsExactly("COMPLETED", "CLOSED", "open false");
        assertThat(lastMove).isEqualTo(ReferralMove.Kind.DUTIES_CHECKED);
        assertThat(refused(() -> check(NOT_DUE))).containsExactly("worklist.refused.done");
        assertThat(refused(() -> tell(Result.WARNING, Appeal.DECIDED))).containsExactly("worklist.refused.done");
    }

    @Test
    void whereAnAppealTakesTheDutiesAwayThoseWhoWereToldAreThoughtOf() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        check(NOT_DUE);
        tell(Result.WARNING, Appeal.DECIDED);
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open true");
        check(new Duties(true, false, null, null, null, null, null, null, "The regulator hears of it", null));
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
        database.run("chscb", entities -> assertThat(due(entities).checks(entities.find(Referral.class, id))).extracting(DutyCheck::outcome)
                .containsExactly(2, 1));
    }

    @Test
    void whereTheSameFollowsAsWasLookedAtNothingIsAskedAgain() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        check(NOT_DUE);
        tell(Result.DISMISSAL, Appeal.DECIDED);
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
    }

    /** Nobody has looked yet: with the appeal there is nothing left to look at. */
    @Test
    void whereAnAppealComesBeforeTheCheckTheStepPassesItself() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        tell(Result.NO_ACTION, Appeal.DECIDED);
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
        assertThat(steps).isEmpty();
    }

    /** The appeal came while nothing could go on. */
    @Test
    void whatAnAppealTookAwayInAPauseIsNotWaitedForAfterIt() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        pause(NOW);
        tell(Result.NO_ACTION, Appeal.DECIDED);
        assertThat(where()).containsExactly("OUTCOME_RECORDED", "REFERRAL", "open false");
        resumed();
        assertThat(where()).as("still paused").startsWith("OUTCOME_RECORDED");
        pause(null);
        resumed();
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
        assertThat(steps).isEmpty();
        assertThat(lastMove).isEqualTo(ReferralMove.Kind.NOTHING_DUE);
    }

    @Test
    void whatHasStillToBeLookedAtIsWaitedForAfterAPause() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        resumed();
        assertThat(where()).containsExactly("OUTCOME_RECORDED", "REFERRAL", "open true");
        assertThat(steps).containsExactly("checkDuties");
    }

    /** An earlier release left them waiting when the case ran again. */
    @Test
    void whatWaitsForNothingIsPassedByTheClockwork() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> idle(entities).pass(id)));
        assertThat(where()).startsWith("OUTCOME_RECORDED");
        pause(NOW);
        tell(Result.NO_ACTION, Appeal.DECIDED);
        pause(null);
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> {
            assertThat(idle(entities).next(id - 1)).contains(id);
            idle(entities).pass(id);
        }));
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> assertThat(idle(entities).next(id - 1)).isNotEqualTo(Optional.of(id))));
    }

    private void pause(Instant at) {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.pausedAt = :at where i.reference = :reference")
                .setParameter("at", at).setParameter("reference", reference).executeUpdate());
    }

    private void resumed() {
        asOfficer(entities -> {
            events(entities).move(new ClocksResumed(reference, Stood.until(NOW, 1)));
            noteMove(entities);
        });
    }

    private IdleDuties idle(EntityManager entities) {
        return TestDatabase.wire(new IdleDuties(), entities, file(entities), nothing(entities));
    }

    private NothingDue nothing(EntityManager entities) {
        return TestDatabase.wire(new NothingDue(), file(entities), due(entities), work());
    }

    /** As an earlier release let it be. */
    @Test
    void anAppealIsTakenWhereTheCaseWasWithdrawnAfterAnOutcome() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        database.run("chscb", entities -> entities.find(Referral.class, id).withdrawn(SOMEBODY));
        steps.clear();
        at(Stage.WITHDRAWN);
        tell(Result.DISMISSAL, Appeal.DECIDED);
        assertThat(mailed).containsExactly(1, 2);
        check(NOT_DUE);
        assertThat(where()).containsExactly("WITHDRAWN", "WITHDRAWN", "open false");
    }

    /** Whom to tell was not known: asked, it is, and counts from then on. */
    @Test
    void whoAsksWhatTheSubjectIsSaysItWithTheCheck() {
        database.run("chscb", entities -> entities.createQuery("select p from Investigation i join Person p on p.id = i.subjectId "
                + "where i.reference = :reference", Person.class).setParameter("reference", reference).getSingleResult().practises(null));
        tell(Result.WARNING, Appeal.NONE);
        assertThat(where()).containsExactly("OUTCOME_RECORDED", "REFERRAL", "open true");
        assertThat(refused(() -> check(learnt("PLUMBER")))).containsExactly("identity.refused.profession");
        assertThat(refused(() -> check(learnt("NURSE")))).containsExactly("referral.refused.regulatorWhyNot");
        check(learnt("NONE"));
        assertThat(where()).containsExactly("COMPLETED", "CLOSING", "open false");
        database.run("chscb", entities -> assertThat(due(entities).profession(reference)).isEqualTo("NONE"));
    }

    /** Whoever answers for the duties has read from which outcome they follow. */
    @Test
    void whatWasReadBeforeAnAppealIsNoAnswerToIt() {
        tell(Result.DISMISSAL, Appeal.LODGED);
        check(NOT_DUE);
        int read = version();
        expect(read);
        tell(Result.WARNING, Appeal.DECIDED);
        assertThat(catchThrowableOfType(Refusal.class, () -> expect(read)).kind()).isEqualTo(Refusal.Kind.STALE);
        expect(version());
    }

    private int version() {
        return database.call("chscb", entities -> entities.find(Referral.class, id).version());
    }

    private void expect(int version) {
        asOfficer(entities -> TestDatabase.wire(new ReferralInbox(), entities, file(entities)).expect(id, version));
    }

    private static Duties learnt(String profession) {
        return new Duties(true, false, null, null, null, null, null, null, "Asked", profession);
    }

    private void tell(Result result, Appeal appeal) {
        Caller hr = new Caller(-8L, -8L, "Hari", Set.of(Role.HR), employer, Language.EN);
        CurrentCaller.run(hr, () -> database.run("chscb", entities -> {
            answers(entities).outcome(id, new ReferralOutcome(result, TODAY, "Decided", appeal, appeal == Appeal.DECIDED ? "Decided again" : null));
            noteMove(entities);
        }));
    }

    private void check(Duties duties) {
        asOfficer(entities -> {
            TestDatabase.wire(new Referrals(), entities, file(entities), due(entities), work(), TestDatabase.wire(new Boards(), entities))
                    .checkDuties(id, duties);
            noteMove(entities);
        });
    }

    private void asOfficer(Consumer<EntityManager> work) {
        CurrentCaller.run(new Caller(-9L, -9L, "Olwen", Set.of(Role.OFFICER), null, Language.EN), () -> database.run("chscb", work));
    }

    private void at(Stage stage) {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.stage = :stage where i.reference = :reference")
                .setParameter("stage", stage).setParameter("reference", reference).executeUpdate());
    }

    private List<String> where() {
        return database.call("chscb", entities -> {
            Referral referral = entities.find(Referral.class, id);
            Investigation investigation = OpenFile.investigations(entities, CLOCK).byReference(reference);
            return List.of(referral.status().name(), investigation.stage().name(), "open " + due(entities).isOpen(referral));
        });
    }

    private void noteMove(EntityManager entities) {
        entities.find(Referral.class, id).moves().forEach(move -> lastMove = move.kind());
    }

    private static List<String> refused(Runnable act) {
        return catchThrowableOfType(Refusal.class, act::run).problems().stream().map(Refusal.Problem::key).toList();
    }

    private ReferralAnswers answers(EntityManager entities) {
        return TestDatabase.wire(new ReferralAnswers(), entities, file(entities), due(entities), nothing(entities), work(), new ReferralMail() {
            @Override
            void outcome(Referral referral, int number) {
                mailed.add(number);
            }
        });
    }

    private ReferralEvents events(EntityManager entities) {
        return TestDatabase.wire(new ReferralEvents(), entities, file(entities), due(entities), nothing(entities));
    }

    private static DueDuties due(EntityManager entities) {
        return TestDatabase.wire(new DueDuties(), entities, CLOCK, TestDatabase.wire(new Boards(), entities), TestDatabase.wire(new Safeguarding(), entities));
    }

    /** The process as it is drawn: from telling the outcome to checking the duties. */
    private Work work() {
        return new Work() {
            @Override
            public boolean isOpen(String task, String of, Long targetId) {
                return steps.contains(task);
            }

            @Override
            public void finish(String task, String of, Long targetId, Map<String, Object> answers) {
                assertThat(steps.remove(task)).as(task).isTrue();
                if (task.equals("recordOutcome")) {
                    steps.add("checkDuties");
                }
            }

            @Override
            public Refusal refusal(String task, String of, Long targetId) {
                return Refusal.state("worklist.refused.done");
            }
        };
    }

    private ReferralFile file(EntityManager entities) {
        return OpenFile.of(entities, CLOCK, work());
    }
}
