package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Boards;
import org.probity.ear.Server;
import org.probity.ear.SharedServer;
import org.probity.ear.Walk;

/** What follows from an employer's decision is asked, on the real process, and nothing where nothing follows; and how long the case is kept then. */
class DutiesIT {

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    private static Server server;
    private static Boards boards;
    private static Rest rest;

    @BeforeAll
    static void start() {
        server = SharedServer.still();
        boards = new Boards(server);
        rest = new Rest(server, boards.like("chscb"));
    }

    @Test
    void whereNothingFollowsTheCaseGoesOnByTheSameAct() {
        Walk walk = accepted();
        rest.post("hr", path(walk) + "/outcome", Map.of("result", "NO_ACTION", "decidedOn", TODAY, "appeal", "NONE")).done();
        assertThat(walk.referral().get("status").getAsString()).isEqualTo("COMPLETED");
        assertThat(walk.page().get("stage").getAsString()).isEqualTo("CLOSING");
        assertThat(walk.waiting()).containsExactly("closeInvestigation");
        rest.post("officer", path(walk) + "/duties", Map.of("dbsConsidered", true, "note", "Fine.")).problem(409);
        walk.close();
    }

    @Test
    void aDismissalWithAChildInvolvedIsAnsweredAndCannotBeWithdrawnFrom() {
        Walk walk = accepted();
        rest.post("hr", path(walk) + "/outcome", Map.of("result", "DISMISSAL", "decidedOn", TODAY, "appeal", "NONE")).done();
        assertThat(Walk.objects(walk.referral(), "due").map(duty -> duty.get("code").getAsString())).contains("DBS");
        rest.post("officer", "investigations/" + walk.reference() + "/withdrawal", Map.of("reasons", "Let it be.")).problem(409);
        assertThat(rest.post("officer", path(walk) + "/duties", Map.of("dbsConsidered", true, "note", "Fine.")).problem(422).fields()).contains("dbsWhyNot");
        assertThat(rest.post("officer", path(walk) + "/duties", Map.of("dbsConsidered", true, "dbsWhyNot", "No harm.", "note", "Fine.",
                "regulatorWhyNot", "None.", "regulators", List.of(Map.of("regulator", "EWC", "toldOn", TODAY)))).problem(422).fields())
                .containsExactly("regulators[0].regulator");
        rest.post("officer", path(walk) + "/duties", Map.of("dbsConsidered", true, "dbsReferred", true, "dbsReferredBy", "The employer",
                "dbsReferredOn", TODAY, "regulatorWhyNot", "It is for the employer.", "note", "Told.")).done();
        JsonObject found = Walk.objects(walk.referral(), "duties").findFirst().orElseThrow();
        assertThat(found.get("dbsReferredBy").getAsString()).isEqualTo("The employer");
        assertThat(walk.referral().getAsJsonArray("due")).isEmpty();
        rest.post("officer", "investigations/" + walk.reference() + "/closure", Map.of("summary", "Dismissed.", "learning", "Teach early.",
                "retirementOn", "1800-01-01")).problem(422);
        walk.close();
        assertThat(LocalDate.parse(walk.page().get("retainUntil").getAsString())).as("the designated officer was told")
                .isAfter(LocalDate.now(ZoneOffset.UTC).plusYears(9));
    }

    /** It is heard, though no process runs any more. */
    @Test
    void anAppealAfterClosingIsToldOfAndItsDutiesAreAsked() {
        Walk walk = accepted();
        String referral = path(walk);
        tell(referral, "NO_ACTION", "NONE").done();
        walk.close();
        assertThat(rest.get("hr", referral).json().get("appealOpen").getAsBoolean()).isTrue();
        tell(referral, "NO_ACTION", "NONE").problem(409);
        tell(referral, "NO_ACTION", "LODGED").done();
        assertThat(walk.referral().getAsJsonArray("due")).isEmpty();
        tell(referral, "DISMISSAL", "DECIDED").done();
        assertThat(walk.referral().get("step").getAsString()).isEqualTo("checkDuties");
        assertThat(walk.page().get("stage").getAsString()).isEqualTo("CLOSED");
        rest.post("officer", referral + "/duties", Map.of("dbsConsidered", true, "note", "Fine.")).problem(422);
        rest.post("officer", referral + "/duties", Map.of("dbsConsidered", true, "dbsWhyNot", "The harm test is not met.",
                "regulatorWhyNot", "It is for the employer.", "note", "Looked at.")).done();
        assertThat(walk.referral().getAsJsonArray("due")).isEmpty();
        rest.post("officer", referral + "/duties", Map.of("dbsConsidered", true, "note", "Again.")).problem(409);
        tell(referral, "WARNING", "DECIDED").problem(409);
    }

    private static Walk accepted() {
        Walk walk = new Walk(new Api(server, boards.like("chscb"))).report().detect().askForRemoval()
                .awaitRemovalRequest().remove().askForStatement().refer().awaitReferral();
        rest.post("hr", path(walk) + "/acknowledgement", Map.of("answer", "ACCEPTED")).done();
        return walk;
    }

    private static String path(Walk walk) {
        return "referrals/" + walk.referral().get("id").getAsLong();
    }

    private static Rest.Answer tell(String referral, String result, String appeal) {
        return rest.post("hr", referral + "/outcome", Map.of("result", result, "decidedOn", TODAY, "appeal", appeal,
                "appealWords", "It was heard."));
    }
}
