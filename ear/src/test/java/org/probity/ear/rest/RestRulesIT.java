package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Boards;
import org.probity.ear.Server;
import org.probity.ear.SharedServer;
import org.probity.ear.Walk;

/** What the REST API refuses, how it says so, and that a refusal changes nothing. */
class RestRulesIT {

    private static final Map<String, ?> CALM = Map.of("reasons", "Nothing urgent.");

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
    void whoHasNoTokenIsAskedForOneAndOnlyAConcernNeedsNone() {
        assertThat(rest.get(null, "worklist").problem(401).header("WWW-Authenticate")).startsWith("Bearer");
        rest.get("no-such-token", "worklist").problem(401);
        rest.get(boards.own("demo-lscb-officer"), "worklist").problem(401);
        rest.post(boards.own("demo-lscb-officer"), "concerns", Walk.concern()).problem(401);
        String receipt = rest.post(null, "concerns", Walk.concern()).done().json().get("receipt").getAsString();
        assertThat(rest.get(null, "concerns/receipts/" + receipt).done().json().get("progress").getAsString()).isEqualTo("RECEIVED");
        rest.post(null, "concerns/receipts/" + receipt + "/additions", Map.of("words", "It is still there.")).done();
        rest.get(null, "concerns/receipts/ABCD-EFGH-JKMN").problem(404);
    }

    @Test
    void aRoleThatMayNotIsForbiddenWhereItKnowsAnywayAndFindsNothingWhereNot() {
        rest.get("employee", "investigations").problem(403);
        rest.get("auditor", "investigations").problem(403);
        rest.post("hr", "investigations/" + open() + "/triage", Map.of()).problem(403);
        rest.get("employee", "removal-requests/1").problem(404);
        rest.get("hr", "referrals/1").problem(404);
    }

    @Test
    void whatIsOutOfSightAnswersLikeWhatDoesNotExist() {
        String reference = open(boards.own("Chscb Second Compliance Officer"));
        Rest.Answer never = rest.get("officer2", boards.own("investigations/CHSCB-1999-0001")).problem(404);
        for (String below : List.of("", "/work", "/timeline", "/documents", "/evidence", "/notes", "/findings", "/gates", "/closures", "/stages")) {
            assertThat(rest.get("officer2", "investigations/" + reference + below).problem(404).body()).isEqualTo(never.body());
            assertThat(new Rest(server, boards.like("nscb")).get("officer", "investigations/" + reference + below).problem(404).body())
                    .isEqualTo(never.body());
        }
        assertThat(rest.get("officer2", "investigations?q=" + reference).json().get("total").getAsInt()).isZero();
        assertThat(rest.get("officer", "investigations?q=" + reference).json().get("total").getAsInt()).isOne();
        rest.get("officer", "/api/boards/atlantis/worklist").problem(404);
        for (String forged : List.of("999999999", "-1", "x", "99999999999999999999")) {
            rest.get("officer", "removal-requests/" + forged).problem(404);
            rest.get("lead", "investigations/" + reference + "/evidence/" + forged + "/file").problem(404);
        }
    }

    @Test
    void aRestrictedCaseIsGoneAtOnceForWhoeverIsNotOnItsTeam() {
        String reference = open();
        String page = "investigations/" + reference;
        String team = page + "/restriction";
        assertThat(rest.get("officer", team).json().get("restricted").getAsBoolean()).isFalse();
        assertThat(rest.post("officer", team, Map.of()).problem(422).fields()).containsExactly("reasons");
        assertThat(rest.post("officer", team, Map.of("reasons", "No lead.")).problem(422).fields()).containsExactly("memberId");
        rest.get("officer2", page).done();
        Map<String, ?> withLead = Map.of("memberId", colleague(team, boards.own("Chscb Lead")), "reasons", "It touches a colleague.");
        rest.post("officer", team, withLead, "If-Match", "\"99\"").problem(412);
        rest.post("officer", team, withLead, "Idempotency-Key", team).done();
        rest.post("officer", team, withLead, "Idempotency-Key", team).done();
        rest.post("officer", team, withLead).problem(409);
        assertThat(rest.get("officer", team).json().getAsJsonArray("team")).hasSize(2);
        assertGone("officer2", reference);
        rest.post("officer2", team + "/members", Map.of("memberId", 1, "reasons", "Let me in.")).problem(404);
        rest.post("officer2", page + "/notes", Map.of("words", "I was here.")).problem(404);
    }

