package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.ear.pages.ApprovalsPage;
import org.probity.ear.pages.CasePage;
import org.probity.ear.pages.FollowPage;
import org.probity.ear.pages.Form;
import org.probity.ear.pages.MyRequestPage;
import org.probity.ear.pages.MyRequestsPage;
import org.probity.ear.pages.RemovalDeskPage;
import org.probity.ear.pages.ReplyPage;
import org.probity.ear.pages.Words;

/** The main job in a real browser: every page held against WCAG, every text in the reader's language, no script blocked. */
class WalkBrowserIT {


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

    @Test
    void oneConcernGoesThroughAllFiveProcessesAsFivePeople() throws IOException {
        walk("en", boards.like("chscb"));
    }

    @Test
    void theSameWalkIsEntirelyInWelshWhereEverybodyReadsWelsh() throws IOException {
        walk("cy", boards.like("cwmtaf"));
    }

    @Test
    void silenceIsRemindedCountedAndThenDecidedByAPerson() {
        try (Visitors visitors = new Visitors(browser, "en")) {
            Words words = Words.in("en");
            Walk walk = asked(boards.like("lscb"));
            long id = removal(walk);
            RemovalDeskPage desk = new RemovalDeskPage(visitors.desk(boards.own("lscb-officer")).page()).of(boards.like("lscb"), walk.reference(), id);
            advanceTo(walk.replyBy().minus(2, ChronoUnit.HOURS));
            awaitMail(visitors, boards.own("lscb-employee@example.org"), words.of("mail.removal.reminder.subject", walk.reference()));
            assertThat(desk.again().status()).isEqualTo(words.of("removal.status.SENT"));
            advanceTo(walk.replyBy().plus(1, ChronoUnit.HOURS));
            Api.await("it is overdue", () -> desk.again().status().equals(words.of("removal.status.OVERDUE")));
            awaitMail(visitors, boards.own("lscb-officer@example.org"), words.of("mail.removal.overdue.subject", walk.reference()));
            server.advance(Duration.ofDays(7));
            assertThat(desk.again().status()).as("nobody has decided").isEqualTo(words.of("removal.status.OVERDUE"));
            assertThat(new CasePage(desk.page()).of(boards.like("lscb"), walk.reference(), "summary").next()).isNotEmpty();
            desk.of(boards.like("lscb"), walk.reference(), id).decideOnSilence("FURTHER_ACTION", BrowserWalk.WORDS);
            assertThat(desk.of(boards.like("lscb"), walk.reference(), id).status()).isEqualTo(words.of("removal.status.FURTHER_ACTION"));
            MyRequestPage mine = new MyRequestPage(visitors.phone(boards.own("lscb-employee")).page()).removal(boards.like("lscb"), id);
            assertThat(mine.text()).contains(words.of("removal.next.FURTHER_ACTION"));
            assertThat(mine.answerable()).isFalse();
        }
    }

    @Test
    void aChallengeThatIsUpheldEndsTheRequest() {
        try (Visitors visitors = new Visitors(browser, "en")) {
            Walk walk = challenged(visitors, boards.like("nscb"), Words.in("en"));
            decideChallenge(visitors, boards.like("nscb"), walk, "UPHELD");
            MyRequestPage mine = new MyRequestPage(visitors.phone(boards.own("nscb-employee")).page()).removal(boards.like("nscb"), removal(walk));
            assertThat(mine.text()).contains(Words.in("en").of("removal.mine.status.CHALLENGE_UPHELD"));
            assertThat(mine.answerable()).isFalse();
        }
    }

    /** They disagree, then say that it is not theirs, then take it down; each time somebody else decides, and each letter is there to read. */
    @ParameterizedTest
    @CsvSource({"en, nscb", "cy, cwmtaf"})
    void whatIsContestedGoesToItsEndInEachLanguage(String language, String like) {
        String board = boards.like(like);
        try (Visitors visitors = new Visitors(browser, language)) {
            Words words = Words.in(language);
            Walk walk = challenged(visitors, board, words);
            decideChallenge(visitors, board, walk, "REJECTED");
            MyRequestPage mine = new MyRequestPage(visitors.phone(board + "-employee").page());
            Api.await("the subject is asked again", () -> mine.removal(board, removal(walk)).answerable());
            assertThat(mine.text()).contains(BrowserWalk.WORDS);
            mine.reply().answer("NOT_MINE").words(BrowserWalk.WORDS).check().send();
            RemovalDeskPage desk = new RemovalDeskPage(visitors.desk(board + "-officer").page()).of(board, walk.reference(), removal(walk));
            assertThat(desk.status()).isEqualTo(words.of("removal.status.IDENTITY_ASKED"));
            assertThat(desk.decidable()).as("whoever investigates does not decide whose it is").isFalse();
            waiting(visitors, board, walk).lookedAtAll("STILL_THERE").decideIdentity("THEIRS", BrowserWalk.WORDS);
            Api.await("the subject is asked once more", () -> mine.removal(board, removal(walk)).answerable());
            mine.reply().answer("REMOVED").check().send();
            desk.of(board, walk.reference(), removal(walk)).lookedAtAll("GONE").check("COMPLIED");
            assertThat(desk.of(board, walk.reference(), removal(walk)).status()).isEqualTo(words.of("removal.status.COMPLIED"));
            MyRequestsPage all = new MyRequestsPage(visitors.phone(board + "-employee").page()).of(board);
            assertThat(all.letters(walk.reference())).as("asked, asked again twice, and how it ended").hasSize(4);
            assertThat(all.heading("letters")).isEqualTo(words.of("investigation.letters.mine"));
        }
    }

