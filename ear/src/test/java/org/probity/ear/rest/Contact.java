package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Tries to reach the subject of a case when nobody may. */
final class Contact {

    private static final Map<String, ?> GRANTED = Map.of("authorised", true, "reasons", "Necessary.");

    private final Server server;
    private final Rest rest;
    private final String board;

    Contact(Server server, String board) {
        this.server = server;
        this.rest = new Rest(server, board);
        this.board = board;
    }

    Contact neitherBeforeTheGateNorPastTriage() {
        String page = "investigations/" + walk().report().reference();
        allow(page, true).problem(409);
        rest.post("officer", page + "/gates/urgent", Walk.nothingUrgent()).done();
        rest.post("officer", page + "/evidence", Map.of("title", "The post", "sourceAddress", "https://example.org/p")).done();
        rest.post("officer", page + "/triage", Map.of("title", "A photograph", "inScope", false, "audience", "PUBLIC", "impact", "LOW",
                "decision", "NO_FURTHER_ACTION", "newSubject", Map.of("name", "Somebody Else"), "reasons", "Out of scope.")).done();
        allow(page, true).problem(409);
        rest.post("officer", page + "/gates/safeguarding", Map.of("mayContactSubject", true, "reasons", "Nothing.")).done();
        for (String asking : List.of("/removal-requests", "/cooperation-requests")) {
            rest.post("officer", page + asking, Map.of()).problem(409);
        }
        return this;
    }

    Contact notWhileItIsForbidden() {
        Walk walk = walk().report().detect().askForRemoval().awaitRemovalRequest();
        Walk after = walk().report().detect().askForRemoval().awaitRemovalRequest();
        String page = "investigations/" + walk.reference();
        long access = rest.post("officer", page + "/cooperation-requests", Map.of("kind", "ACCESS", "ask", "The account", "ground", "It shows who posted",
                "scope", "The posts of that day")).done().id();
        Instant replyBy = walk.replyBy();
        allow(page, false).done();
        rest.post("lead", authorisation(access), GRANTED).problem(409);
        Duration stood = Duration.between(now(), replyBy).plusDays(2);
        server.advance(stood);
        Api.await("a later deadline is noticed", () -> "OVERDUE".equals(status(after)));
        assertThat(status(walk)).isEqualTo("SENT");
        assertThat(walk.done()).noneMatch(act -> act.startsWith("removal.reminded") || act.startsWith("removal.overdue"));
        allow(page, true).done();
        assertThat(walk.replyBy()).isAfterOrEqualTo(replyBy.plus(stood));
        rest.post("lead", authorisation(access), GRANTED).done();
        server.advance(Duration.between(now(), walk.replyBy()).plusHours(1));
        Api.await("the deadline is noticed", () -> "OVERDUE".equals(status(walk)));
        return this;
    }

    private static String authorisation(long access) {
        return "cooperation-requests/" + access + "/authorisation";
    }

    private Rest.Answer allow(String page, boolean allowed) {
        return rest.post("officer", page + "/gates/contact", Map.of("allowed", allowed, "reasons", "The police say so."));
    }

    private Walk walk() {
        return new Walk(new Api(server, board));
    }

    private Instant now() {
        return server.advance(Duration.ZERO);
    }

    private static String status(Walk walk) {
        return walk.removal().getAsJsonObject("line").get("status").getAsString();
    }
}
