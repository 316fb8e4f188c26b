package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.ear.pages.AskReporterPage;
import org.probity.ear.pages.CasePage;
import org.probity.ear.pages.ConcernPage;
import org.probity.ear.pages.FollowPage;
import org.probity.ear.pages.WithdrawalPage;
import org.probity.ear.pages.Words;

/** Officers ask who reported a concern, and whoever has the code answers, at a phone, and stays without a name. */
class ReporterQuestionsIT {

    private static final String ASKED = "A yw’r llun yno o hyd? – Is the photograph still there?";
    private static final String ALSO = "Pryd y gwelsoch ef gyntaf? – When did you see it first?";
    private static final String ANSWER = "Ydy, ers dydd Llun – yes, since Monday.";

    private static Server server;
    private static Boards boards;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = SharedServer.moving();
        boards = new Boards(server);
        browser = Browser.at(server.address());
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void whoStaysAnonymousIsAskedAndAnswersByTheCode(String language, String like) {
        String board = boards.like(like);
        try (Visitors visitors = new Visitors(browser, language)) {
            Words words = Words.in(language);
            Page phone = visitors.stranger().page();
            String code = new ConcernPage(phone).start(board).what(BrowserWalk.WORDS).anonymously().send().code();
            assertThat(new FollowPage(phone).of(board, code).questions()).isEmpty();
            Page officer = visitors.desk(board + "-officer").page();
            String reference = new Api(server, board).get("officer", "investigations").getAsJsonArray("items").get(0).getAsJsonObject()
                    .get("reference").getAsString();
            AskReporterPage asking = new AskReporterPage(officer).of(board, reference).ask(ASKED);
            assertThat(asking.success()).isEqualTo(words.of("investigation.question.done", reference));
            assertThat(asking.notes()).contains(ASKED, words.of("investigation.questions.open"));
            asking.of(board, reference).ask(ALSO);
            FollowPage follow = new FollowPage(phone).of(board, code);
            assertThat(follow.questions()).containsExactly(ASKED, ALSO);
            assertThat(phone.locator("main").innerText()).doesNotContain(" Officer");
            follow.type(0, ANSWER).answer();
            assertThat(phone.locator("main").innerText()).contains(words.of("report.follow.answered"));
            assertThat(follow.questions()).containsExactly(ALSO);
            assertThat(follow.settled()).singleElement().asString().contains(ASKED);
            String notes = new CasePage(officer).of(board, reference, "notes").page().locator("main").innerText();
            assertThat(notes).contains(words.of("investigation.notes.inAnswer", ASKED), ANSWER, words.of("investigation.notes.reporter"));
            String told = " from mail where template = 'concern.answered' and subject like '" + reference + "%'";
            assertThat(server.rows("to_address" + told)).contains(board + "-officer@example.org");
            assertThat(String.join("\n", server.rows("body" + told))).contains(reference).doesNotContain(ASKED, ANSWER);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, nscb", "cy, cwmtaf"})
    void whatIsTypedStaysWhereOneOfTheAnswersIsNotTaken(String language, String like) {
        String board = boards.like(like);
        Walk walk = new Walk(new Api(server, board)).report();
        try (Visitors visitors = new Visitors(browser, language)) {
            Words words = Words.in(language);
            AskReporterPage asking = new AskReporterPage(visitors.desk(board + "-officer").page());
            List.of(ASKED, ALSO, "Ble? – Where?").forEach(question -> asking.of(board, walk.reference()).ask(question));
            FollowPage follow = new FollowPage(visitors.stranger().page()).of(board, walk.receipt());
            follow.answer();
            assertThat(follow.problems()).singleElement().asString().contains(words.of("kernel.refused.required"));
            asking.of(board, walk.reference()).withdraw("Ble? – Where?");
            assertThat(asking.success()).isEqualTo(words.of("investigation.question.taken", walk.reference()));
            follow.type(0, ANSWER).type(1, "The password is Sunflower9").type(2, "Ar y wal – on the wall").answer();
            assertThat(follow.page().locator("main").innerText()).contains(words.of("report.follow.answered"),
                    words.of("investigation.refused.questionWithdrawn"), words.of("report.follow.kept"));
            assertThat(follow.problems()).hasSize(2).anyMatch(problem -> problem.contains(words.of("kernel.refused.secret")));
            assertThat(follow.questions()).containsExactly(ALSO);
            assertThat(follow.typed("answers:0:answer")).isEqualTo("The password is Sunflower9");
            assertThat(follow.typed("words")).isEqualTo("Ar y wal – on the wall");
            follow.type(0, "Dydd Llun – on Monday").answer();
            assertThat(follow.questions()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void onceTheCaseHasEndedTheQuestionNeedsNoAnswer(String language, String like) {
        String board = boards.like(like);
        Walk walk = new Walk(new Api(server, board)).report();
        try (Visitors visitors = new Visitors(browser, language)) {
            Words words = Words.in(language);
            Page officer = visitors.desk(board + "-officer").page();
            new AskReporterPage(officer).of(board, walk.reference()).ask(ASKED);
            FollowPage late = new FollowPage(visitors.stranger().page()).of(board, walk.receipt());
            new WithdrawalPage(officer).withdraw(board, walk.reference(), "Done.");
            late.type(0, ANSWER).answer();
            assertThat(late.problems()).singleElement().asString().contains(words.of("investigation.refused.questionClosed"));
            assertThat(late.settled()).singleElement().asString().contains(ASKED);
            assertThat(late.questions()).isEmpty();
            assertThat(new CasePage(officer).of(board, walk.reference(), "notes").page().locator("main").innerText())
                    .contains(words.of("investigation.questions.closed"));
        }
    }

    @Test
    void theApiAsksAnswersAndTakesBackOnce() {
        Api api = new Api(server, boards.like("lscb"));
        Walk walk = new Walk(api).report();
        Walk other = new Walk(api).report();
        String path = "investigations/" + walk.reference() + "/reporter-questions";
        String receipt = "concerns/receipts/" + walk.receipt();
        String key = UUID.randomUUID().toString();
        long id = api.post("lead", path, Map.of("words", ASKED), key).json().get("id").getAsLong();
        assertThat(api.post("lead", path, Map.of("words", ASKED), key).json().get("id").getAsLong()).isEqualTo(id);
        assertThat(api.get("officer", path).get("total").getAsInt()).isOne();
        JsonObject question = api.get(null, receipt).getAsJsonArray("questions").get(0).getAsJsonObject();
        assertThat(question.keySet()).containsExactlyInAnyOrder("id", "words", "askedAt", "answered");
        Map<String, ?> answer = Map.of("questionId", id, "words", ANSWER);
        assertThat(api.tryPost(null, "concerns/receipts/" + other.receipt() + "/answers", answer).status()).isEqualTo(404);
        assertThat(api.tryPost(null, receipt + "/answers", Map.of("questionId", id, "words", "pass word: Sunflower9")).status()).isEqualTo(422);
        assertThat(api.tryPost(null, receipt + "/answers", Map.of()).status()).isEqualTo(422);
        String once = UUID.randomUUID().toString();
        assertThat(api.post(null, receipt + "/answers", answer, once).status()).isEqualTo(204);
        assertThat(api.post(null, receipt + "/answers", answer, once).status()).isEqualTo(204);
        assertThat(api.tryPost(null, receipt + "/answers", answer).status()).isEqualTo(409);
        assertThat(api.tryDelete("officer", path + "/" + id).status()).isEqualTo(409);
        JsonObject note = api.get("officer", "investigations/" + walk.reference() + "/notes").getAsJsonArray("items").get(0).getAsJsonObject();
        assertThat(List.of(note.get("question").getAsString(), note.get("words").getAsString(), note.get("authorName").getAsString()))
                .containsExactly(ASKED, ANSWER, "");
        long taken = api.post("officer", path, Map.of("words", ALSO)).json().get("id").getAsLong();
        assertThat(api.tryDelete("officer", "investigations/" + other.reference() + "/reporter-questions/" + taken).status()).isEqualTo(404);
        assertThat(api.tryDelete("officer", path + "/" + taken).status()).isEqualTo(204);
        assertThat(api.tryPost(null, receipt + "/answers", Map.of("questionId", taken, "words", ANSWER)).status()).isEqualTo(409);
        assertThat(api.tryPost("employee", path, Map.of("words", ASKED)).status()).isEqualTo(403);
    }

    @Test
    void whoIsSignedInAndGivesNoNameStaysWithoutOneWhenTheyAnswer() {
        Api api = new Api(server, boards.like("lscb"));
        String receipt = api.post("employee", "concerns", Walk.concern()).json().get("receipt").getAsString();
        String reference = api.get("officer", "investigations").getAsJsonArray("items").get(0).getAsJsonObject().get("reference").getAsString();
        long id = api.post("officer", "investigations/" + reference + "/reporter-questions", Map.of("words", ASKED)).json().get("id").getAsLong();
        api.post("employee", "concerns/receipts/" + receipt + "/answers", Map.of("questionId", id, "words", ANSWER));
        for (String list : List.of("/notes", "/timeline", "/reporter-questions")) {
            assertThat(api.get("officer", "investigations/" + reference + list).toString()).doesNotContain(boards.own("Lscb Employee"));
        }
        assertThat(api.get("officer", "investigations/" + reference + "/timeline").toString()).contains("concern.answered");
        assertThat(server.rows("actor_name from audit_entry where act = 'concern.answered' and reference = '" + reference + "'")).containsOnly("");
    }
}
