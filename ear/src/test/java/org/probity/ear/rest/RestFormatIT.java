package org.probity.ear.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.Boards;
import org.probity.ear.Server;
import org.probity.ear.SharedServer;
import org.probity.ear.Walk;

/** What goes over the wire: files, bodies that are none, and the description at {@code /openapi}. */
class RestFormatIT {

    private static final byte[] TEXT = "What was seen, in words: tŷ, ŵyl.".getBytes(StandardCharsets.UTF_8);
    private static final int MEGABYTE = 1024 * 1024;

    private static Server server;
    private static Boards boards;
    private static Rest rest;

    @BeforeAll
    static void start() {
        server = SharedServer.still();
        boards = new Boards(server);
        rest = new Rest(server, boards.like("lscb"));
    }

    @Test
    void aFileIsKeptWithItsHashAndHandedOutAsItCame() {
        String evidence = ready(false);
        Rest.Answer made = upload(evidence, "nodyn-tŷ.txt", TEXT).done();
        JsonObject line = rest.get("officer", evidence).json().getAsJsonArray("items").get(0).getAsJsonObject();
        assertThat(line.get("title").getAsString()).isEqualTo("Sgrinlun o’r neges");
        assertThat(line.get("sha256").getAsString()).hasSize(64);
        assertThat(rest.get("officer", evidence + "/" + made.id() + "/file").done().body()).isEqualTo(new String(TEXT, StandardCharsets.UTF_8));
        assertThat(rest.get("officer", evidence + "/" + made.id() + "/custody").json().get("total").getAsInt()).isEqualTo(2);
    }

    @Test
    void aFileThatIsEmptyTooLargeOrNotWhatItSaysIsRefused() {
        String evidence = ready(false);
        assertThat(upload(evidence, "empty.txt", new byte[0]).problem(422).fields()).containsExactly("file");
        assertThat(upload(evidence, "run.exe", TEXT).problem(422).fields()).containsExactly("file");
        assertThat(upload(evidence, "picture.png", TEXT).problem(422).fields()).containsExactly("file");
        for (int megabytes : new int[] {26, 40, 90}) {
            upload(evidence, "long.txt", text(megabytes * MEGABYTE)).problem(413);
        }
        assertThat(rest.get("officer", evidence).json().get("total").getAsInt()).isZero();
        assertThat(rest.upload("officer", evidence, Map.of("capturedAt", "noon", "how", "Seen."), "file", "a.txt", TEXT).problem(422)
                .fields()).contains("capturedAt");
    }

    @Test
    void noFileIsTakenWhereAnIndecentImageIsSuspected() {
        String evidence = ready(true);
        upload(evidence, "a.txt", TEXT).problem(409);
        rest.post("officer", evidence.replace("evidence", "gates/danger-report"), Map.of("route", "IWF", "externalReference", "I-1")).done();
        upload(evidence, "a.txt", TEXT).problem(409);
        rest.post("officer", evidence, Map.of("title", "Where it is", "sourceAddress", "https://example.org/p")).done();
    }

    /** By whichever way; what is said without a file is taken. */
    @Test
    void noFileComesWithAnAnswerWhereAnIndecentImageIsSuspected() {
        Walk walk = new Walk(new Api(server, boards.like("lscb"))).report().detectImage().askForRemoval().awaitRemovalRequest().awaitStatementRequest();
        String removal = "removal-requests/" + walk.removal().getAsJsonObject("line").get("id").getAsLong() + "/reply";
        String cooperation = "cooperation-requests/" + walk.cooperation().getAsJsonObject("line").get("id").getAsLong() + "/reply";
        Map<String, String> words = Map.of("answer", "DISPUTED", "words", "It is not what you think.");
        Map<String, String> statement = Map.of("answer", "ANSWERED", "words", "I took it on my way home.");
        assertNoFile("employee", removal, words);
        assertNoFile("employee", cooperation, statement);
        assertNoFile("officer", removal, Map.of("answer", "DISPUTED", "words", "By letter.", "channel", "LETTER"));
        assertNoFile("officer", cooperation, Map.of("answer", "ANSWERED", "words", "By letter.", "channel", "LETTER"));
        assertNoFile("officer", "investigations/" + walk.reference() + "/evidence", Map.of("title", "A picture", "how", "Sent."));
        rest.post("employee", removal, words).done();
        rest.post("employee", cooperation, statement).done();
    }

