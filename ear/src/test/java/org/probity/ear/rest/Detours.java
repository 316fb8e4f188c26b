package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probity.ear.Api;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** Ways past what the main walk asks; each of them leads back to it. */
final class Detours {

    private static final Map<String, String> WHY = Map.of("reasons", "New facts.");

    private final Rest rest;
    private final Walk walk;
    private final String page;

    Detours(Server server, String board) {
        rest = new Rest(server, board);
        walk = new Walk(new Api(server, board)).report();
        page = "investigations/" + walk.reference();
    }

    /** Ended before the gates, and opened again. */
    void pastTheGates() {
        reopenedAfter("withdrawal", WHY);
        assertThat(walk.waiting()).containsExactly("answerUrgentGate");
        rest.upload("officer", page + "/evidence", Map.of("title", "A picture", "how", "Sent."), "file", "a.txt", "A".getBytes(StandardCharsets.UTF_8)).problem(409);
        rest.post("officer", page + "/gates/contact", Map.of("allowed", true, "reasons", "They said so.")).problem(409);
        rest.post("officer", page + "/gates/urgent", Walk.nothingUrgent()).done();
        walk.triage();
        reopenedAfter("withdrawal", WHY);
        assertThat(walk.waiting()).as("nobody was told").containsExactly("answerUrgentGate");
        walk.detect();
        assertThat(Walk.objects(walk.page(), "allegations").map(allegation -> allegation.get("clauseNumber").getAsString())).isNotEmpty().doesNotHaveDuplicates();
        reopenedAfter("withdrawal", WHY);
        assertThat(walk.waiting()).as("detected").containsExactly("recordFindings");
    }

    /** Decided not to be investigated, and opened again. */
    void pastTriage() {
        rest.post("officer", page + "/gates/urgent", Walk.nothingUrgent()).done();
        rest.post("officer", page + "/evidence", Map.of("kind", "NONE", "title", "Nothing", "how", "It is gone.")).done();
        rest.post("officer", page + "/triage", Map.of("title", "A post", "inScope", true, "whistleblowing", true, "audience", "PUBLIC", "impact", "LOW",
                "decision", "NO_FURTHER_ACTION", "reasons", "It may be a disclosure.")).done();
        rest.post("officer", page + "/gates/safeguarding", Map.of("mustTell", false, "mayContactSubject", true, "reasons", "Nobody is at risk.")).done();
        reopenedAfter("closure", Map.of("summary", "It is a disclosure.", "learning", "None."));
        assertThat(walk.waiting()).containsExactly("answerUrgentGate");
        JsonObject seen = walk.page();
        assertThat(List.of(seen.get("stage").getAsString(), seen.get("contactAllowed").getAsString())).containsExactly("DETECTION", "false");
        pastTheDisclosure();
        walk.detect();
        assertThat(walk.waiting()).containsExactly("recordFindings");
    }

    /** What triage flagged stays, whatever triage says the next time, until a lead has decided; and it can be raised anew. */
    private void pastTheDisclosure() {
        String disclosures = page + "/protected-disclosures";
        for (String decision : List.of("INVESTIGATE", "ADVICE")) {
            assertThat(rest.post("officer", page + "/triage", Map.of("title", "A post", "inScope", true, "whistleblowing", false, "audience", "PUBLIC", "impact", "LOW",
                    "decision", decision, "clauses", List.of("3.5"), "newSubject", Map.of("name", "Somebody Else"), "reasons", "It is none."))
                    .problem(422).fields()).containsExactly("decision");
        }
        assertThat(Walk.objects(rest.get("officer", disclosures).done().json(), "items").map(one -> one.get("words").getAsString()))
                .containsExactly("It may be a disclosure.");
        rest.post("officer2", disclosures, Map.of("words", "I think so too.")).problem(409);
        Map<String, ?> none = Map.of("number", 1, "treatment", "NOT_PROTECTED", "reasons", "It was said in anger.");
        rest.post("officer", disclosures + "/decision", none).problem(403);
        assertThat(rest.post("lead", disclosures + "/decision", Map.of("number", 1)).problem(422).fields()).containsExactlyInAnyOrder("treatment", "reasons");
        rest.post("lead", disclosures + "/decision", none).done();
        rest.post("lead", disclosures + "/decision", none).problem(409);
        assertThat(rest.get("lead", page + "/timeline").done().body()).contains("detection.disclosureRaised", "detection.disclosureDecided");
        rest.get("employee", disclosures).problem(403);
    }

