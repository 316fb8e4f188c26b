package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Boards;
import org.probity.ear.Races;
import org.probity.ear.Server;
import org.probity.ear.SharedServer;
import org.probity.ear.Walk;

/** The main job through the REST API alone, by everybody who has a part in it. */
class RestWalkIT {

    private static Server server;
    private static Boards boards;

    @BeforeAll
    static void start() {
        server = SharedServer.moving();
        boards = new Boards(server);
    }

    @Test
    void aConcernBecomesARecordedOutcomeAndAClosedCase() {
        Walk walk = walk("chscb").report().detect().askForRemoval().awaitRemovalRequest().remove().askForStatement().refer()
                .awaitReferral().decide().close();
        assertThat(walk.page().get("stage").getAsString()).isEqualTo("CLOSED");
        assertThat(walk.page().has("retainUntil")).isTrue();
        assertThat(walk.referral().get("status").getAsString()).isEqualTo("COMPLETED");
        assertThat(walk.letters()).contains("LETTER", "PACK");
        assertThat(walk.waiting()).isEmpty();
    }

    @Test
    void theSameWalkInWalesAnswersWelshWithWelsh() {
        Rest rest = new Rest(server, boards.like("cwmtaf"));
        Walk walk = walk("cwmtaf").report().detect();
        String page = "investigations/" + walk.reference();
        String welsh = clause(rest.get("officer", page, "Accept-Language", "cy").json());
        assertThat(welsh).isNotEqualTo(clause(rest.get("officer", page, "Accept-Language", "en").json()));
        Rest.Answer refused = rest.post("officer", page + "/closure", Map.of(), "Accept-Language", "cy").problem(422);
        assertThat(refused.header("Content-Language")).isEqualTo("cy");
        assertThat(refused.message("summary")).isNotEqualTo(rest.post("officer", page + "/closure", Map.of()).message("summary"));
        walk.askForRemoval().awaitRemovalRequest().remove().askForStatement().refer().awaitReferral().decide().close();
        assertThat(walk.page().get("stage").getAsString()).isEqualTo("CLOSED");
    }

    @Test
    void ofEightEqualActsAtOnceOneIsDone() {
        new Races(server, boards.like("nscb")).wholeLife();
    }

    @Test
    void theSubjectIsReachedOnlyAsTheGateAndThePoliceAllow() {
        new Contact(server, boards.like("cwmtaf")).neitherBeforeTheGateNorPastTriage().notWhileItIsForbidden().alsoInAPauseAndUntilAfterTheEnd().norWhereAnImageIsSuspected();
    }

    @Test
    void silencePastTheDeadlineIsDecidedByAPerson() {
        Rest rest = new Rest(server, boards.like("lscb"));
        Walk walk = walk("lscb").report().detect().askForRemoval().awaitRemovalRequest();
        String request = "removal-requests/" + line(walk).get("id").getAsLong();
        rest.post("officer", request + "/decision", Map.of("result", "NO_ACTION", "reasons", "Too early.")).problem(409);
        server.advance(Duration.between(now(), walk.replyBy()).minusHours(6));
        Api.await("the subject is reminded", () -> walk.done().stream().anyMatch(act -> act.startsWith("removal.reminded")));
        server.advance(Duration.ofHours(7));
        Api.await("the deadline is noticed", () -> "OVERDUE".equals(status(walk)));
        assertThat(walk.waiting()).contains("decideOnSilence").doesNotContain("awaitReply");
        assertThat(rest.post("officer", request + "/decision", Map.of("result", "UPHELD", "reasons", "No such choice.")).problem(422).fields()).containsExactly("result");
        rest.post("officer", request + "/decision", Map.of("result", "FURTHER_ACTION", "reasons", "Asked twice, no word.")).done();
        assertThat(status(walk)).isEqualTo("FURTHER_ACTION");
        rest.post("employee", request + "/reply", Map.of("answer", "REMOVED")).problem(409);
    }

    @Test
    void aLateAnswerCountsUntilSomebodyHasDecided() {
        Rest rest = new Rest(server, boards.like("nscb"));
        Walk walk = walk("nscb").report().detect().askForRemoval().awaitRemovalRequest();
        server.advance(Duration.between(now(), walk.replyBy()).plusHours(1));
        Api.await("the deadline is noticed", () -> "OVERDUE".equals(status(walk)));
        walk.remove();
        assertThat(status(walk)).isEqualTo("COMPLIED");
        assertThat(Walk.objects(walk.removal(), "replies").map(reply -> reply.get("late").getAsBoolean())).containsExactly(true);
        rest.post("officer", "removal-requests/" + line(walk).get("id").getAsLong() + "/decision",
                Map.of("result", "FURTHER_ACTION", "reasons", "Too late.")).problem(409);
    }