    @Test
    void aTeamChangesAndOnlyALeadOpensTheCaseAgain() {
        String reference = open();
        String team = "investigations/" + reference + "/restriction";
        long lead = colleague(team, boards.own("Chscb Lead"));
        rest.post("officer", team, Map.of("memberId", lead, "reasons", "It touches a colleague.")).done();
        assertThat(rest.post("officer", team + "/members", Map.of()).problem(422).fields()).containsExactlyInAnyOrder("memberId", "reasons");
        long second = colleague(team, boards.own("Chscb Second Compliance Officer"));
        rest.post("officer", team + "/members", Map.of("memberId", second, "reasons", "She knows the family.")).done();
        rest.get("officer2", team).done();
        rest.post("officer", team + "/departures", Map.of("memberId", lead, "reasons", "He is away.")).problem(409);
        rest.post("officer2", team + "/departures", Map.of("memberId", second, "reasons", "I have too much to do.")).done();
        assertGone("officer2", reference);
        rest.post("officer", team + "/end", Map.of("reasons", "It is over.")).problem(403);
        assertThat(rest.post("lead", team + "/end", Map.of()).problem(422).fields()).containsExactly("reasons");
        rest.post("lead", team + "/end", Map.of("reasons", "It is over.")).done();
        rest.post("lead", team + "/end", Map.of("reasons", "It is over.")).problem(409);
        assertThat(rest.get("officer2", team).done().json().get("restricted").getAsBoolean()).isFalse();
    }

    @Test
    void whoStepsAsideSeesNothingUntilALeadLetsThemBack() {
        String reference = open();
        String page = "investigations/" + reference;
        rest.post("officer2", page + "/conflict", Map.of("conflict", true, "reasons", "We are neighbours.")).done();
        assertGone("officer2", reference);
        assertThat(rest.get("officer", page + "/recusals").done().json().getAsJsonArray("items")).isEmpty();
        JsonObject aside = Walk.objects(rest.get("lead", page + "/recusals").json(), "items").findFirst().orElseThrow();
        assertThat(aside.get("words").getAsString()).isEqualTo("We are neighbours.");
        String back = page + "/recusals/return";
        assertThat(rest.post("lead", back, Map.of()).problem(422).fields()).containsExactlyInAnyOrder("accountId", "why");
        assertThat(rest.post("lead", back, Map.of("accountId", -1, "why", "Nobody.")).problem(422).fields()).containsExactly("accountId");
        Map<String, ?> known = Map.of("accountId", aside.get("accountId").getAsLong(), "why", "They have moved.");
        rest.post("officer", back, known).problem(409);
        rest.post("lead", back, known).done();
        rest.get("officer2", page).done();
    }

    private static void assertGone(String role, String reference) {
        Rest.Answer never = rest.get(role, boards.own("investigations/CHSCB-1999-0001")).problem(404);
        for (String below : List.of("", "/restriction", "/restriction/colleagues", "/conflict", "/notes", "/timeline", "/gates", "/stages")) {
            assertThat(rest.get(role, "investigations/" + reference + below).problem(404).body()).isEqualTo(never.body());
        }
        assertThat(rest.get(role, "investigations?q=" + reference).json().get("total").getAsInt()).isZero();
    }

    /** One who can join. */
    private static long colleague(String team, String name) {
        return Rest.named(rest.get("officer", team + "/colleagues"), name).get("memberId").getAsLong();
    }