    /** What may be a protected disclosure comes to no employer, whenever that is said. */
    void pastADisclosure() {
        walk.detect().askForStatement();
        String disclosures = page + "/protected-disclosures";
        rest.post("officer2", disclosures, Map.of("words", "She told the regulator of it first.")).done();
        Map<String, String> question = Map.of("kind", "CONFIRM_ACCOUNT", "ask", "Is it yours?", "ground", "The photograph carries the name.");
        rest.post("officer", page + "/cooperation-requests", question).problem(409);
        assertThat(rest.post("officer", page + "/findings", walk.proven()).problem(422).fields()).containsExactly("refer");
        rest.post("lead", disclosures + "/decision", Map.of("treatment", "PROTECTED", "reasons", "It is in the public interest.")).done();
        rest.post("officer", page + "/cooperation-requests", question).problem(409);
        assertThat(rest.post("officer", page + "/findings", walk.proven()).problem(422).fields()).containsExactly("refer");
        rest.post("lead", disclosures + "/decision", Map.of("treatment", "NOT_PROTECTED", "reasons", "After all.")).problem(403);
        assertThat(rest.get("employee", "cooperation-requests").done().body()).doesNotContain("regulator", "PROTECTED");
    }

    private void reopenedAfter(String end, Map<String, String> how) {
        rest.post("officer", page + "/" + end, how).done();
        rest.post("lead", page + "/reopening", WHY).done();
    }

    /** Whoever says whose account it is was asked about nothing that is alleged. */
    private void confirmAccount() {
        long id = rest.post("officer", "investigations/" + walk.detect().reference() + "/cooperation-requests", Map.of("kind", "CONFIRM_ACCOUNT",
                "ask", "Is it yours?", "ground", "The photograph carries the name.")).done().id();
        String account = "cooperation-requests/" + id;
        Api.await("the question is sent", () -> "SENT".equals(status(account)));
        rest.post("employee", account + "/reply", Map.of("answer", "ANSWERED", "words", "Yes.")).done();
        rest.post("officer", account + "/decision", Map.of("result", "ENOUGH")).done();
        assertThat(rest.post("officer", page + "/findings", walk.proven()).problem(422).fields()).as("nothing was put to them").containsOnly("refer");
        assertThat(Walk.objects(rest.get("officer", page + "/findings").done().json(), "hearing").map(heard -> heard.get("progress").getAsString()))
                .containsOnly("NOT_PUT");
    }

    /** An officer writes down that the subject has answered. */
    void pastTheSubject() {
        confirmAccount();
        String removal = "removal-requests/" + id(walk.askForStatement().askForRemoval().awaitRemovalRequest().removal());
        rest.post("officer", removal + "/reply", Map.of("answer", "REMOVED", "words", "I did it.", "channel", "TELEPHONE")).done();
        assertThat(mayAnswer(removal)).isTrue();
        assertThat(rest.post("officer", page + "/findings", walk.proven()).problem(422).fields()).as("nobody has heard them").containsExactly("refer");
        rest.post("employee", removal + "/reply", Map.of("answer", "DISPUTED", "words", "I never said that.")).done();
        assertThat(walk.waiting()).contains("decideChallenge").doesNotContain("checkItems", "awaitReply");
        assertThat(Walk.objects(walk.removal(), "replies").map(reply -> reply.get("channel").getAsString())).containsExactly("TELEPHONE", "PORTAL");
        assertThat(mayAnswer(removal)).isFalse();
        assertThat(rest.post("officer", page + "/findings", walk.proven()).problem(422).fields()).as("nobody has decided on it").containsExactly("refer");
        rest.post("lead", removal + "/decision", Map.of("result", "UPHELD", "reasons", "Nobody can say whose it is.")).done();
        rest.post("officer", page + "/findings", walk.proven()).done();
    }

    /** An officer writes down that the subject will come. */
    void pastTheirConsent() {
        long id = rest.post("officer", "investigations/" + walk.detect().reference() + "/cooperation-requests", Map.of("kind", "MEETING", "ask", "Come.",
                "ground", "We need your side.", "meetingAt", Instant.now().plus(Duration.ofDays(60)).toString(), "place", "Town Hall")).done().id();
        String meeting = "cooperation-requests/" + id;
        Api.await("the request to come is sent", () -> "SENT".equals(status(meeting)));
        rest.post("officer", meeting + "/reply", Map.of("answer", "AGREED", "channel", "IN_PERSON")).done();
        assertThat(walk.waiting()).contains("holdMeeting");
        rest.post("employee", meeting + "/reply", Map.of("answer", "DECLINED", "words", "I said no.")).done();
        assertThat(walk.waiting()).contains("considerReply").doesNotContain("holdMeeting", "awaitReply");
        rest.post("officer", meeting + "/decision", Map.of("result", "ENOUGH")).done();
        assertThat(status(meeting)).isEqualTo("DECLINED");
    }

