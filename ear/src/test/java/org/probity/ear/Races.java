package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** The life of a case in which everybody does everything eight times at the same moment. */
public final class Races {

    private static final Map<String, ?> WHY = Map.of("reasons", "It has to be so.");

    private final EightAtOnce api;
    private final String board;

    public Races(Server server, String board) {
        this.api = new EightAtOnce(server, board);
        this.board = board;
    }

    /** From the concern to its end, and opened and withdrawn once more. */
    public void wholeLife() {
        Walk walk = new Walk(api).report().detect();
        String page = "investigations/" + walk.reference();
        aside(page);
        team(page);
        api.post("officer", page + "/parties", Map.of("personId", anybodyBut(walk.subject()).get("id"), "kind", "COMPANION"));
        api.post("officer", page + "/notes", Map.of("words", "Once."));
        api.post("officer", page + "/pause", WHY);
        api.delete("officer", page + "/pause");
        challenge(walk.askForRemoval().awaitRemovalRequest());
        walk.remove().askForStatement().refer().awaitReferral().decide().close();
        api.post("lead", page + "/reopening", WHY);
        api.post("officer", page + "/withdrawal", WHY);
        assertDoneOnce(walk);
    }

    /** A case is restricted once, and each change of its team happens once. */
    private void team(String page) {
        String team = page + "/restriction";
        api.post("officer", team, Map.of("memberId", colleague(team, "Lead"), "reasons", "It touches a colleague."));
        assertThat(api.get("officer", team).getAsJsonArray("team")).hasSize(2);
        Map<String, ?> second = Map.of("memberId", colleague(team, "Second Compliance Officer"), "reasons", "She knows the family.");
        api.post("officer", team + "/members", second);
        assertThat(api.get("officer2", team).getAsJsonArray("team")).hasSize(3);
        api.post("officer", team + "/departures", second);
        assertThat(api.tryGet("officer2", page).status()).isEqualTo(404);
        api.post("lead", team + "/end", WHY);
        assertThat(api.get("officer2", team).get("restricted").getAsBoolean()).isFalse();
    }

    /** Whoever has stepped aside sees nothing of the case, and a second time too is answered so. */
    private void aside(String page) {
        List<Integer> statuses = api.statuses("officer2", page + "/conflict", Map.of("conflict", true, "reasons", "We are neighbours."));
        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
        long account = Walk.objects(api.get("lead", page + "/recusals"), "items").findFirst().orElseThrow().get("accountId").getAsLong();
        api.post("lead", page + "/recusals/return", Map.of("accountId", account, "why", "They have moved."));
        assertThat(api.tryGet("officer2", page).status()).isEqualTo(200);
    }

    private void challenge(Walk walk) {
        String request = "removal-requests/" + walk.removal().getAsJsonObject("line").get("id").getAsLong();
        api.post("employee", request + "/reply", Map.of("answer", "DISPUTED", "words", "It is not about work."));
        api.post("lead", request + "/decision", Map.of("result", "REJECTED", "reasons", "It names the family."));
        walk.awaitRemovalRequest();
    }

    private void assertDoneOnce(Walk walk) {
        JsonObject timeline = api.get("officer", "investigations/" + walk.reference() + "/timeline?size=100");
        List<String> acts = Walk.objects(timeline, "items").map(entry -> entry.get("act").getAsString()).toList();
        assertThat(acts).containsOnlyOnce("concern.reported", "detection.urgent", "detection.triage", "detection.safeguarding",
                "detection.designated_officer_told", "restriction.set", "restriction.joined", "restriction.left", "restriction.lifted",
                "recusal.stepped", "recusal.returned", "investigation.paused", "investigation.resumed", "investigation.noted",
                "removal.challengeDecided", "findings.recorded", "findings.agreed", "referral.composed", "referral.approved",
                "referral.acknowledged", "referral.outcomeRecorded", "referral.dutiesChecked", "investigation.reopened");
        assertThat(acts.stream().filter("party.named"::equals)).as("the subject and one more").hasSize(2);
    }

    private long colleague(String team, String title) {
        return Walk.objects(api.get("officer", team + "/colleagues?size=100"), "items")
                .filter(member -> member.get("name").getAsString().equalsIgnoreCase(board + " " + title)).findFirst().orElseThrow()
                .get("memberId").getAsLong();
    }

    private JsonObject anybodyBut(String name) {
        return Walk.objects(api.get("officer", "people?size=100"), "items")
                .filter(one -> one.get("hasPortal").getAsBoolean() && !one.get("name").getAsString().equals(name)).findFirst().orElseThrow();
    }
}
