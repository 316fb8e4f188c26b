package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** An appeal that comes after the case was closed is heard, and its duties are asked, though no process runs any more. */
class AppealIT {

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    private static Server server;
    private static Rest rest;

    @BeforeAll
    static void start() {
        server = Server.named("appeal", 1630).start();
        rest = new Rest(server, "chscb");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAppealAfterClosingIsToldOfAndItsDutiesAreAsked() {
        Walk walk = new Walk(new Api(server, "chscb")).report().detect().askForRemoval().awaitRemovalRequest().remove().askForStatement().refer()
                .awaitReferral();
        String referral = "referrals/" + walk.referral().get("id").getAsLong();
        rest.post("hr", referral + "/acknowledgement", Map.of("answer", "ACCEPTED")).done();
        tell(referral, "NO_ACTION", "NONE").done();
        walk.close();
        assertThat(rest.get("hr", referral).json().get("appealOpen").getAsBoolean()).isTrue();
        tell(referral, "NO_ACTION", "NONE").problem(422);
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

    private static Rest.Answer tell(String referral, String result, String appeal) {
        return rest.post("hr", referral + "/outcome", Map.of("result", result, "decidedOn", TODAY, "appeal", appeal,
                "appealWords", "It was heard."));
    }
}