    /** More time is given and taken back; then the subject says that it is not theirs, and a lead decides that it is not. */
    void pastTheTimeGivenAndWhoseItIs() {
        String removal = removal();
        Instant first = walk.replyBy();
        rest.post("employee", removal + "/reply", Map.of("answer", "MORE_TIME", "words", "I am away.", "askedUntil",
                LocalDate.ofInstant(first, ZoneOffset.UTC).plusDays(14).toString())).done();
        rest.post("officer", removal + "/decision", Map.of("result", "GRANTED", "reasons", "Two weeks are fair.")).done();
        assertThat(walk.awaitRemovalRequest().replyBy()).isAfter(first);
        assertThat(rest.post("officer", removal + "/decision", Map.of("result", "TAKEN_BACK")).problem(422).fields()).containsExactly("reasons");
        Map<String, String> taken = Map.of("result", "TAKEN_BACK", "reasons", "A child is at risk.");
        rest.post("officer", removal + "/decision", taken).done();
        assertThat(walk.awaitRemovalRequest().replyBy()).isEqualTo(first);
        rest.post("officer", removal + "/decision", taken).problem(409);
        rest.post("employee", removal + "/reply", Map.of("answer", "NOT_MINE", "words", "Somebody used my name.")).done();
        assertThat(walk.waiting()).contains("decideIdentity").doesNotContain("decideChallenge", "awaitReply");
        Map<String, ?> decided = Map.of("result", "NOT_THEIRS", "reasons", "Another of that name.", "checks", walk.seen("STILL_THERE"));
        rest.post("officer", removal + "/decision", decided).problem(403);
        rest.post("lead", removal + "/decision", decided).done();
        assertThat(status(removal)).isEqualTo("NOT_THEIRS");
        assertThat(Walk.objects(rest.get("employee", removal).done().json(), "decisions").filter(decision -> decision.has("letterId"))).hasSize(1);
    }

    /** What is still there is reported to its site and looked at again, before anybody leaves it at that. */
    void pastTheSite() {
        String removal = removal();
        rest.post("employee", removal + "/reply", Map.of("answer", "REMOVED", "words", "I tried.")).done();
        Map<String, Object> seen = new HashMap<>(Map.of("checks", walk.seen("STILL_THERE"), "next", "PLATFORM"));
        assertThat(rest.post("officer", removal + "/checks", seen).problem(422).fields()).containsExactlyInAnyOrder("report.site", "report.reportedOn");
        seen.put("report", Map.of("site", "Friends Online", "reportedOn", LocalDate.now(ZoneOffset.UTC).toString(), "externalReference", "FO-17"));
        rest.post("officer", removal + "/checks", seen).done();
        assertThat(status(removal)).isEqualTo("PLATFORM_REPORTED");
        assertThat(walk.waiting()).contains("checkPlatform");
        JsonObject told = Walk.objects(rest.get("employee", removal).done().json(), "decisions").findFirst().orElseThrow();
        assertThat(told.get("site").getAsString()).isEqualTo("Friends Online");
        seen.put("next", "LEAVE");
        assertThat(rest.post("officer", removal + "/checks", seen).problem(422).fields()).containsExactly("reasons");
        seen.put("reasons", "The site will not.");
        rest.post("officer", removal + "/checks", seen).done();
        assertThat(status(removal)).isEqualTo("NOT_SEEN_GONE");
        assertThat(walk.waiting()).doesNotContain("checkPlatform");
    }

    private String removal() {
        return "removal-requests/" + id(walk.detect().askForRemoval().awaitRemovalRequest().removal());
    }

    private static long id(JsonObject request) {
        return request.getAsJsonObject("line").get("id").getAsLong();
    }

    private String status(String request) {
        return rest.get("officer", request).json().getAsJsonObject("line").get("status").getAsString();
    }

    private boolean mayAnswer(String request) {
        return rest.get("employee", request).done().json().get("mayAnswer").getAsBoolean();
    }
}
