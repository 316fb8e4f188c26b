package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.calendar.WorkingDays;
import org.probity.casework.Team;
import org.probity.closure.ClosingWanted;
import org.probity.detection.GateAnswer.Gate;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Json;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.worklist.NewWork;
import org.probity.worklist.Urgency;
import org.probity.worklist.Work;

/** That an indecent image is suspected is said at any time, by whoever of the desk sees it, and asks for the designated officer to be told. */
class HardStopsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final LocalDate LONGER = LocalDate.of(2060, 1, 1);
    private static final Suspicion SEEN = new Suspicion("In the second file of the reply", null, null);
    private static final DesignatedOfficerContact TOLD = new DesignatedOfficerContact("D. Officer", "L-1", NOW, false, "Wait for us", true);

    private final TestDatabase database = TestDatabase.get();
    private final HeldCase held = new HeldCase();
    private final List<Object> fired = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();
    private boolean waits;
    private boolean urgent;

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OFFICER", "LEAD"})
    void allFilesAndAllContactStopAndSomebodyIsToBeTold(Role role) {
        as(role, entities -> stops(entities).suspect(held.reference(), SEEN));
        assertThat(investigation().hardStop()).isTrue();
        assertThat(investigation().urgency()).isEqualTo(new Urgency(false, true, false));
        assertThat(urgent).isTrue();
        assertThat(investigation().contactAllowed()).isFalse();
        assertThat(fired).containsExactly(new ContactStopped(held.reference()));
        assertThat(held.clocks()).singleElement().asString().startsWith("startAt [detection, tellDesignatedOfficer, " + held.reference() + "/S");
        assertThat(held.kept()).containsExactly("detection.image");
        assertThat(mailed).containsExactly("investigation.imageSuspected");
    }

    @Test
    void whereItIsAskedForAlreadyItIsAskedForOnceAndNoPauseStopsItsClock() {
        set("i.pausedAt = :now");
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        waits = true;
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        assertThat(held.clocks()).singleElement().asString().startsWith("startAt ");
    }

    @Test
    void theDesignatedOfficerIsToldInAPauseAndNobodyIsContactedByThat() {
        set("i.pausedAt = :now");
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        waits = true;
        assertThat(refusedTelling(new DesignatedOfficerContact("D. Officer", "L-1", NOW, true, "Go on", true))).isEqualTo("mayContactSubject");
        as(Role.OFFICER, entities -> detections(entities).tellDesignatedOfficer(held.reference(), TOLD));
        assertThat(held.clocks()).last().isEqualTo("finish tellDesignatedOfficer");
    }

    @Test
    void theyAreToldInAPauseOfDetectionToo() {
        set("i.stage = DETECTION, i.decision = INVESTIGATE, i.openedAt = :now, i.pausedAt = :now");
        assertThat(refusedTelling(new DesignatedOfficerContact("D. Officer", "L-1", NOW, true, "Go on", false))).isEqualTo("mayContactSubject");
        as(Role.OFFICER, entities -> detections(entities).tellDesignatedOfficer(held.reference(), TOLD));
        assertThat(held.clocks()).containsExactly("finish tellDesignatedOfficer");
        assertThat(investigation().stage()).isEqualTo(Stage.INVESTIGATION);
        assertThat(investigation().pausedAt()).isEqualTo(NOW);
    }

    /** As where they had been called before it was suspected, and that call is recorded after it. */
    @Test
    void whatTheDesignatedOfficerWasToldWithoutTheImageDoesNotCountForIt() {
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        waits = true;
        assertThat(refusedTelling(new DesignatedOfficerContact("D. Officer", "L-1", NOW.minusSeconds(3600), true, "Go on", false))).isEqualTo("imageTold");
        assertThat(database.<Integer>call("chscb", entities -> images(entities).untold(held.reference()).size())).isOne();
        assertThat(investigation().contactAllowed()).isFalse();
    }

    @Test
    void noGateAllowsTheContactThatSomebodyForbade() {
        set("i.stage = DETECTION, i.openedAt = :now");
        as(Role.LEAD, entities -> detections(entities).forbidContact(held.reference(), "The police have called"));
        assertThat(catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> detections(entities).answerSafeguardingGate(held.reference(),
                new SafeguardingAnswer(false, false, false, false, false, true, "No test is met")))).problems().get(0).field()).isEqualTo("mayContactSubject");
        assertThat(refusedTelling(new DesignatedOfficerContact("D. Officer", "L-1", NOW, true, "Go on", true))).isEqualTo("mayContactSubject");
    }

    @Test
    void aCaseThatIsOpenAgainAsksForWhatNobodyWasTold() {
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        as(Role.LEAD, entities -> images(entities).again(new InvestigationReopened(held.reference())));
        assertThat(held.clocks()).last().asString().startsWith("startAt [detection, tellDesignatedOfficer, " + held.reference() + "/S");
    }

    /** As a case of an earlier release may have ended: suspected at the gate, nobody told, contact allowed. */
    @Test
    void whoeverMightBeContactedWhenItEndedMayNotBeWhereNobodyWasTold() {
        set("i.hardStop = true, i.openedAt = :now");
        answered(Gate.URGENT, new UrgentAnswer(false, true, false, "It may be one"));
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nobody need be told"));
        as(Role.OFFICER, entities -> entities.persist(new SuspectedImage(held.reference(), 1, SEEN, Signature.now(NOW))));
        as(Role.LEAD, entities -> images(entities).again(new InvestigationReopened(held.reference())));
        assertThat(investigation().contactAllowed()).isFalse();
        assertThat(fired).containsExactly(new ContactStopped(held.reference()));
        assertThat(held.clocks()).containsExactly("startAt [detection, tellDesignatedOfficer, " + held.reference() + "/S1, "
                + Map.of("investigationId", investigation().id(), "reference", held.reference()) + "]");
    }

    @Test
    void whereNothingIsOwedContactStaysAsItWas() {
        as(Role.LEAD, entities -> images(entities).again(new InvestigationReopened(held.reference())));
        assertThat(investigation().contactAllowed()).isTrue();
        assertThat(fired).isEmpty();
    }

    /** As of cases that an earlier release has left. */
    @Test
    void theClockworkAsksOnceWhereNobodyIsAsked() {
        as(Role.OFFICER, entities -> entities.persist(new SuspectedImage(held.reference(), 1, SEEN, Signature.now(NOW))));
        assertThat(unasked()).contains(held.reference());
        database.run("chscb", entities -> clockOf(entities).askToTell(held.reference()));
        assertThat(held.clocks()).singleElement().asString().startsWith("startAt [detection, tellDesignatedOfficer, " + held.reference() + "/S1");
        waits = true;
        database.run("chscb", entities -> clockOf(entities).askToTell(held.reference()));
        assertThat(held.clocks()).hasSize(1);
        database.run("chscb", entities -> TestDatabase.wire(new Work(), entities, clock(), new Fired<>()).open(new NewWork("t" + held.reference(), "tellDesignatedOfficer",
                "detection", held.reference(), investigation().id(), "investigation", null, "A case", "DETECTION", Role.OFFICER, null, null, null, null,
                true, 0, Capacity.INVESTIGATED)));
        assertThat(unasked()).doesNotContain(held.reference());
    }

    @Test
    void itAsksNeitherAtTheGateNorAfterTheEnd() {
        as(Role.OFFICER, entities -> entities.persist(new SuspectedImage(held.reference(), 1, SEEN, Signature.now(NOW))));
        set("i.stage = DETECTION, i.openedAt = :now");
        assertThat(unasked()).doesNotContain(held.reference());
        set("i.stage = WITHDRAWN, i.endedAt = :now");
        assertThat(unasked()).doesNotContain(held.reference());
        database.run("chscb", entities -> clockOf(entities).askToTell(held.reference()));
        assertThat(held.clocks()).isEmpty();
    }

    @Test
    void inDetectionTheGateAsksForIt() {
        set("i.stage = DETECTION, i.openedAt = :now");
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        assertThat(held.clocks()).isEmpty();
    }

    @Test
    void itIsSaidInWords() {
        assertThat(refused(new Suspicion(" ", null, null))).isEqualTo("words");
        assertThat(refused(new Suspicion("There", DangerReport.Route.IWF, " "))).isEqualTo("externalReference");
    }

    /** As where the police say later what a file of the case shows. */
    @Test
    void afterTheEndFilesAndContactStopTooItIsKeptLongerAndSomebodyIsToBeTold() {
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nothing"));
        set("i.stage = CLOSED, i.endedAt = :now");
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        assertThat(investigation().hardStop()).isTrue();
        assertThat(investigation().contactAllowed()).isFalse();
        assertThat(investigation().retainUntil()).isEqualTo(LONGER);
        assertThat(mailed).containsExactly("investigation.imageSuspected");
        assertThat(held.clocks()).singleElement().asString().startsWith("startAt [detection, tellDesignatedOfficer, " + held.reference() + "/S1");
        waits = true;
        assertThat(refusedTelling(new DesignatedOfficerContact("D. Officer", "L-1", NOW, true, "Go on", true))).as("the end is not told of by this").isEqualTo("mayContactSubject");
        as(Role.OFFICER, entities -> detections(entities).tellDesignatedOfficer(held.reference(), TOLD));
        assertThat(held.clocks()).last().isEqualTo("finish tellDesignatedOfficer");
        assertThat(investigation().stage()).isEqualTo(Stage.CLOSED);
        as(Role.OFFICER, entities -> detections(entities).allowContact(held.reference(), "They may"));
        assertThat(investigation().contactAllowed()).isTrue();
    }

    /** Or the step that waits since its end would pass for the gate's. */
    @Test
    void whereTheCaseIsOpenAgainAtItsDetectionOnlyTheGateAsks() {
        set("i.stage = CLOSED, i.endedAt = :now");
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        set("i.stage = DETECTION, i.openedAt = :now");
        as(Role.LEAD, entities -> images(entities).again(new InvestigationReopened(held.reference())));
        assertThat(held.clocks()).hasSize(2).last().isEqualTo("stop [" + held.reference() + "/S1]");
    }

    @Test
    void nothingElseIsToldOfInAnEndedCase() {
        set("i.stage = CLOSED, i.endedAt = :now");
        assertThat(catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> detections(entities).tellDesignatedOfficer(held.reference(), TOLD)))
                .problems().get(0).key()).isEqualTo("investigation.refused.ended");
    }

    /** Although they had been told of something else in the same detection. */
    @Test
    void nobodyContactsTheSubjectNorClosesTheCaseBeforeTheDesignatedOfficerWasToldOfIt() {
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(true, false, false, false, true, false, "A child was harmed"));
        answered(Gate.DESIGNATED_OFFICER_TOLD, TOLD);
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        assertThat(catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> detections(entities).allowContact(held.reference(), "They may")))
                .problems().get(0).key()).isEqualTo("detection.refused.image");
        assertThat(catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> images(entities).hold(new ClosingWanted(held.reference()))))
                .problems().get(0).key()).isEqualTo("detection.refused.untold");
        waits = true;
        as(Role.OFFICER, entities -> detections(entities).tellDesignatedOfficer(held.reference(), TOLD));
        assertThat(held.clocks()).last().isEqualTo("finish tellDesignatedOfficer");
        assertThat(investigation().stage()).isEqualTo(Stage.INVESTIGATION);
        as(Role.OFFICER, entities -> images(entities).hold(new ClosingWanted(held.reference())));
        as(Role.OFFICER, entities -> detections(entities).allowContact(held.reference(), "They may"));
        assertThat(investigation().contactAllowed()).isTrue();
    }

    /** Whoever withdraws it would take the duty to tell with it, and nobody would be reminded. */
    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"CLOSED", "WITHDRAWN"})
    void noEndOfACaseTakesAwayThatSomebodyIsToBeTold(Stage end) {
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        assertThat(refusedEnd(end)).isEqualTo("detection.refused.untold");
        waits = true;
        as(Role.OFFICER, entities -> detections(entities).tellDesignatedOfficer(held.reference(), TOLD));
        as(Role.OFFICER, entities -> images(entities).lapse(ended(end)));
    }

    @Test
    void norInDetectionWhereAnImageIsSuspectedAtItsGate() {
        set("i.stage = DETECTION, i.openedAt = :now, i.hardStop = true");
        answered(Gate.URGENT, new UrgentAnswer(false, true, false, "In the post"));
        assertThat(refusedEnd(Stage.WITHDRAWN)).isEqualTo("detection.refused.untold");
        answered(Gate.DESIGNATED_OFFICER_TOLD, TOLD);
        as(Role.OFFICER, entities -> images(entities).lapse(ended(Stage.WITHDRAWN)));
    }

    @Test
    void norWhereTheGateSaysThatTheyMustBeTold() {
        set("i.stage = DETECTION, i.openedAt = :now");
        answered(1, Gate.SAFEGUARDING, new SafeguardingAnswer(true, false, false, false, true, false, "A child was harmed"));
        assertThat(refusedEnd(Stage.WITHDRAWN)).isEqualTo("detection.refused.untold");
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, TOLD);
        as(Role.OFFICER, entities -> images(entities).lapse(ended(Stage.WITHDRAWN)));
        answered(2, Gate.SAFEGUARDING, new SafeguardingAnswer(true, false, false, false, true, false, "Another was"));
        assertThat(refusedEnd(Stage.WITHDRAWN)).as("they were told of something else").isEqualTo("detection.refused.untold");
    }

    @Test
    void aCaseEndsWhereNobodyMustBeTold() {
        as(Role.OFFICER, entities -> images(entities).lapse(ended(Stage.WITHDRAWN)));
        answered(Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "No test is met"));
        as(Role.OFFICER, entities -> images(entities).lapse(ended(Stage.WITHDRAWN)));
    }

    private InvestigationEnded ended(Stage how) {
        return new InvestigationEnded(1L, held.reference(), how, null);
    }

    private String refusedEnd(Stage how) {
        return catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> images(entities).lapse(ended(how)))).problems().get(0).key();
    }

    @Test
    void theTimeToTellRunsFromWhenItWasSuspected() {
        as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), SEEN));
        assertThat(database.<Instant>call("chscb", entities -> images(entities).untold(held.reference()).get(0).since())).isEqualTo(NOW);
    }

    private String refusedTelling(DesignatedOfficerContact designatedOfficerContact) {
        return catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> detections(entities).tellDesignatedOfficer(held.reference(), designatedOfficerContact)))
                .problems().get(0).field();
    }

    private String refused(Suspicion suspicion) {
        return catchThrowableOfType(Refusal.class, () -> as(Role.OFFICER, entities -> stops(entities).suspect(held.reference(), suspicion))).problems().get(0).field();
    }

    private void set(String change) {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set " + change + " where i.reference = :reference")
                .setParameter("now", NOW).setParameter("reference", held.reference()).executeUpdate());
    }

    private void answered(Gate gate, Object answer) {
        answered(1, gate, answer);
    }

    private void answered(int round, Gate gate, Object answer) {
        as(Role.OFFICER, entities -> entities.persist(new GateAnswer(held.reference(), round, gate, Json.write(answer), "Reasons", NOW)));
    }

    private void as(Role role, Consumer<EntityManager> act) {
        CurrentCaller.run(new Caller(-5L, -5L, "Lee", Set.of(role), null, Language.EN), () -> database.run("chscb", act));
    }

    private HardStops stops(EntityManager entities) {
        return TestDatabase.wire(new HardStops(), entities, clock(), contact(entities), images(entities), held.audit(), cases(entities), work(), retention(), new DeskMail() {
            @Override
            public void everybody(String reference, String key, String template) {
                mailed.add(template);
            }
        });
    }

    private static Retention retention() {
        return new Retention() {
            @Override
            public void raise(Investigation investigation, LocalDate retirementOn) {
                investigation.retain(LONGER);
            }
        };
    }

    private Detections detections(EntityManager entities) {
        return TestDatabase.wire(new Detections(), entities, clock(), contact(entities), images(entities), held.audit(), cases(entities), work(), new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // who may do what has tests of its own
            }
        });
    }

    private List<String> unasked() {
        return database.call("chscb", entities -> clockOf(entities).unasked());
    }

    private SafeguardingClock clockOf(EntityManager entities) {
        return TestDatabase.wire(new SafeguardingClock(), cases(entities), images(entities));
    }

    private SuspectedImages images(EntityManager entities) {
        return TestDatabase.wire(new SuspectedImages(), entities, held.clockwork(), contact(entities), cases(entities), work());
    }

    private SubjectContact contact(EntityManager entities) {
        return TestDatabase.wire(new SubjectContact(), entities, clock(), TestDatabase.wire(new WorkingDays(), entities), new Fired<>(fired::add));
    }

    private Work work() {
        return new Work() {
            @Override
            public void finish(String task, String of, Long targetId, Map<String, Object> answers) {
                held.work().finish(task, of, targetId, answers);
            }

            @Override
            public boolean isOpen(String task, String of, Long targetId) {
                return waits;
            }

            @Override
            public void urgent(String of, boolean whether) {
                urgent = whether;
            }
        };
    }

    private Investigations cases(EntityManager entities) {
        return new Investigations() {
            @Override
            public Investigation locked(String any) {
                return investigation(entities);
            }

            @Override
            public Investigation lock(String any) {
                return investigation(entities);
            }

            @Override
            public Investigation byReference(String any) {
                return investigation(entities);
            }

            @Override
            public Investigation running(String any) {
                Investigation investigation = investigation(entities);
                investigation.requireRunning();
                return investigation;
            }

            @Override
            public void move(Investigation investigation, Stage to, String reasons) {
                if (investigation.stage() != to) {
                    investigation.moveTo(to, NOW);
                }
            }

            @Override
            public int detection(Investigation any) {
                return 1;
            }
        };
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private Investigation investigation() {
        return database.call("chscb", entities -> investigation(entities));
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", held.reference()).getSingleResult();
    }
}
