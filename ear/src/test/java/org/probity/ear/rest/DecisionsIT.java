package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Boards;
import org.probity.ear.Server;
import org.probity.ear.SharedServer;
import org.probity.ear.Walk;

/** What the desk reads alone: what was decided in a case and why, and what is urgent before the rest. */
class DecisionsIT {

    private static Server server;
    private static Boards boards;
    private static Rest rest;
    private static String page;

    @BeforeAll
    static void start() {
        server = SharedServer.still();
        boards = new Boards(server);
        rest = new Rest(server, boards.like("lscb"));
        page = "investigations/" + new Walk(new Api(server, boards.like("lscb"))).report().detect().reference();
    }

    @Test
    void whatIsUrgentStandsFirst() {
        String urgent = rest.post("officer", "concerns", Map.of("what", "They write to a child.", "grooming", true)).json().get("reference").getAsString();
        assertThat(Walk.objects(rest.get("officer", "worklist?view=TEAM&size=100").json(), "items").takeWhile(row -> row.get("urgent").getAsBoolean())
                .map(row -> row.get("reference").getAsString())).contains(urgent);
    }

    @Test
    void whatWasDecidedIsReadInWordsByTheDeskAlone() {
        List<JsonObject> gates = items("/gates");
        assertThat(gates).extracting(gate -> gate.get("gate").getAsString())
                .containsExactly("DESIGNATED_OFFICER_TOLD", "SAFEGUARDING", "TRIAGE", "URGENT");
        JsonObject told = gates.get(0);
        assertThat(told.get("words").getAsString()).isEqualTo("Go on.");
        assertThat(told.get("answer").getAsString()).contains("\"externalReference\":\"L-1\"");
        assertThat(told.get("sentence").getAsString()).contains("L-1", "D. Officer").doesNotContain("externalReference", "mayContactSubject");
        rest.post("officer", page + "/withdrawal", Map.of("reasons", "Reported by mistake.")).done();
        assertThat(items("/stages").get(0).get("reasons").getAsString()).isEqualTo("Reported by mistake.");
        assertThat(items("/closures")).isEmpty();
        assertThat(items("/timeline?size=100")).allSatisfy(line -> assertThat(line.get("sentence").getAsString()).isNotBlank()
                .doesNotContain("???", "INVESTIGATION", "mustTell", "inScope"));
        for (String below : List.of("/gates", "/stages", "/closures")) {
            for (String role : List.of("employee", "hr", "manager", "auditor", "admin")) {
                assertThat(rest.get(role, page + below).status()).as(role + below).isIn(403, 404);
            }
        }
    }

    private static List<JsonObject> items(String below) {
        return Walk.objects(rest.get("officer", page + below).done().json(), "items").toList();
    }
}