    @Test
    void aChallengeIsDecidedByALeadAndTheRequestIsMadeAgain() {
        Rest rest = new Rest(server, boards.like("chscb"));
        Walk walk = walk("chscb").report().detect().askForRemoval().awaitRemovalRequest();
        String request = "removal-requests/" + line(walk).get("id").getAsLong();
        assertThat(rest.post("employee", request + "/reply", Map.of("answer", "DISPUTED")).problem(422).fields()).containsExactly("words");
        rest.post("employee", request + "/reply", Map.of("answer", "DISPUTED", "words", "It names nobody.")).done();
        assertThat(status(walk)).isEqualTo("CHALLENGED");
        Map<String, String> rejected = Map.of("result", "REJECTED", "reasons", "The picture shows who it is.");
        rest.post("officer", request + "/decision", rejected).problem(403);
        rest.post("lead", request + "/decision", rejected).done();
        walk.awaitRemovalRequest();
        assertThat(line(walk).get("round").getAsInt()).isEqualTo(2);
        walk.remove();
        assertThat(status(walk)).isEqualTo("COMPLIED");
    }

    @Test
    void timeIsGivenAndTakenBackAndWhatIsNotTheirsOrIsReportedIsLookedAtAgain() {
        new Detours(server, boards.like("chscb")).pastTheTimeGivenAndWhoseItIs();
        new Detours(server, boards.like("chscb")).pastTheSite();
    }

    @Test
    void whatMayBeAProtectedDisclosureComesToNoEmployer() {
        new Detours(server, boards.like("chscb")).pastADisclosure();
    }

    @Test
    void anEmployerAsksTellsOfProgressAndOfAnAppeal() {
        Rest rest = new Rest(server, boards.like("chscb"));
        Walk walk = walk("chscb").report().detect().askForRemoval().awaitRemovalRequest().remove().askForStatement().refer().awaitReferral();
        String referral = "referrals/" + walk.referral().get("id").getAsLong();
        assertThat(rest.get("hr", referral + "/pack").done().header("Content-Type")).isEqualTo("application/pdf");
        rest.post("hr", referral + "/acknowledgement", Map.of("answer", "QUESTION", "words", "Which day was it?")).done();
        rest.post("officer", referral + "/answer", Map.of("words", "The tenth.")).done();
        rest.post("hr", referral + "/acknowledgement", Map.of("answer", "ACCEPTED")).done();
        rest.post("hr", referral + "/progress", Map.of("words", "The hearing is next week.")).done();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        rest.post("hr", referral + "/outcome", Map.of("result", "ADVICE", "decidedOn", today, "appeal", "LODGED")).done();
        rest.post("hr", referral + "/outcome", Map.of("result", "NO_ACTION", "decidedOn", today, "appeal", "DECIDED",
                "appealWords", "The appeal was allowed.")).done();
        assertThat(walk.referral().getAsJsonArray("outcomes")).hasSize(2);
        walk.close();
    }

    @Test
    void aReferralThatIsDeclinedGoesToAnotherOrganisation() {
        Rest rest = new Rest(server, boards.like("chscb"));
        Walk walk = walk("chscb").report().detect().askForRemoval().awaitRemovalRequest().remove().askForStatement().refer().awaitReferral();
        JsonObject sent = walk.referral();
        String referral = "referrals/" + sent.get("id").getAsLong();
        assertThat(rest.post("hr", referral + "/acknowledgement", Map.of("answer", "DECLINED")).problem(422).fields()).containsExactly("words");
        rest.post("hr", referral + "/acknowledgement", Map.of("answer", "DECLINED", "words", "Not one of ours.")).done();
        rest.get("hr", referral + "/pack").problem(409);
        assertThat(rest.post("officer", referral + "/redirection", elsewhere(sent.get("organisationId").getAsLong())).problem(422).fields())
                .containsExactly("organisationId");
        long other = Walk.objects(rest.get("officer", "organisations").json(), "items").map(o -> o.get("id").getAsLong())
                .filter(id -> id != sent.get("organisationId").getAsLong()).findFirst().orElseThrow();
        rest.post("officer", referral + "/redirection", elsewhere(other)).done();
        assertThat(walk.referral().get("status").getAsString()).isEqualTo("COMPOSING");
        rest.get("hr", referral).problem(404);
    }