    /** The subject says why they disagree; whoever investigates cannot decide that. */
    private static Walk challenged(Visitors visitors, String board, Words words) {
        Walk walk = asked(board);
        long id = removal(walk);
        ReplyPage reply = new ReplyPage(visitors.phone(board + "-employee").page()).toRemoval(board, id).answer("DISPUTED").check();
        assertThat(reply.problems()).singleElement().asString().endsWith(words.of("removal.refused.sayWhy"));
        reply.words(BrowserWalk.WORDS).check().send();
        assertThat(reply.sent()).isTrue();
        RemovalDeskPage desk = new RemovalDeskPage(visitors.desk(board + "-officer").page()).of(board, walk.reference(), id);
        assertThat(desk.status()).isEqualTo(words.of("removal.status.CHALLENGED"));
        assertThat(desk.decidable()).isFalse();
        return walk;
    }

    private static void decideChallenge(Visitors visitors, String board, Walk walk, String result) {
        RemovalDeskPage desk = waiting(visitors, board, walk);
        desk.decideChallenge(result, BrowserWalk.WORDS);
        assertThat(desk.problems()).isEmpty();
    }

    /** What waits for the lead, opened from the list of it. */
    private static RemovalDeskPage waiting(Visitors visitors, String board, Walk walk) {
        ApprovalsPage approvals = new ApprovalsPage(visitors.desk(board + "-lead").page()).of(board);
        approvals.openFor(walk.reference());
        return new RemovalDeskPage(approvals.page());
    }

    private static Walk asked(String board) {
        return new Walk(new Api(server, board)).report().detect().askForRemoval().awaitRemovalRequest();
    }

    private static long removal(Walk walk) {
        return walk.removal().getAsJsonObject("line").get("id").getAsLong();
    }

    private static void advanceTo(Instant moment) {
        server.advance(Duration.between(server.now(), moment));
    }

    /** Read in the operator's mailbox: no more than that something waits. */
    private static void awaitMail(Visitors visitors, String to, String subject) {
        Form mail = new Form(visitors.desk("operator").page());
        Api.await(subject, () -> {
            mail.open(boards.own("/operator/mail?board=lscb"));
            return mail.page().locator("main tbody tr:has-text('" + to + "'):has-text('" + subject + "')").count() == 1;
        });
        assertThat(mail.page().locator("main").textContent()).doesNotContain(Walk.TITLE, Walk.WHAT);
    }

    private static void walk(String language, String board) throws IOException {
        try (Visitors visitors = new Visitors(browser, language)) {
            BrowserWalk walk = new BrowserWalk(server, visitors, board);
            Words words = Words.in(language);
            walk.report();
            walk.answerUrgentGate();
            assertThat(progress(visitors, walk, board)).isNotEmpty();
            walk.addEvidence();
            walk.triage();
            walk.tellDesignatedOfficer();
            walk.askForRemoval();
            walk.awaitRemovalRequest();
            walk.replyPartlyRemoved();
            walk.check("STILL_THERE", "ASK_AGAIN");
            walk.awaitRemovalRequest();
            walk.replyRemoved();
            walk.check("GONE", "COMPLIED");
            assertThat(walk.desk().status()).isEqualTo(words.of("removal.status.COMPLIED"));
            walk.askToMeet();
            walk.agreeToMeet();
            walk.holdMeeting();
            walk.confirmMinutes();
            walk.recordFindings();
            walk.review();
            walk.composePack();
            visitors.desk(walk.hr()).seesNothingAt(walk.address(), walk.forged());
            assertThat(walk.inbox().references()).doesNotContain(walk.reference());
            walk.approve();
            walk.awaitReferral();
            assertThat(text(walk.openPack())).contains(walk.reference(), "[…] of a family");
            walk.askEmployersQuestion();
            walk.answerQuestion();
            walk.acknowledge();
            walk.recordOutcome();
            walk.checkDuties();
            walk.close();
            visitors.desk(walk.employee()).seesNothingAt(walk.address(), walk.forged());
            assertThat(walk.tab("process").processes()).hasSize(5);
            assertThat(walk.tab("timeline").timeline()).isNotEmpty();
            List<String> decisions = walk.tab("decisions").decisions();
            for (String said : List.of("investigation.closure.learning", "detection.gate.URGENT", "detection.gate.TRIAGE",
                    "detection.gate.SAFEGUARDING", "detection.gate.DESIGNATED_OFFICER_TOLD", "audit.value.toldAt", "audit.value.mustTell")) {
                assertThat(decisions).as(said).anyMatch(decision -> decision.contains(words.of(said)));
            }
            assertThat(progress(visitors, walk, board)).isNotEmpty();
        }
    }

    private static String progress(Visitors visitors, BrowserWalk walk, String board) {
        return new FollowPage(visitors.stranger().page()).of(board, walk.code()).progress();
    }

    private static String text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
