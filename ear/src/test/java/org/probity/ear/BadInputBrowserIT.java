package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.ear.pages.CasePage;
import org.probity.ear.pages.CooperationDeskPage;
import org.probity.ear.pages.EvidencePage;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.MyRequestPage;
import org.probity.ear.pages.NewRemovalPage;
import org.probity.ear.pages.RemovalDeskPage;
import org.probity.ear.pages.ReplyPage;
import org.probity.ear.pages.RequestsTabPage;
import org.probity.ear.pages.UrgentGatePage;
import org.probity.ear.pages.WithdrawalPage;
import org.probity.ear.pages.Words;

/** What is wrong gets a clear message in the reader's language, changes nothing, and loses nothing that was typed. */
class BadInputBrowserIT {

    private static final int TOO_LARGE = 26 * 1024 * 1024;
    private static final String TYPED = "Geiriau a deipiwyd – words that were typed";

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
    void aFileThatIsEmptyTooLargeOrNotWhatItSaysIsNotTakenIn(String language, String like) {
        String board = boards.like(like);
        Walk walk = walk(board).detect();
        try (Visitors visitors = new Visitors(browser, language)) {
            Visitor officer = visitors.desk(board + "-officer");
            Words words = officer.words();
            EvidencePage page = new EvidencePage(officer.page()).of(board, walk.reference());
            page.type("how", TYPED);
            refused(page, "empty.png", new byte[0], words.of("documents.refused.empty"));
            refused(page, "large.png", new byte[TOO_LARGE], words.of("kernel.refused.tooLarge", 25));
            refused(page, "picture.png", "no picture".getBytes(StandardCharsets.UTF_8), words.of("documents.refused.notWhatItSays", "picture.png"));
            refused(page, "tool.exe", new byte[] {'M', 'Z', 1, 2}, words.of("documents.refused.type", "tool.exe", "|").split("\\|")[0]);
            int evidence = new CasePage(officer.page()).of(board, walk.reference(), "evidence").page().locator("article.card").count();
            assertThat(evidence).as("only the one kept before").isEqualTo(1);
        }
    }

