package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Boards;
import org.probity.ear.Server;
import org.probity.ear.SharedServer;
import org.probity.ear.Walk;

/** Which policy a case goes by, what was known of it, what was found, and which other case is about the same thing, over the wire. */
class PolicyVersionIT {

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
    void theCaseTellsItsVersionsWhatWasKnownOfThemAndWhatWasFound() {
        Walk walk = walk().report().detect();
        JsonObject policy = Walk.objects(walk.page(), "policies").findFirst().orElseThrow();
        assertThat(policy.get("version").getAsString()).isEqualTo("1");
        JsonObject known = policy.getAsJsonObject("acknowledgement");
        assertThat(known.get("kind").getAsString()).isIn("THIS", "NONE");
        assertThat(known.has("on")).isEqualTo(known.get("kind").getAsString().equals("THIS"));
        assertThat(walk.page().getAsJsonObject("inPost").get("answer").getAsString()).as("told by the directory").isEqualTo("YES");
        assertThat(Walk.objects(walk.page(), "allegations")).noneMatch(alleged -> alleged.has("result"));
        walk.askForStatement().find();
        assertThat(Walk.objects(walk.page(), "allegations")).allMatch(alleged -> alleged.get("result").getAsString().equals("PROVEN")
                && alleged.has("foundAt") && !alleged.get("openedAgain").getAsBoolean());
    }

    @Test
    void whatGuidesIsShownAndCannotBeAlleged() {
        List<JsonObject> policies = Walk.objects(rest.get("officer", "policy").json(), "items").toList();
        assertThat(policies).allMatch(policy -> policy.has("inForceFrom") && !policy.has("inForceUntil"));
        assertThat(policies.stream().flatMap(policy -> Walk.objects(policy, "clauses")).filter(clause -> clause.get("kind").getAsString().equals("GUIDANCE")))
                .isNotEmpty().noneMatch(clause -> clause.get("canBeBroken").getAsBoolean());
        String page = "investigations/" + ready().reference();
        assertThat(rest.post("officer", page + "/triage", triage(Map.of("clauses", List.of("AU 4.2")))).problem(422).fields()).containsExactly("clauses");
        rest.post("officer", page + "/triage", triage(Map.of("clauses", List.of("3.2")))).done();
    }

    @Test
    void aCaseAboutTheSameThingIsToldOfAtBoth() {
        String earlier = walk().report().reference();
        Walk again = ready();
        String page = "investigations/" + again.reference();
        for (String wrong : List.of(again.reference(), boards.own("CHSCB-1999-1"))) {
            assertThat(rest.post("officer", page + "/triage", triage(Map.of("duplicateOf", wrong))).problem(422).fields()).containsExactly("duplicateOf");
        }
        rest.post("officer", page + "/triage", triage(Map.of("duplicateOf", earlier))).done();
        assertThat(links(page)).containsExactly(earlier + " DUPLICATE_OF");
        assertThat(links("investigations/" + earlier)).containsExactly(again.reference() + " HAS_DUPLICATE");
        assertThat(again.done()).as("told in the link alone").noneMatch(entry -> entry.contains(earlier));
    }

    private static List<String> links(String page) {
        return Walk.objects(rest.get("officer", page).json(), "links")
                .map(link -> link.get("reference").getAsString() + " " + link.get("way").getAsString()).toList();
    }

    private static Walk walk() {
        return new Walk(new Api(server, boards.like("chscb")));
    }

    /** Triage comes next. */
    private static Walk ready() {
        Walk walk = walk().report();
        String page = "investigations/" + walk.reference();
        rest.post("officer", page + "/gates/urgent", Walk.nothingUrgent()).done();
        rest.post("officer", page + "/evidence", Map.of("kind", "NONE", "title", "Nothing", "how", "It is gone.")).done();
        return walk;
    }

    private static Map<String, Object> triage(Map<String, ?> with) {
        Map<String, Object> form = new HashMap<>(Map.of("title", "A post", "inScope", true, "audience", "PUBLIC", "impact", "LOW", "decision", "ADVICE",
                "reasons", "Looked at."));
        form.putAll(with);
        return form;
    }
}
