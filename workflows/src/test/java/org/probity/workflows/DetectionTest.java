package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Role;
import org.probity.kernel.Days;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;
import org.probity.worklist.NewWork;
import org.probity.worklist.ProcessPictures.Timer;
import org.probity.worklist.Urgency;

/** Every way through detection. Somebody must be told within a day. */
class DetectionTest {

    private static final Urgency GROOMING = new Urgency(false, false, true);

    @Test
    void conflictsAreCheckedBeforeAnybodySeesTheCase() {
        Walk walk = Bench.walk().start().waitsFor("answerUrgentGate");
        assertThat(walk.times("checkConflicts", walk.reference())).isOne();
        assertThat(walk.item("answerUrgentGate").role()).isEqualTo(Role.OFFICER);
        assertThat(walk.item("answerUrgentGate").targetKind()).isEqualTo("investigation");
        assertThat(walk.item("answerUrgentGate").targetId()).isNull();
        assertThat(walk.item("answerUrgentGate").dueAt()).isNotNull();
    }

    @Test
    void dangerIsReportedBeforeTheEvidenceIsKept() {
        Bench.walk().start().answer("answerUrgentGate", Map.of("urgent", true)).waitsFor("reportDanger")
                .answer("reportDanger").waitsFor("preserveEvidence");
    }

    /** It comes in on a Friday evening as often as not. */
    @Test
    void whatIsUrgentIsDueOnItsOwnDay() {
        Walk walk = Bench.walk().urgent(GROOMING).start();
        Instant midnight = Days.of(walk.now()).plusDays(1).atStartOfDay(Days.LONDON).toInstant();
        assertThat(walk.item("answerUrgentGate")).returns(true, NewWork::urgent).extracting(NewWork::dueAt, INSTANT).isBetween(walk.now(), midnight);
        walk.answer("answerUrgentGate", Map.of("urgent", true));
        assertThat(walk.item("reportDanger").dueAt()).isBetween(walk.now(), midnight);
        walk.answer("reportDanger");
        assertThat(walk.item("preserveEvidence")).returns(true, NewWork::urgent).extracting(NewWork::dueAt, INSTANT).isAfter(midnight);
    }

    @Test
    void whatIsFoundToBeUrgentAtTheGateIsReportedOnThatDay() {
        Walk walk = Bench.walk().start();
        Instant midnight = Days.of(walk.now()).plusDays(1).atStartOfDay(Days.LONDON).toInstant();
        assertThat(walk.item("answerUrgentGate")).returns(false, NewWork::urgent).extracting(NewWork::dueAt, INSTANT).isAfter(midnight);
        walk.urgent(GROOMING).answer("answerUrgentGate", Map.of("urgent", true));
        assertThat(walk.item("reportDanger").dueAt()).isBetween(walk.now(), midnight);
    }