    private static Map<String, Object> elsewhere(long organisation) {
        return Map.of("redirect", "OTHER_ORGANISATION", "organisationId", organisation, "reasons", "They work there.");
    }

    @Test
    void whoReportsWithoutANameIsNamedNowhereThoughTheyAreSignedIn() {
        Rest rest = new Rest(server, boards.like("nscb"));
        rest.post("employee", "concerns", Map.of("what", "A post about the duck pond was seen.")).done();
        String reference = server.rows("reference from concern where what like '%duck pond%'").get(0);
        String about = "audit_entry where reference = '" + reference + "' and act <> 'investigation.seen'";
        assertThat(server.rows("act from " + about)).contains("concern.reported");
        assertThat(server.rows("act from " + about + " and (account_id is not null or from_address is not null or actor_name like '%Employee%')")).isEmpty();
        assertThat(rest.get("officer", "investigations/" + reference + "/timeline").done().body()).contains("concern.reported").doesNotContain("Employee");
    }

    /** Else whoever is close to the subject could name the lead, and let the case be gone. */
    @Test
    void aCaseThatNoLeadMaySeeIsNotEnded() {
        Rest rest = new Rest(server, boards.like("chscb"));
        Map<String, ?> concern = Map.of("what", "A post was seen.", "subjectName", boards.own("Chscb Lead, Chscb Second Lead"));
        String page = "investigations/" + rest.post("officer", "concerns", concern).done().json().get("reference").getAsString();
        rest.get("lead", page).problem(404);
        rest.get("lead2", page).problem(404);
        rest.get("officer", page).done();
        rest.post("officer", page + "/withdrawal", Map.of("reasons", "A mistake.")).problem(409);
        assertThat(rest.get("officer", page).done().json().get("stage").getAsString()).isNotEqualTo("WITHDRAWN");
    }

    /** What the subject answers after the pack was put together is not passed over, and the employer is not told that they were silent. */
    @Test
    void aPackIsNotApprovedOnceSomebodyHasSaidMore() {
        Walk walk = new Walk(new Api(server, boards.like("nscb"))).report().detect().askForStatement().find().askForRemoval().awaitRemovalRequest();
        Rest rest = new Rest(server, boards.like("nscb"));
        String page = "investigations/" + walk.reference() + "/referral";
        long removal = walk.removal().getAsJsonObject("line").get("id").getAsLong();
        JsonObject before = rest.get("officer", page + "/sources").done().json();
        assertThat(rest.post("officer", page, silent(before, removal, "They never answered.")).problem(422).fields()).hasSize(1).allMatch(field -> field.endsWith("].redactedText"));
        rest.post("officer", page, silent(before, removal, "Asked on:")).done();
        assertThat(rest.get("lead", page).done().json().get("items").toString()).contains("\"sourceText\":", "\"Asked on: […]\"");
        assertThat(rest.get("officer", page).done().body()).doesNotContain("sourceText");
        rest.post("lead", page + "/approval", Walk.read(rest.get("lead", page).done().json(), true, "There is time still.")).problem(409);
        rest.post("employee", "removal-requests/" + removal + "/reply", Map.of("answer", "REMOVED", "words", "It was a mistake, and it is gone.")).done();
        rest.post("lead", page + "/approval", Walk.read(rest.get("lead", page).done().json(), true, "Complete.")).problem(409);
        rest.post("lead", page + "/approval", Walk.read(rest.get("lead", page).done().json(), false, "An answer has come.")).done();

        JsonObject now = rest.get("officer", page + "/sources").done().json();
        assertThat(now.getAsJsonArray("changed").toString()).contains("\"REMOVAL_REQUEST:" + removal + "\"");
        assertThat(now.get("last").toString()).contains("Nothing but what was asked.").doesNotContain("redactedText");
        rest.post("officer", page, silent(before, removal, "Asked on:")).problem(409);
        assertThat(rest.post("officer", page, Map.of("summary", "s", "items", List.of())).problem(422).fields()).contains("fingerprint");
        walk.check().compose();
        rest.post("lead", page + "/approval", Walk.read(rest.get("lead", page).done().json(), true, "Complete.")).done();
    }

