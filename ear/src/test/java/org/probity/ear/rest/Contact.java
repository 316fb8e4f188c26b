package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.calendar.WorkingCalendar;
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
        seesIt(walk, true);
        rest.post("lead", page + "/gates/contact", Map.of("allowed", true, "reasons", "They may.")).problem(403);
        rest.post("lead", page + "/gates/contact", Map.of("allowed", false, "reasons", "The police have just called.")).done();
        seesIt(walk, false);
        rest.post("lead", authorisation(access), GRANTED).problem(409);
        int left = workingDays(now(), replyBy);
        server.advance(Duration.between(now(), replyBy).plusDays(2));
        Api.await("a later deadline is noticed", () -> "OVERDUE".equals(status(after)));
        assertThat(status(walk)).isEqualTo("SENT");
        assertThat(walk.done()).noneMatch(act -> act.startsWith("removal.reminded") || act.startsWith("removal.overdue"));
        allow(page, true).done();
        seesIt(walk, true);
        assertThat(workingDays(now(), walk.replyBy())).as("no time is lost").isGreaterThanOrEqualTo(left);
        rest.post("lead", authorisation(access), GRANTED).done();
        server.advance(Duration.between(now(), walk.replyBy()).plusHours(1));
        Api.await("the deadline is noticed", () -> "OVERDUE".equals(status(walk)));
        return this;
    }

    /** From the one day to the other, that one counted. */
    private static int workingDays(Instant from, Instant to) {
        try (Reader json = new InputStreamReader(Contact.class.getResourceAsStream("/reference/bank-holidays.json"), StandardCharsets.UTF_8)) {
            WorkingCalendar calendar = new WorkingCalendar(Walk.objects(new Gson().fromJson(json, JsonObject.class), "days")
                    .map(day -> LocalDate.parse(day.get("date").getAsString())).collect(Collectors.toSet()));
            return calendar.between(LocalDate.ofInstant(from, ZoneOffset.UTC), LocalDate.ofInstant(to, ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forbidden while it is paused, and lifted after its end: then they hear of the end. */
    Contact alsoInAPauseAndUntilAfterTheEnd() {
        Walk walk = walk().report().detect().askForRemoval().awaitRemovalRequest();
        String page = "investigations/" + walk.reference();
        rest.post("officer", page + "/pause", Map.of("reasons", "The police ask for it.")).done();
        allow(page, true).problem(409);
        allow(page, false).done();
        rest.post("officer", page + "/withdrawal", Map.of("reasons", "The police have taken it on.")).done();
        seesIt(walk, false);
        int letters = letters(page);
        allow(page, true).done();
        assertThat(letters(page)).as("they are told that it was withdrawn").isEqualTo(letters + 1);
        allow(page, false).problem(409);
        return this;
    }

    /** Said by a lead, long after detection: no file leaves, nobody is written to, and somebody is to be told. */
    Contact norWhereAnImageIsSuspected() {
        Walk walk = walk().report().detect().askForRemoval().awaitRemovalRequest();
        String page = "investigations/" + walk.reference();
        long file = rest.upload("officer", page + "/evidence", Map.of("title", "A picture", "how", "Sent."), "file", "a.txt", "A".getBytes(StandardCharsets.UTF_8)).done().id();
        rest.get("officer", page + "/evidence/" + file + "/file").done();
        assertThat(rest.post("lead", page + "/gates/suspected-image", Map.of("route", "IWF")).problem(422).fields()).contains("words", "externalReference");
        rest.post("lead", page + "/gates/suspected-image", Map.of("words", "In the file that was sent.")).done();
        rest.get("officer", page + "/evidence/" + file + "/file").problem(409);
        rest.upload("officer", page + "/evidence", Map.of("title", "A picture", "how", "Sent."), "file", "b.txt", "B".getBytes(StandardCharsets.UTF_8)).problem(409);
        seesIt(walk, false);
        assertThat(walk.waiting()).contains("tellDesignatedOfficer");
        allow(page, true).problem(409);
        Map<String, Object> told = new HashMap<>(Map.of("name", "D. Officer", "toldAt", now().minusSeconds(60).toString(), "advice", "They may know.",
                "mayContactSubject", true));
        assertThat(rest.post("officer", page + "/gates/designated-officer", told).problem(422).fields()).containsExactly("imageTold");
        told.put("imageTold", true);
        rest.post("officer", page + "/gates/designated-officer", told).done();
        assertThat(walk.waiting()).doesNotContain("tellDesignatedOfficer");
        seesIt(walk, true);
        rest.get("officer", page + "/evidence/" + file + "/file").problem(409);
        return this;
    }

    private int letters(String page) {
        return rest.get("officer", page + "/documents").done().json().get("total").getAsInt();
    }

    /** To whoever may not be contacted everything answers as where nothing was asked. */
    private void seesIt(Walk walk, boolean seen) {
        String request = "removal-requests/" + walk.removal().getAsJsonObject("line").get("id").getAsLong();
        for (String list : List.of("removal-requests", "worklist")) {
            assertThat(rest.get("employee", list + "?size=100").done().body().contains(walk.reference())).as(list).isEqualTo(seen);
        }
        if (seen) {
            rest.get("employee", request).done();
        } else {
            rest.get("employee", request).problem(404);
            rest.post("employee", request + "/reply", Map.of("answer", "REMOVED", "words", "It is gone.")).problem(404);
            rest.upload("employee", request + "/reply", Map.of("answer", "REMOVED"), "file", "a.txt", "A".getBytes(StandardCharsets.UTF_8)).problem(404);
        }
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
