package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Signature;
import org.probity.detection.GateAnswer.Gate;
import org.probity.detection.GateQueries.GateLine;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Json;
import org.probity.kernel.Refusal;

/** What was answered at the gates, and why, is read back, of each detection of the case. */
class GateQueriesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-Q-" + System.nanoTime() % 1_000_000_000;
    private Refusal hidden;

    @Test
    void everyAnswerIsReadWithItsWordsTheNewestFirst() {
        answered(1, Gate.SAFEGUARDING, new SafeguardingAnswer(true, false, false, false, true, false, "A child was harmed"),
                "A child was harmed", NOW);
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("D. Officer", "L-17", NOW, false, "Wait for us", true), "Wait for us", NOW.plusSeconds(60));
        answered(2, Gate.URGENT, new UrgentAnswer(false, false, true, "Messages to a child"), "Messages to a child", NOW.plusSeconds(120));
        List<GateLine> lines = read();
        assertThat(lines).extracting(GateLine::gate).containsExactly(Gate.URGENT, Gate.DESIGNATED_OFFICER_TOLD, Gate.SAFEGUARDING);
        assertThat(lines).extracting(GateLine::round).containsExactly(2, 1, 1);
        assertThat(lines).extracting(GateLine::words).containsExactly("Messages to a child", "Wait for us", "A child was harmed");
        assertThat(lines.get(1).answer()).contains("\"externalReference\":\"L-17\"", "\"name\":\"D. Officer\"").doesNotContain("Wait for us");
        assertThat(lines.get(2).answer()).contains("\"mustTell\":true").doesNotContain("A child was harmed");
    }

    /** As one that an archive brought before archives were asked for more than its length. */
    @Test
    void anAnswerThatCannotBeReadIsShownWithoutItAndHoldsBackWhatItMay() {
        List<String> all = List.of("{\"indecentImage\":1e999999999}", "{\"a\":" + "[".repeat(900), "{\"indecentImage\":{\"a\":1},\"mustTell\":\"x\"}");
        for (String unreadable : all) {
            GateAnswer given = CurrentCaller.call(Caller.system(), () -> new GateAnswer(reference, 1 + all.indexOf(unreadable), Gate.URGENT, unreadable, "Words", NOW));
            assertThat(given.suspectsImage()).isTrue();
            assertThat(given.mustTell()).isTrue();
            database.run("chscb", entities -> entities.persist(given));
        }
        assertThat(read()).hasSize(3).extracting(GateLine::words).containsOnly("Words");
        assertThat(read()).extracting(GateLine::answer).contains("{}");
    }

    @Test
    void theLongestAnswerIsKept() {
        String quoted = "\"".repeat(4_000);
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("\"".repeat(200), "\"".repeat(200), NOW, false, quoted, true), quoted, NOW);
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> {
            SuspectedImage image = new SuspectedImage(reference, 1, new Suspicion("Words", null, null), Signature.now(NOW));
            image.told(new DesignatedOfficerContact("D. Officer", null, NOW, false, quoted, true), NOW);
            entities.persist(image);
        }));
        assertThat(read()).extracting(GateLine::words).containsExactly(quoted);
    }

    /** The reference that the designated officer gave then is nowhere else in the case. */
    @Test
    void whatTheDesignatedOfficerWasToldOfAnImageLaterIsReadOnceForAllOfThem() {
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("D. Officer", "L-17", NOW, false, "Wait for us", true), "Wait for us", NOW.plusSeconds(60));
        answered(2, Gate.URGENT, new UrgentAnswer(false, false, true, "Messages to a child"), "Messages to a child", NOW.plusSeconds(120));
        DesignatedOfficerContact later = new DesignatedOfficerContact("E. Other", "L-99", NOW, false, "Keep it as it is", true);
        suspected(1, new DesignatedOfficerContact("D. Officer", "L-17", NOW, false, "Wait for us", true), NOW.plusSeconds(60));
        suspected(2, later, NOW.plusSeconds(300));
        suspected(3, later, NOW.plusSeconds(300));
        suspected(4, null, null);
        List<GateLine> lines = read();
        assertThat(lines).extracting(GateLine::gate).containsExactly(Gate.DESIGNATED_OFFICER_TOLD, Gate.URGENT, Gate.DESIGNATED_OFFICER_TOLD);
        assertThat(lines.get(0)).returns(2, GateLine::round).returns("Keep it as it is", GateLine::words).returns(NOW.plusSeconds(300), GateLine::at);
        assertThat(lines.get(0).answer()).contains("\"externalReference\":\"L-99\"", "\"name\":\"E. Other\"").doesNotContain("Keep it");
    }

    private void suspected(int number, DesignatedOfficerContact designatedOfficerContact, Instant at) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> {
            SuspectedImage image = new SuspectedImage(reference, number, new Suspicion("Seen in a file", null, null), Signature.now(NOW));
            if (designatedOfficerContact != null) {
                image.told(designatedOfficerContact, at);
            }
            entities.persist(image);
        }));
    }

    @Test
    void whoDoesNotSeeTheCaseReadsNothingOfThem() {
        answered(1, Gate.URGENT, new UrgentAnswer(false, false, true, "Messages to a child"), "Messages to a child", NOW);
        hidden = Refusal.notFound();
        assertThatThrownBy(this::read).isSameAs(hidden);
    }

    private List<GateLine> read() {
        return database.call("chscb", entities -> TestDatabase.wire(new GateQueries(), entities, new Investigations() {
            @Override
            public Investigation visible(String any) {
                if (hidden != null) {
                    throw hidden;
                }
                return null;
            }
        }).of(reference));
    }

    private void answered(int round, Gate gate, Object answer, String words, Instant at) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb",
                entities -> entities.persist(new GateAnswer(reference, round, gate, Json.write(answer), words, at))));
    }
}