    /** A pack put together from those sources, in which that is all that is said of the request. */
    private static Map<String, Object> silent(JsonObject read, long removal, String text) {
        List<Map<String, Object>> items = Walk.objects(read, "sources").map(source -> {
            Map<String, Object> item = new HashMap<>(Map.of("kind", source.get("kind"), "sourceId", source.get("id"), "included", true));
            if (source.get("kind").getAsString().equals("REMOVAL_REQUEST") && source.get("id").getAsLong() == removal) {
                item.putAll(Map.of("redactionNote", "Nothing but what was asked.", "redactedText", text));
            }
            return item;
        }).toList();
        return Map.of("summary", "What happened.", "items", items, "fingerprint", read.get("fingerprint").getAsString());
    }

    /** Nor is it taken out of sight once it has ended: then nobody else could look at why, or open it again. */
    @Test
    void anEndedCaseIsRestrictedByNobody() {
        Rest rest = new Rest(server, boards.like("nscb"));
        String page = "investigations/" + rest.post("officer", "concerns", Map.of("what", "A post was seen.")).done().json().get("reference").getAsString();
        rest.post("lead", page + "/withdrawal", Map.of("reasons", "A mistake.")).done();
        rest.post("lead", page + "/restriction", Map.of("reasons", "Only me.")).problem(409);
        rest.get("officer", page).done();
    }

    @Test
    void aWithdrawnCaseTakesEverythingWithItAndCanBeOpenedAgain() {
        Rest rest = new Rest(server, boards.like("chscb"));
        Walk walk = walk("chscb").report().detect().askForRemoval().awaitRemovalRequest();
        String page = "investigations/" + walk.reference();
        rest.post("officer", page + "/withdrawal", Map.of("reasons", "It was somebody else.")).done();
        assertThat(List.of(walk.page().get("stage").getAsString(), status(walk))).containsOnly("WITHDRAWN");
        assertThat(walk.waiting()).isEmpty();
        rest.post("officer", page + "/reopening", Map.of("reasons", "New facts.")).problem(403);
        rest.post("lead", page + "/reopening", Map.of("reasons", "New facts.")).done();
        assertThat(walk.waiting()).containsExactly("recordFindings");
    }

    /** Whoever speaks for themself, as the partner does at the end, is not the one they name. */
    @Test
    void whomTheSubjectOrTheEmployerNamesSeesNothingOfTheCaseFromThenOn() {
        Rest rest = new Rest(server, boards.like("lscb"));
        Walk walk = walk("lscb").report().detect().askForRemoval().awaitRemovalRequest();
        String page = "investigations/" + walk.reference();
        rest.get("auditor", page + "/timeline").done();
        rest.post("employee", "removal-requests/" + line(walk).get("id").getAsLong() + "/reply",
                Map.of("answer", "DISPUTED", "words", boards.own("Ask lscb-auditor@example.org, who posted it."))).done();
        rest.get("auditor", page + "/timeline").problem(404);
        walk.awaitStatementRequest();
        rest.get("lead", page).done();
        rest.post("employee", "cooperation-requests/" + walk.cooperation().getAsJsonObject("line").get("id").getAsLong() + "/reply",
                Map.of("answer", "ANSWERED", "words", "I took it.", "companion", boards.own("lscb-lead@example.org"))).done();
        rest.get("lead", page).problem(404);
        Walk sent = walk("lscb").report().detect().askForRemoval().awaitRemovalRequest().remove().askForStatement().refer().awaitReferral();
        String referral = "referrals/" + sent.referral().get("id").getAsLong();
        rest.get("auditor", "investigations/" + sent.reference() + "/timeline").done();
        rest.post("hr", referral + "/acknowledgement", Map.of("answer", "ACCEPTED", "words", boards.own("As lscb-auditor@example.org asked me to."))).done();
        rest.get("auditor", "investigations/" + sent.reference() + "/timeline").problem(404);
        rest.get("lead", "investigations/" + sent.reference()).done();
        rest.post("hr", referral + "/progress", Map.of("words", boards.own("lscb-lead@example.org was heard by me, lscb-hr@example.org."))).done();
        rest.get("lead", "investigations/" + sent.reference()).problem(404);
        rest.get("hr", referral).done();
    }

    private static Walk walk(String like) {
        return new Walk(new Api(server, boards.like(like)));
    }

    private static Instant now() {
        return server.advance(Duration.ZERO);
    }

    private static String clause(JsonObject page) {
        return Walk.objects(page, "allegations").findFirst().orElseThrow().get("clauseText").getAsString();
    }

    private static JsonObject line(Walk walk) {
        return walk.removal().getAsJsonObject("line");
    }

    private static String status(Walk walk) {
        return line(walk).get("status").getAsString();
    }
}