    private static void assertNoFile(String who, String path, Map<String, String> fields) {
        Rest.Answer answer = rest.upload(who, path, fields, "file", "a.txt", TEXT).problem(409);
        assertThat(answer.fields()).as(path).containsExactly("file");
        assertThat(answer.message("file")).contains("No file").doesNotContain("indecent");
    }

    @Test
    void nothingEndedWithoutItsDetectionIsOpenedPastIt() {
        new Detours(server, boards.like("lscb")).pastTheGates();
        new Detours(server, boards.like("lscb")).pastTriage();
    }

    @Test
    void whatAnOfficerWritesDownForTheSubjectGivesWayToTheSubject() {
        new Detours(server, boards.like("lscb")).pastTheSubject();
        new Detours(server, boards.like("lscb")).pastTheirConsent();
    }

    @Test
    void whatCannotBeReadIsABadRequestWithoutOurInsides() {
        for (String body : List.of("{\"what\":", "null", "[]", "\"what\"", "", "{\"what\":".repeat(3000))) {
            rest.post(null, "concerns", body).problem(400);
        }
        rest.post(null, "concerns", "{\"what\":\"" + "x".repeat(3 * MEGABYTE) + "\"}").problem(413);
        rest.get("officer", "investigations/%00").problem(400);
    }

    @Test
    void oneDocumentSaysEachThingOnce() {
        assertThat(rest.post(null, "concerns", "{\"what\":\"A post.\",\"what\":\"Another.\"}").problem(422).fields()).containsExactly("what");
        rest.post(null, "concerns", "{\"what\":\"A post.\"}{\"what\":\"Another.\"}").problem(400);
        rest.post(null, "concerns", "{\"what\":\"A post.\"} trailing").problem(400);
        assertThat(rest.post(null, "concerns", "{\"what\":\"" + "x".repeat(150_000) + "\"}").problem(422).fields()).containsExactly("what");
    }

    @Test
    void aNumberInAnAddressHasOneSpelling() {
        String evidence = ready(false);
        long id = upload(evidence, "a.txt", TEXT).done().id();
        rest.get("officer", evidence + "/" + id + "/file").done();
        String wide = String.valueOf(id).chars().mapToObj(digit -> Character.toString(digit - '0' + 0xFF10)).collect(Collectors.joining());
        for (String other : List.of(wide, "+" + id, "0" + id, id + ".0", "%20" + id, "9".repeat(5_000))) {
            rest.get("officer", evidence + "/" + (other.equals(wide) ? URLEncoder.encode(wide, StandardCharsets.UTF_8) : other) + "/file").problem(404);
        }
        assertThat(rest.get("officer", "investigations?page=" + URLEncoder.encode("\uFF11", StandardCharsets.UTF_8)).problem(422).fields()).containsExactly("page");
    }

    @Test
    void whatIsLookedForIsTakenAsItWasTyped() {
        rest.post(null, "concerns", Map.of("what", "A post about 5%_ of them.")).done();
        for (String list : List.of("investigations?q=", "people?q=")) {
            for (String wildcards : List.of("%25%25", "__", "_%25_%25_%25_%25_%25_")) {
                assertThat(rest.get("officer", list + wildcards).json().get("total").getAsInt()).as(list + wildcards).isZero();
            }
            assertThat(rest.get("officer", list + "x".repeat(301)).problem(422).fields()).containsExactly("q");
        }
        assertThat(rest.get("officer", "people?q=a%25e").json().get("total").getAsInt()).isZero();
        assertThat(rest.get("officer", "investigations?q=post%20about%205%25_%20of%20them").json().get("total").getAsInt()).isEqualTo(1);
    }

    @Test
    void theWrongMethodOrMediaTypeIsSaidToBeSo() {
        assertThat(rest.send("DELETE", "officer", "worklist").problem(405).header("Allow")).contains("GET");
        rest.send("PUT", "officer", "concerns").problem(405);
        rest.get("officer", "worklist", "Accept", "text/html").problem(406);
        rest.upload(null, "concerns", Map.of("what", "x"), "file", "a.txt", TEXT).problem(415);
        rest.get("officer", "nothing-here").problem(404);
    }