    @Test
    void tokensAreSeenAndRevokedButNoneIsMadeByAnother() {
        Rest wales = new Rest(server, boards.like("cwmtaf"));
        JsonObject own = Rest.named(wales.get("employee", "tokens"), boards.own("demo-cwmtaf-employee"));
        assertThat(own.get("works").getAsBoolean()).isTrue();
        assertThat(own.has("lastUsed")).isTrue();
        Map<String, ?> another = Map.of("name", "Another", "scopes", List.of("READ"), "until", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        wales.post("employee", "tokens", another).problem(405);
        wales.post("admin", "members/tokens", another).problem(405);
        wales.get("employee", "members/tokens").problem(403);
        long managers = Rest.named(wales.get("admin", "members/tokens?size=100"), boards.own("demo-cwmtaf-manager")).get("id").getAsLong();
        assertThat(wales.send("DELETE", "employee", "tokens/" + managers).problem(404).body())
                .isEqualTo(wales.send("DELETE", "employee", "tokens/999999999").problem(404).body());
        rest.send("DELETE", "admin", "members/tokens/" + managers).problem(404);
        wales.get("manager", "worklist").done();
        wales.send("DELETE", "admin", "members/tokens/" + managers).done();
        wales.send("DELETE", "admin", "members/tokens/" + managers).done();
        wales.get("manager", "worklist").problem(401);
        wales.send("DELETE", "employee", "tokens/" + own.get("id").getAsLong()).done();
        wales.get("employee", "tokens").problem(401);
    }

    @Test
    void anActUnderTheSameKeyHappensOnce() {
        String notes = "investigations/" + open() + "/notes";
        String key = UUID.randomUUID().toString();
        Rest.Answer first = rest.post("officer", notes, Map.of("words", "Once."), "Idempotency-Key", key).done();
        Rest.Answer again = rest.post("officer", notes, Map.of("words", "Once."), "Idempotency-Key", key).done();
        assertThat(List.of(again.status(), again.body(), again.header("Location")))
                .isEqualTo(List.of(first.status(), first.body(), first.header("Location")));
        assertThat(rest.get("officer", notes).json().get("total").getAsInt()).isOne();
        rest.post("officer", notes, Map.of("words", "Something else."), "Idempotency-Key", key).problem(409);
        assertThat(rest.get("officer", notes).json().get("total").getAsInt()).isOne();
    }

    @Test
    void aDoubleClickIsAnsweredTwiceAndDoneOnce() {
        String key = UUID.randomUUID().toString();
        List<Rest.Answer> answers = Rest.atOnce(4, n -> () -> rest.post(null, "concerns", Walk.concern(), "Idempotency-Key", key));
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Rest.Answer::body).distinct()).hasSize(1);
    }

    @Test
    void aRefusedActMaySucceedUnderItsKeyLater() {
        String notes = "investigations/" + open() + "/notes";
        rest.post("officer", notes, Map.of("words", ""), "Idempotency-Key", notes).problem(422);
        rest.post("officer", notes, Map.of("words", "Now."), "Idempotency-Key", notes).done();
    }

    @Test
    void anActOnAnOldVersionIsRefused() {
        String page = "investigations/" + open();
        String seen = rest.get("officer", page).header("ETag");
        rest.post("officer", page + "/gates/urgent", CALM, "If-Match", seen).done();
        evidence(page).done();
        rest.post("officer", page + "/notes", Map.of("words", "Late."), "If-Match", seen).problem(412);
        assertThat(rest.get("officer", page + "/notes").json().get("total").getAsInt()).isZero();
        rest.post("officer", page + "/notes", Map.of("words", "Now."), "If-Match", rest.get("officer", page).header("ETag")).done();
    }

    @Test
    void whatIsNotTheNextStepIsRefused() {
        String page = "investigations/" + open();
        rest.post("officer", page + "/closure", Map.of("summary", "s", "learning", "l")).problem(409);
        rest.post("officer", page + "/findings", Map.of()).problem(409);
        rest.post("officer", page + "/referral", Map.of()).problem(409);
        rest.post("officer", page + "/removal-requests", Map.of()).problem(409);
        rest.post("officer", page + "/gates/urgent", CALM).done();
        rest.post("officer", page + "/gates/urgent", CALM).problem(409);
        rest.send("DELETE", "officer", page + "/pause").problem(409);
        rest.post("officer", page + "/pause", Map.of("reasons", "The police asked for it.")).done();
        evidence(page).problem(409);
        rest.send("DELETE", "officer", page + "/pause").done();
        evidence(page).done();
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsRefused() {
        String page = "investigations/" + open();
        List<String> people = List.of("officer", "officer2");
        List<Rest.Answer> answers = Rest.atOnce(2, n -> () -> rest.post(people.get(n), page + "/gates/urgent", CALM));
        assertThat(answers.stream().map(Rest.Answer::status)).containsExactlyInAnyOrder(204, 409);
        assertThat(rest.get("officer", page + "/timeline?kind=detection").json().get("total").getAsInt()).isOne();
    }

    @Test
    void everyFieldThatIsWrongIsNamedInTheCallersLanguage() {
        Map<String, ?> wrong = Map.of("platform", "x".repeat(101), "postedOn", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        Rest.Answer english = rest.post(null, "concerns", wrong).problem(422);
        assertThat(english.fields()).containsExactlyInAnyOrder("what", "platform", "postedOn");
        Rest.Answer welsh = rest.post(null, "concerns", wrong, "Accept-Language", "cy-GB, en;q=0.5").problem(422);
        assertThat(welsh.fields()).isEqualTo(english.fields());
        english.fields().forEach(field -> assertThat(welsh.message(field)).isNotEqualTo(english.message(field)));
    }

    @Test
    void whatCannotBeReadIsNamedToo() {
        Rest.Answer answer = rest.post(null, "concerns", Map.of("what", 7, "postedOn", "yesterday", "immediateDanger", "no",
                "language", "FR", "whatt", "x")).problem(422);
        assertThat(answer.fields()).containsExactlyInAnyOrder("what", "postedOn", "immediateDanger", "language", "whatt");
        assertThat(rest.get("officer", "investigations?stage=ASLEEP").problem(422).fields()).containsExactly("stage");
        assertThat(rest.get("officer", "worklist?page=first").problem(422).fields()).containsExactly("page");
    }

    @Test
    void triageAndRequestsNameWhatIsMissing() {
        Walk walk = new Walk(new Api(server, boards.like("chscb"))).report();
        String page = "investigations/" + walk.reference();
        rest.post("officer", page + "/gates/urgent", CALM).done();
        evidence(page).done();
        assertThat(rest.post("officer", page + "/triage", Map.of("decision", "INVESTIGATE")).problem(422).fields())
                .containsExactlyInAnyOrder("title", "reasons", "impact", "audience", "clauses", "subjectId", "inScope");
        assertThat(rest.post("officer", page + "/parties", Map.of("personId", 1, "kind", "WITNESS")).problem(422).fields())
                .containsExactly("personId");
        Walk ready = new Walk(new Api(server, boards.like("chscb"))).report().detect();
        String requests = "investigations/" + ready.reference() + "/removal-requests";
        assertThat(rest.post("officer", requests, Map.of("deadline", "2020-01-01", "items", List.of(Map.of("clause", "99.9"))))
                .problem(422).fields()).contains("deadline", "items[0].kind", "items[0].address", "items[0].clause", "tone", "conclusion");
        assertThat(rest.get("officer", requests).json().get("total").getAsInt()).isZero();
    }

    @Test
    void nothingThatGivesAwayAPasswordIsKept() {
        String page = "investigations/" + open();
        assertThat(rest.post("officer", page + "/notes", Map.of("words", "Her password is Sunflower9")).problem(422).fields())
                .containsExactly("words");
        assertThat(rest.post(null, "concerns", Map.of("what", "The log-in code: 482913")).problem(422).fields()).containsExactly("what");
    }

    @Test
    void nothingCanBeAnsweredOnceTheCaseHasEnded() {
        Walk walk = new Walk(new Api(server, boards.like("chscb"))).report().detect().askForRemoval().awaitRemovalRequest().remove()
                .askForStatement().refer().awaitReferral().decide().close();
        String request = "removal-requests/" + walk.removal().getAsJsonObject("line").get("id").getAsLong();
        rest.post("employee", request + "/reply", Map.of("answer", "DISPUTED", "words", "No.")).problem(409);
        rest.post("officer", "investigations/" + walk.reference() + "/withdrawal", Map.of("reasons", "Too late.")).problem(409);
    }

    private static Rest.Answer evidence(String page) {
        return rest.post("officer", page + "/evidence", Map.of("title", "The post", "sourceAddress", "https://example.org/p"));
    }

    private static String open() {
        return open("Somebody Else");
    }

    private static String open(String subject) {
        Map<String, ?> concern = Map.of("what", "A post was seen.", "subjectName", subject);
        return rest.post("officer", "concerns", concern).done().json().get("reference").getAsString();
    }
}
