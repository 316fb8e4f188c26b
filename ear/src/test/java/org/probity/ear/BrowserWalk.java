package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;
import org.probity.ear.pages.CasePage;
import org.probity.ear.pages.ClosurePage;
import org.probity.ear.pages.ConcernPage;
import org.probity.ear.pages.CooperationDeskPage;
import org.probity.ear.pages.DesignatedOfficerPage;
import org.probity.ear.pages.EvidencePage;
import org.probity.ear.pages.FindingsPage;
import org.probity.ear.pages.FindingsReviewPage;
import org.probity.ear.pages.InboxPage;
import org.probity.ear.pages.MyRequestPage;
import org.probity.ear.pages.MyRequestsPage;
import org.probity.ear.pages.NewCooperationPage;
import org.probity.ear.pages.NewRemovalPage;
import org.probity.ear.pages.ReceiptPage;
import org.probity.ear.pages.ReceivedReferralPage;
import org.probity.ear.pages.ReferralApprovalPage;
import org.probity.ear.pages.ReferralDeskPage;
import org.probity.ear.pages.RemovalDeskPage;
import org.probity.ear.pages.SafeguardingGatePage;
import org.probity.ear.pages.SearchPage;
import org.probity.ear.pages.TriagePage;
import org.probity.ear.pages.UrgentGatePage;

/** One concern on its way through the pages of a board, each step done by who has to do it, at a window of their own. */
final class BrowserWalk {

    static final String WORDS = "Llun o deulu ger Tŷ’r Llyn – a photograph of a family";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String FIRST = "https://example.org/p/1";
    private static final String SECOND = "https://example.org/p/2";
    private static final int DAYS_TO_MEETING = 12;

    private final Server server;
    private final Visitors visitors;
    private final String board;
    private String code;
    private String reference;
    private long removal;
    private long cooperation;
    private Instant meeting;

    BrowserWalk(Server server, Visitors visitors, String board) {
        this.server = server;
        this.visitors = visitors;
        this.board = board;
    }

    /** Somebody without an account reports, at a phone. */
    void report() {
        ReceiptPage receipt = new ConcernPage(visitors.stranger().page()).start(board)
                .what(WORDS).about("Somebody").at(FIRST).postedOn(day(-9)).anonymously().send();
        code = receipt.code();
        receipt.page().reload();
        assertThat(receipt.code()).as("the page once more").isEqualTo(code);
    }

    /** The officer finds what came in, and answers the urgent gate. */
    void answerUrgentGate() {
        visitors.desk(board + "-officer");
        reference = newest();
        new UrgentGatePage(officer()).of(board, reference).answer(false, false, false, WORDS);
    }

    void addEvidence() {
        EvidencePage evidence = new EvidencePage(officer());
        evidence.of(board, reference).file("Sgrinlun 1", "screenshot.png", picture());
        evidence.of(board, reference).address("Cyfeiriad 1", FIRST);
    }

    void triage() {
        new TriagePage(officer()).of(board, reference).title(WORDS).clause(firstClause()).subject(subject())
                .usual(true).weight("PUBLIC", "HIGH").decide("INVESTIGATE", WORDS);
    }

    /** Nobody may ask the subject until the designated officer has been told. */
    void tellDesignatedOfficer() {
        new SafeguardingGatePage(officer()).of(board, reference).met("riskToChildren").answer(true, false, WORDS);
        new DesignatedOfficerPage(officer()).of(board, reference).told("D. Officer", moment(server.now().minusSeconds(600)), WORDS, true);
    }

    void askForRemoval() {
        removal = new NewRemovalPage(officer()).of(board, reference).weigh(WORDS).item(0, "CONTENT", FIRST, "").add()
                .item(1, "CONTENT", SECOND, "").send().id();
    }

    void awaitRemovalRequest() {
        Api.await("the subject is asked to remove", () -> visitors.phone(employee()).at("/" + board + "/requests").page()
                .locator("#requests a[href$='/removal/" + removal + "']").count() == 1);
    }

    /** At a phone, from the list. */
    void replyPartlyRemoved() {
        new MyRequestsPage(subjectsPhone()).of(board).openRemoval().reply().answer("PARTLY").removed(0).words(WORDS)
                .file("before.png", picture()).check().send();
    }

    /** @param second what is seen at the second address; the first is gone once it was */
    void check(String second, String next) {
        RemovalDeskPage desk = desk();
        int last = desk.page().locator("fieldset.group").count() - 1;
        if (last == 1) {
            desk.seen(0, "GONE", "");
        }
        desk.seen(last, second, WORDS).check(next);
    }

    void replyRemoved() {
        new MyRequestPage(subjectsPhone()).removal(board, removal).reply().answer("REMOVED").check().send();
    }