    private static void refused(EvidencePage page, String name, byte[] bytes, String why) {
        page.file(TYPED, name, bytes);
        assertThat(page.problems()).singleElement().asString().contains(why);
        assertThat(page.typed("title")).isEqualTo(TYPED);
        assertThat(page.typed("how")).isEqualTo(TYPED);
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void aDeadlineThatHasPassedAndFieldsLeftOutAreNamedAndAllThatWasTypedStays(String language, String like) {
        String board = boards.like(like);
        Walk walk = walk(board).detect();
        try (Visitors visitors = new Visitors(browser, language)) {
            Visitor officer = visitors.desk(board + "-officer");
            NewRemovalPage page = new NewRemovalPage(officer.page()).of(board, walk.reference()).weigh(TYPED)
                    .item(0, "CONTENT", "https://example.org/p/1", TYPED).deadline("2020-01-02");
            page.type("tone", "");
            page.send();
            assertThat(page.problem("deadline")).contains(officer.words().of("calendar.refused.deadlinePast"));
            assertThat(page.problem("tone")).contains(officer.words().of("kernel.refused.required"));
            assertThat(page.problems()).hasSize(2);
            assertThat(page.typed("conclusion")).isEqualTo(TYPED);
            assertThat(page.typed("items:0:address")).isEqualTo("https://example.org/p/1");
            assertThat(page.typed("items:0:description")).isEqualTo(TYPED);
            assertThat(page.typed("deadline")).isEqualTo("2020-01-02");
            assertThat(new RequestsTabPage(officer.page()).of(board, walk.reference()).removals()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void aPageThatWasOvertakenByAnotherWindowChangesNothing(String language, String like) {
        String board = boards.like(like);
        atUrgentGate(language, board, (walk, officer, late) -> {
            new UrgentGatePage(officer.secondWindow()).of(board, walk.reference()).answer(false, false, false, "First.");
            late.answer(true, false, false, TYPED);
            assertThat(late.problems()).hasSize(1);
            assertThat(late.problems().get(0)).matches("\\Q" + officer.words().of("worklist.refused.doneBy", "\\E.+\\Q", "\\E.+\\Q") + "\\E");
            assertThat(late.typed("reasons")).isEqualTo(TYPED);
        });
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void aDoubleClickActsOnce(String language, String like) {
        String board = boards.like(like);
        Walk walk = walk(board).detect();
        try (Visitors visitors = new Visitors(browser, language)) {
            Visitor officer = visitors.desk(board + "-officer");
            NewRemovalPage page = new NewRemovalPage(officer.page()).of(board, walk.reference()).weigh(TYPED)
                    .item(0, "CONTENT", "https://example.org/p/1", TYPED);
            Form.navigate(officer.page(), () -> officer.page().locator("#send").dblclick());
            officer.page().waitForURL("**/removal/*");
            page.look();
            assertThat(new RequestsTabPage(officer.page()).of(board, walk.reference()).removals()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, chscb, nscb", "cy, cwmtaf, chscb"})
    void whatIsNotThereAndWhatIsOutOfSightAreTheSame(String language, String like, String likeOther) {
        String board = boards.like(like);
        String other = boards.like(likeOther);
        Walk elsewhere = walk(other);
        try (Visitors visitors = new Visitors(browser, language)) {
            Visitor officer = visitors.desk(board + "-officer");
            officer.findsNothingAt("/" + board + "/investigations/NOBODY-2026-0001");
            officer.findsNothingAt("/" + board + "/investigations/" + elsewhere.reference());
            officer.findsNothingAt("/" + other + "/investigations/" + elsewhere.reference());
            Visitor employee = visitors.phone(board + "-employee");
            employee.findsNothingAt("/" + board + "/requests/removal/999999");
            employee.findsNothingAt("/" + board + "/requests/removal/forged");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void aReplyAfterTheEndIsNotTakenInButWhatWasTypedStays(String language, String like) {
        String board = boards.like(like);
        Walk walk = walk(board).detect().askForRemoval().awaitRemovalRequest();
        long id = walk.removal().getAsJsonObject("line").get("id").getAsLong();
        try (Visitors visitors = new Visitors(browser, language)) {
            ReplyPage reply = new ReplyPage(visitors.phone(board + "-employee").page()).toRemoval(board, id).answer("REMOVED").words(TYPED).check();
            WithdrawalPage withdrawal = new WithdrawalPage(visitors.desk(board + "-officer").page());
            withdrawal.withdraw(board, walk.reference(), TYPED);
            reply.send();
            assertThat(reply.sent()).isFalse();
            assertThat(reply.page().locator("main").innerText()).contains(Words.in(language).of("removal.refused.ended"));
            assertThat(reply.page().content()).as("what was typed").contains(TYPED);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void aFileWithAReplyIsNotTakenWhereTheCaseTakesNoneButWhatWasTypedStays(String language, String like) {
        String board = boards.like(like);
        Walk walk = walk(board).detectImage().askForRemoval().awaitRemovalRequest();
        long id = walk.removal().getAsJsonObject("line").get("id").getAsLong();
        try (Visitors visitors = new Visitors(browser, language)) {
            ReplyPage reply = new ReplyPage(visitors.phone(board + "-employee").page()).toRemoval(board, id).answer("REMOVED").words(TYPED)
                    .file("words.txt", "Words.".getBytes(StandardCharsets.UTF_8)).check();
            assertThat(reply.problems()).singleElement().asString().contains(Words.in(language).of("investigation.refused.noFiles"));
            assertThat(reply.typed("words")).isEqualTo(TYPED);
            reply.check().send();
            assertThat(reply.sent()).isTrue();
        }
    }

    /** Else one officer could put words into the subject's mouth, who would never see them. */
    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void whatSomebodyElseRecordedSaysSoAndIsAnsweredByTheSubject(String language, String like) {
        String board = boards.like(like);
        Walk walk = walk(board).detect().askForRemoval().awaitRemovalRequest().awaitStatementRequest();
        long removal = walk.removal().getAsJsonObject("line").get("id").getAsLong();
        long help = walk.cooperation().getAsJsonObject("line").get("id").getAsLong();
        try (Visitors visitors = new Visitors(browser, language)) {
            Page officer = visitors.desk(board + "-officer").page();
            Page subject = visitors.phone(board + "-employee").page();
            new RemovalDeskPage(officer).of(board, walk.reference(), removal).record("TELEPHONE", "REMOVED", TYPED);
            answeredThemself(language, () -> new MyRequestPage(subject).removal(board, removal), "DISPUTED");
            new CooperationDeskPage(officer).of(board, walk.reference(), help).record("TELEPHONE", "ANSWERED", TYPED);
            answeredThemself(language, () -> new MyRequestPage(subject).cooperation(board, help), "DECLINED");
        }
    }

    private static void answeredThemself(String language, Supplier<MyRequestPage> open, String answer) {
        Words words = Words.in(language);
        MyRequestPage mine = open.get();
        assertThat(mine.text()).contains(TYPED, words.of("removal.mine.recorded.say"),
                words.of("removal.mine.recorded", "|", words.of("removal.mine.channel.TELEPHONE")).split("\\|")[1]);
        ReplyPage reply = mine.reply().answer(answer).words(TYPED).check();
        reply.send();
        assertThat(reply.sent()).isTrue();
        assertThat(open.get().answerable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en, chscb", "cy, cwmtaf"})
    void aSignThatNoDatabaseKeepsIsNamedWithItsField(String language, String like) {
        String board = boards.like(like);
        atUrgentGate(language, board, (walk, officer, page) -> {
            page.answer(false, false, false, TYPED + "\u0000");
            assertThat(page.problems()).singleElement().asString().contains(officer.words().of("kernel.refused.character"));
            assertThat(page.typed("reasons")).startsWith(TYPED);
            assertThat(server.get("/" + board + "/investigations?q=%00").statusCode()).isEqualTo(400);
        });
    }

    private interface AtGate {
        void with(Walk walk, Visitor officer, UrgentGatePage page);
    }

    /** Of a case of its own, in which nothing that was typed is kept. */
    private static void atUrgentGate(String language, String board, AtGate work) {
        Walk walk = walk(board);
        try (Visitors visitors = new Visitors(browser, language)) {
            Visitor officer = visitors.desk(board + "-officer");
            work.with(walk, officer, new UrgentGatePage(officer.page()).of(board, walk.reference()));
            assertThat(walk.page().toString()).doesNotContain(TYPED);
        }
    }

    private static Walk walk(String board) {
        return new Walk(new Api(server, board)).report();
    }
}
