package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.pages.FollowPage;
import org.probity.ear.pages.Words;

/** The main job in a real browser: every page held against WCAG, every text in the reader's language, no script blocked. */
class WalkBrowserIT {

    private static final int PORT_OFFSET = 800;

    private static Server server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = Server.named("walk-in-browser", PORT_OFFSET).withMovableClock().start();
        browser = Browser.at(server.address());
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    void oneConcernGoesThroughAllFiveProcessesAsFivePeople() throws IOException {
        walk("en", "chscb");
    }

    @Test
    void theSameWalkIsEntirelyInWelshWhereEverybodyReadsWelsh() throws IOException {
        walk("cy", "cwmtaf");
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
            walk.recordFindings();
            walk.review();
            walk.composePack();
            visitors.desk(walk.hr()).seesNothingAt(walk.address(), walk.forged());
            assertThat(walk.inbox().references()).doesNotContain(walk.reference());
            walk.approve();
            walk.awaitReferral();
            assertThat(text(walk.openPack())).contains(walk.reference());
            walk.askEmployersQuestion();
            walk.answerQuestion();
            walk.acknowledge();
            walk.recordOutcome();
            walk.checkDuties();
            walk.close();
            visitors.desk(walk.employee()).seesNothingAt(walk.address(), walk.forged());
            assertThat(walk.tab("process").processes()).hasSize(5);
            assertThat(walk.tab("timeline").timeline()).isNotEmpty();
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