    void askToMeet() {
        meeting = server.now().plus(DAYS_TO_MEETING, ChronoUnit.DAYS);
        cooperation = new NewCooperationPage(officer()).of(board, reference, "MEETING").ask(WORDS, WORDS)
                .meeting(moment(meeting), "Tŷ’r Llyn").send().id();
    }

    void agreeToMeet() {
        Api.await("the subject is asked to meet", () -> visitors.phone(employee()).at("/" + board + "/requests").page()
                .locator("#requests a[href$='/cooperation/" + cooperation + "']").count() == 1);
        new MyRequestsPage(subjectsPhone()).of(board).openCooperation().reply().answer("AGREED").companion("A friend", "").check().send();
    }

    /** When its day has come. */
    void holdMeeting() {
        server.advance(java.time.Duration.between(server.now(), meeting.plus(1, ChronoUnit.HOURS)));
        helpDesk().holdMeeting(moment(meeting), "A friend", WORDS);
    }

    /** Before that, nobody is heard by what an officer wrote down of it. */
    void confirmMinutes() {
        new MyRequestPage(subjectsPhone()).cooperation(board, cooperation).confirmMinutes();
    }

    void considerAnswer() {
        helpDesk().consider("ENOUGH", WORDS);
    }

    void recordFindings() {
        new FindingsPage(officer()).of(board, reference).all("PROVEN", WORDS).refer(WORDS, WORDS).record();
    }

    void review() {
        new FindingsReviewPage(visitors.desk(board + "-officer2").page()).of(board, reference).agree(WORDS);
    }

    void composePack() {
        ReferralDeskPage desk = new ReferralDeskPage(officer()).of(board, reference);
        desk.shorten(0, "a photograph", WORDS);
        desk.composeAsSuggested(WORDS, WORDS);
    }

    void approve() {
        ReferralApprovalPage approval = new ReferralApprovalPage(visitors.desk(board + "-lead").page()).of(board, reference);
        assertThat(approval.compared()).satisfiesExactly(left -> assertThat(left).contains("[…] of a family"), whole -> assertThat(whole).contains(WORDS));
        approval.approve(WORDS);
    }

    void awaitReferral() {
        Api.await("the referral is sent", () -> inbox().references().contains(reference));
    }

    /** @return the pack, as the employer gets it */
    byte[] openPack() {
        return received().pack();
    }

    void askEmployersQuestion() {
        received().ask(WORDS);
    }

    void answerQuestion() {
        new ReferralDeskPage(officer()).of(board, reference).answer(WORDS);
    }

    void acknowledge() {
        received().accept();
    }

    void recordOutcome() {
        received().outcome().tell("DISMISSAL", day(0), "NONE");
    }

    void checkDuties() {
        new ReferralDeskPage(officer()).of(board, reference).nothingDue(WORDS);
    }

    void close() {
        new ClosurePage(officer()).of(board, reference).close(WORDS, WORDS, true);
    }

    CasePage tab(String tab) {
        return new CasePage(officer()).of(board, reference, tab);
    }

    RemovalDeskPage desk() {
        return new RemovalDeskPage(officer()).of(board, reference, removal);
    }

    CooperationDeskPage helpDesk() {
        return new CooperationDeskPage(officer()).of(board, reference, cooperation);
    }

    InboxPage inbox() {
        return new InboxPage(visitors.desk(hr()).page()).open();
    }

    ReceivedReferralPage received() {
        return inbox().about(reference);
    }

    String reference() {
        return reference;
    }

    String code() {
        return code;
    }

    String address() {
        return "/" + board + "/investigations/" + reference;
    }

    /** An address like that of the case, for a case that does not exist. */
    String forged() {
        return address().replaceFirst("[0-9]+$", "9999");
    }

    String employee() {
        return board + "-employee";
    }

    String hr() {
        return board + "-hr";
    }

    /** A picture as a phone takes it. */
    static byte[] picture() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page officer() {
        return visitors.desk(board + "-officer").page();
    }

    private Page subjectsPhone() {
        return visitors.phone(employee()).page();
    }

    private String newest() {
        new SearchPage(officer()).open("/" + board + "/investigations");
        return new SearchPage(officer()).references().get(0);
    }

    private String subject() {
        return Character.toUpperCase(board.charAt(0)) + board.substring(1) + " Employee";
    }

    private String firstClause() {
        return officer().locator("input[name=clauses]").first().getAttribute("value");
    }

    private String day(int days) {
        return server.now().plus(days, ChronoUnit.DAYS).atZone(LONDON).toLocalDate().toString();
    }

    private static String moment(Instant at) {
        return LocalDateTime.ofInstant(at, LONDON).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