    @Test
    void withoutDangerTheEvidenceIsKeptAtOnce() {
        Bench.walk().start().answer("answerUrgentGate", Map.of("urgent", false)).waitsFor("preserveEvidence")
                .answer("preserveEvidence").waitsFor("triage");
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, false, false, LOW", "LOW, false, true, MODERATE", "LOW, true, false, MODERATE", "LOW, true, true, HIGH",
        "MEDIUM, false, false, MODERATE", "MEDIUM, false, true, HIGH", "MEDIUM, true, false, HIGH",
        "MEDIUM, true, true, HIGH", "HIGH, false, false, HIGH", "HIGH, false, true, CRITICAL",
        "HIGH, true, false, CRITICAL", "HIGH, true, true, CRITICAL"})
    void theTableRatesEveryCase(String impact, boolean childInvolved, boolean repeat, String severity) {
        Walk walk = triaged(Map.of("impact", impact, "childInvolved", childInvolved, "repeatConcern", repeat))
                .waitsFor("answerSafeguardingGate");
        assertThat(walk.times("rated " + severity, walk.reference())).isOne();
    }

    @Test
    void whenNobodyMustBeToldDetectionEndsWithTheDecision() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", false))
                .waitsFor("recordFindings");
        assertThat(walk.run("detection").done()).contains("detected").doesNotContain("tellDesignatedOfficer");
    }

    @Test
    void whoMustBeToldIsToldInTime() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", true))
                .waitsFor("tellDesignatedOfficer").answer("tellDesignatedOfficer").days(3).waitsFor("recordFindings");
        assertThat(walk.times("remindTelling", walk.reference())).isZero();
    }

    @Test
    void tellingTooLateIsRemindedOfOnceAndStillToBeDone() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", true)).days(3)
                .waitsFor("tellDesignatedOfficer");
        assertThat(walk.times("remindTelling", walk.reference())).isOne();
        walk.answer("tellDesignatedOfficer").waitsFor("recordFindings");
        assertThat(walk.run("detection").done()).contains("tellingOverdue", "remindTelling", "detected");
    }

    /** The time does not begin with the answer that somebody must be told: whoever has not come to the gate by then is reminded. */
    @ParameterizedTest
    @ValueSource(strings = {"answerUrgentGate", "reportDanger", "preserveEvidence", "triage", "answerSafeguardingGate"})
    void theTimeToTellRunsFromTheConcernWhicheverStepWaits(String step) {
        Walk walk = Bench.walk().start();
        if (!step.equals("answerUrgentGate")) {
            walk.answer("answerUrgentGate", Map.of("urgent", step.equals("reportDanger")));
        }
        if (step.equals("triage") || step.equals("answerSafeguardingGate")) {
            walk.answer("preserveEvidence");
        }
        if (step.equals("answerSafeguardingGate")) {
            walk.answer("triage", Map.of("decision", "INVESTIGATE", "impact", "LOW", "childInvolved", false, "repeatConcern", false));
        }
        walk.waitsFor(step).days(3).waitsFor(step);
        assertThat(walk.times("remindTelling", walk.reference())).isOne();
        assertThat(walk.days(5).times("remindTelling", walk.reference())).isOne();
    }

    /** An image is suspected long after detection: telling is a process of its own beside whatever the case waits for. */
    @Test
    void whoMustBeToldLaterIsToldBesideTheCaseWithATimeOfItsOwn() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", false)).waitsFor("recordFindings")
                .startAt("detection", "tellDesignatedOfficer", "S7").waitsFor("recordFindings", "tellDesignatedOfficer");
        assertThat(walk.item("tellDesignatedOfficer").targetId()).isNull();
        walk.days(3);
        assertThat(walk.times("remindTelling", walk.reference())).isOne();
        walk.answer("tellDesignatedOfficer").waitsFor("recordFindings");
    }

    /** The law says by when they are told, and nobody gives that time back. */
    @Test
    void noPauseStopsTheTimeToTell() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", true)).pause().days(3);
        assertThat(walk.times("remindTelling", walk.reference())).isOne();
        walk.answer("tellDesignatedOfficer").resume(Duration.ofDays(3)).waitsFor("recordFindings");
    }

    @Test
    void noPauseMovesTheTimeToTell() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", true));
        List<Timer> before = walk.run("detection").timers();
        walk.pause().resume(Duration.ofDays(30));
        assertThat(walk.run("detection").timers()).isEqualTo(before).extracting(Timer::activity).containsExactly("tellingOverdue");
        assertThat(walk.days(3).times("remindTelling", walk.reference())).isOne();
    }

    @Test
    void noPauseStopsTheTimeToTellOfAnImageThatWasSuspectedBefore() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", false))
                .startAt("detection", "tellDesignatedOfficer", "S9").pause().days(3);
        assertThat(walk.times("remindTelling", walk.reference())).isOne();
        walk.answer("tellDesignatedOfficer").resume(Duration.ofDays(3)).waitsFor("recordFindings");
    }

    @Test
    void whatIsStoppedAsksNobodyAnyMore() {
        Walk walk = triaged(Map.of()).answer("answerSafeguardingGate", Map.of("mustTell", false))
                .startAt("detection", "tellDesignatedOfficer", "S8").stop("S8").waitsFor("recordFindings").stop("S8");
        assertThat(walk.days(3).times("remindTelling", walk.reference())).isZero();
    }

    private static Walk triaged(Map<String, Object> answers) {
        Map<String, Object> triage = new HashMap<>(Map.of("decision", "INVESTIGATE", "impact", "LOW",
                "childInvolved", false, "repeatConcern", false));
        triage.putAll(answers);
        return Bench.walk().start().answer("answerUrgentGate", Map.of("urgent", false)).answer("preserveEvidence")
                .answer("triage", triage);
    }
}