    @Test
    void listsComeInPages() {
        for (int n = 0; n < 3; n++) {
            rest.post(null, "concerns", Map.of("what", "A post about paging.")).done();
        }
        JsonObject first = rest.get("officer", "investigations?q=paging&size=2").json();
        JsonObject second = rest.get("officer", "investigations?q=paging&size=2&page=2").json();
        assertThat(first.get("total").getAsInt()).isEqualTo(3);
        assertThat(first.getAsJsonArray("items")).hasSize(2);
        assertThat(second.getAsJsonArray("items")).hasSize(1).doesNotContainAnyElementsOf(first.getAsJsonArray("items"));
        assertThat(rest.get("officer", "worklist?view=team&due=any&size=1").json().getAsJsonArray("items")).hasSize(1);
    }

    /** A mistyped code says not whose it was, a case out of sight which one it was, and nothing hides behind what keeps the answers. */
    @Test
    void whatIsRefusedUnderAKeyLeavesTheTraceOfTheActItself() {
        rest.post("employee", "concerns/receipts/ABCD-EFGH-JKMN/additions", Map.of("words", "More."), "Idempotency-Key", boards.own("LSCB-2026-9998")).problem(404);
        rest.post("officer", boards.own("investigations/LSCB-2026-9999/notes"), Map.of("words", "Seen."), "Idempotency-Key", boards.own("LSCB-2026-9998")).problem(404);
        Rest.Answer denied = rest.get("auditor", "audit?size=100&act=audit.denied").done();
        assertThat(denied.body()).contains(boards.own("LSCB-2026-9999")).doesNotContain(boards.own("LSCB-2026-9998"), "answerOnce");
        assertThat(Walk.objects(denied.json(), "items").filter(entry -> entry.get("after").getAsString().contains("Concerns.follow"))).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.toString()).contains("\"PUBLIC\"").doesNotContain("127.0.0.1", boards.own("Lscb Employee"), "EMPLOYEE"));
    }

    /** Otherwise whoever sends an act of theirs again each minute learns of the minute in which something rises before them elsewhere. */
    @Test
    void whatIsSentAgainIsAnsweredUntilItsOwnCaseIsOutOfSight() {
        Rest nscb = new Rest(server, boards.like("nscb"));
        Walk walk = new Walk(new Api(server, boards.like("nscb"))).report().detect().askForRemoval().awaitRemovalRequest();
        String removal = "removal-requests/" + walk.removal().getAsJsonObject("line").get("id").getAsLong();
        Map<String, Map<String, String>> acts = Map.of("concerns", Map.of("what", "A post was seen again."),
                "investigations/" + walk.reference() + "/notes", Map.of("words", "Once."),
                removal + "/reply", Map.of("answer", "REMOVED", "words", "They rang.", "channel", "TELEPHONE"));
        Map<String, String> first = underTheirKeys(nscb, acts);
        assertThat(first.values()).allMatch(answer -> answer.startsWith("20"));
        restrict(nscb, "investigations/" + new Walk(new Api(server, boards.like("nscb"))).report().reference());
        nscb.post(null, "concerns", Map.of("what", "Another post.", "subjectName", boards.own("Nscb Second Compliance Officer"))).done();
        assertThat(underTheirKeys(nscb, acts)).isEqualTo(first);
        restrict(nscb, "investigations/" + walk.reference());
        restrict(nscb, "investigations/" + first.get("concerns").replaceFirst("(?s).*\"reference\":\"([^\"]+)\".*", "$1"));
        assertThat(underTheirKeys(nscb, acts).values()).allMatch(answer -> answer.startsWith("404"));
    }

    /** By an officer who leads none of the cases. */
    private static Map<String, String> underTheirKeys(Rest at, Map<String, Map<String, String>> acts) {
        return acts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, act -> {
            Rest.Answer answer = at.post("officer2", act.getKey(), act.getValue(), "Idempotency-Key", act.getKey());
            return answer.status() + " " + answer.header("Location") + " " + answer.body();
        }));
    }

    private static void restrict(Rest at, String page) {
        long lead = Rest.named(at.get("officer", page + "/restriction/colleagues"), boards.own("Nscb Lead")).get("memberId").getAsLong();
        at.post("officer", page + "/restriction", Map.of("memberId", lead, "reasons", "Delicate.")).done();
    }

    @Test
    void whoWasAskedReadsNoMoreThanTheirPageShows() {
        Walk walk = new Walk(new Api(server, boards.like("lscb"))).report().detect().askForRemoval().awaitRemovalRequest().remove().askForStatement();
        String help = "cooperation-requests/" + walk.cooperation().getAsJsonObject("line").get("id").getAsLong();
        List<String> notes = List.of("decisions", "meetings", "accesses", "ownCase");
        assertThat(rest.get("officer", help).done().json().keySet()).containsAll(notes);
        assertThat(rest.get("employee", help).done().json().keySet()).contains("line", "ask", "ground", "rounds", "replies").doesNotContainAnyElementsOf(notes);
        String removal = "removal-requests/" + walk.removal().getAsJsonObject("line").get("id").getAsLong();
        assertThat(keys(rest.get("officer", removal).done().json(), "items", "decisions")).contains("lastSeen", "by");
        assertThat(keys(rest.get("employee", removal).done().json(), "items", "decisions")).contains("address", "result").doesNotContain("lastSeen", "by");
    }

    private static Set<String> keys(JsonObject of, String... lists) {
        return Stream.of(lists).flatMap(list -> Walk.objects(of, list)).flatMap(one -> one.keySet().stream()).collect(Collectors.toSet());
    }

    @Test
    void theDeskReadsNoAccountInWhatAReporterAdds() {
        String words = "A post under the nickname of a neighbour.";
        String receipt = rest.post("employee", "concerns", Map.of("what", words, "reporterName", "A neighbour")).done().json().get("receipt").getAsString();
        rest.post("employee", "concerns/receipts/" + receipt + "/additions", Map.of("words", "It is still there.")).done();
        String reference = rest.get("officer", "investigations?q=nickname").json().getAsJsonArray("items").get(0).getAsJsonObject().get("reference").getAsString();
        Rest.Answer notes = rest.get("officer", "investigations/" + reference + "/notes").done();
        assertThat(notes.body()).contains("It is still there.", "\"authorName\":\"\"").doesNotContain(boards.own("Lscb Employee"));
        assertThat(rest.get("officer", "investigations/" + reference + "/timeline").done().body()).contains("concern.added").doesNotContain(boards.own("Lscb Employee"));
    }

    @Test
    void everyOperationAndEveryFieldIsDescribed() {
        JsonObject api = rest.get(null, "/openapi", "Accept", "application/json").done().json();
        List<String> silent = new ArrayList<>();
        JsonObject schemas = api.getAsJsonObject("components").getAsJsonObject("schemas");
        schemas.entrySet().forEach(schema -> properties(schema.getValue()).entrySet().stream()
                .filter(field -> !said(field.getValue(), "description")).forEach(field -> silent.add(schema.getKey() + "." + field.getKey())));
        api.getAsJsonObject("paths").entrySet().forEach(path -> path.getValue().getAsJsonObject().entrySet().stream()
                .filter(operation -> !described(operation.getValue().getAsJsonObject()))
                .forEach(operation -> silent.add(operation.getKey() + " " + path.getKey())));
        assertThat(silent).isEmpty();
        assertThat(schemas.size()).isGreaterThan(80);
        assertThat(api.getAsJsonObject("paths").size()).isGreaterThan(50);
        assertThat(rest.get(null, "/openapi").done().body()).startsWith("---");
    }

    private static boolean described(JsonObject operation) {
        boolean parameters = operation.getAsJsonArray("parameters").asList().stream().allMatch(p -> said(p, "description"));
        return parameters && said(operation, "summary") && said(operation, "description");
    }

    private static JsonObject properties(JsonElement schema) {
        JsonObject properties = schema.getAsJsonObject().getAsJsonObject("properties");
        return properties == null ? new JsonObject() : properties;
    }

    private static boolean said(JsonElement of, String what) {
        JsonElement said = of.getAsJsonObject().get(what);
        return said != null && !said.getAsString().isBlank();
    }

    private static Rest.Answer upload(String evidence, String fileName, byte[] bytes) {
        return rest.upload("officer", evidence, Map.of("title", "Sgrinlun o’r neges", "how", "Seen on a telephone."), "file", fileName, bytes);
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    /** The evidence of a case that is past its urgent gate. */
    private static String ready(boolean image) {
        String reference = rest.post("officer", "concerns", Map.of("what", "A post was seen.")).done().json().get("reference").getAsString();
        rest.post("officer", "investigations/" + reference + "/gates/urgent", Map.of("indecentImage", image, "reasons", "Looked at.")).done();
        return "investigations/" + reference + "/evidence";
    }
}
