package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Reads what was decided in a case and why, as those may who see it. */
final class Decisions {

    private final Rest rest;
    private final String page;

    Decisions(Server server, String board) {
        this.rest = new Rest(server, board);
        this.page = "investigations/" + new Walk(new Api(server, board)).report().detect().reference();
    }

    void areReadInWordsByTheDeskAlone() {
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

    private List<JsonObject> items(String below) {
        return Walk.objects(rest.get("officer", page + below).done().json(), "items").toList();
    }
}
