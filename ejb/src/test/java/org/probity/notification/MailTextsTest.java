package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Deadlines;

class MailTextsTest {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Board BOARD = new Board("cwmtaf", "Cwm Taf Safeguarding Board", "Bwrdd Diogelu Cwm Taf", "CWMTAF",
            Board.Country.WALES, "#f0a500", true, "conduct@cwmtaf.example.org", Deadlines.usual());

    @Test
    void aMailIsAGreetingASentenceADeadlineALinkAndWhomToAsk() {
        Recipient to = new Recipient("Siân Ŵynne", "sian@example.org", Language.EN);

        String body = body(to, "removal.request", "CWMTAF-2026-0042", "requests/removal/12", LocalDate.of(2026, 11, 26));

        assertThat(body).isEqualTo("""
                Dear Siân Ŵynne

                We have written to you under the reference CWMTAF-2026-0042 and ask you for a reply.

                Please do this by Thursday 26 November 2026.

                Sign in to read it and to do what is needed:
                http://localhost:8080/cwmtaf/requests/removal/12

                If you have a question, ask Cwm Taf Safeguarding Board, conduct@cwmtaf.example.org. Give the reference, and please do not put case details in an email.

                No case details are sent by email.

                Cwm Taf Safeguarding Board
                """);
    }

    @Test
    void aWelshReaderGetsWelsh() {
        Recipient to = new Recipient("", "sian@example.org", Language.CY);

        assertThat(body(to, "removal.request", "CWMTAF-2026-0042", "requests/removal/12", LocalDate.of(2026, 11, 26)))
                .startsWith("Helo\n").contains("erbyn dydd Iau 26 Tachwedd 2026", "Ni anfonir manylion", "Bwrdd Diogelu Cwm Taf");
        assertThat(MailTexts.subject(to, "removal.request", "CWMTAF-2026-0042")).startsWith("CWMTAF-2026-0042: darllenwch");
    }

    @Test
    void aDeadlineThatHasPassedIsNotAskedForAgain() {
        Recipient to = new Recipient("HR", "hr@example.org", Language.EN);

        assertThat(body(to, "referral.chaser", "R", "p", NOW.minusSeconds(60)))
                .contains("This was asked for by Thursday 19 November 2026 at 08:59.");
        assertThat(body(to, "referral.chaser", "R", "p", LocalDate.of(2026, 11, 19))).contains("Please do this by Thursday 19 November");
        assertThat(body(to, "referral.chaser", "R", "p")).doesNotContain("by Thursday");
    }

    @Test
    void theInstallationWritesForNoBoard() {
        Recipient to = new Recipient("Olwen", "olwen@example.org", Language.EN);
        assertThat(MailTexts.body(null, to, NOW, "account.factorResetAsked", "", Links.toRoot("account"))).startsWith("Dear Olwen")
                .contains("\nhttp://localhost:8080/account\n", "ask whoever runs Probity.").endsWith("\nProbity\n");
        assertThat(MailTexts.body(null, new Recipient("", "o@example.org", Language.CY), NOW, "account.secondFactorReset", "", Links.toRoot("account")))
                .contains("wrth bwy bynnag").doesNotContain("{");
    }

    @Test
    void aWholeAddressIsLeftAsItIs() {
        Recipient to = new Recipient("HR", "hr@example.org", Language.EN);

        assertThat(body(to, "referral.sent", "CWMTAF-2026-0042", Links.toRoot("/referrals/7")))
                .contains("\nhttp://localhost:8080/referrals/7\n");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateCanBeWrittenInBothLanguages(String template) {
        for (Language language : Language.values()) {
            Recipient to = new Recipient("Name", "name@example.org", language);
            String whole = MailTexts.subject(to, template, "REF-1", "page") + body(to, template, "REF-1", "page", "handed over");

            assertThat(whole).doesNotContain("{").contains("http://localhost:8080/cwmtaf/page");
            assertThat(MailTexts.subject(to, template, "REF-1").length()).isLessThan(100);
        }
    }

    @Test
    void aLineBreakInANameCannotBecomeAHeader() {
        assertThat(new Recipient("A\r\nBcc: x@example.org", "a@example.org", Language.EN).name()).isEqualTo("A Bcc: x@example.org");
    }

    /** As an archive or an earlier release may bring it, be it of a person, a board or whoever did something. */
    @Test
    void noNameIsALink() {
        Board board = new Board("cwmtaf", "Board https://attack.invalid/b", "www.attack.invalid", "CWMTAF", Board.Country.WALES, "#f0a500", true,
                "https://attack.invalid/@c", Deadlines.usual());
        for (Language language : Language.values()) {
            Recipient to = new Recipient("www.attack.invalid/reset", "a@example.org", language);
            String whole = CurrentBoard.call("cwmtaf", () -> MailTexts.subject(to, "officer.restricted", "https://attack.invalid/by", "members")
                    + MailTexts.body(board, to, NOW, "officer.restricted", "https://attack.invalid/by", "members"));
            assertThat(whole).contains("attack invalid/reset", "attack invalid/by").doesNotContain("www.", "attack.invalid/reset", "attack.invalid/by");
            assertThat(whole.replace("http://localhost:8080/cwmtaf/members", "")).doesNotContain("://");
        }
        assertThat(new Recipient("www.", "a@example.org", Language.EN).name()).isEmpty();
        assertThat(new Recipient("\ufdfa".repeat(200) + "www.", "a@example.org", Language.EN).name()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        for (String bundle : List.of("mail", "layout")) {
            assertThat(keys(bundle + "_cy")).isEqualTo(keys(bundle));
        }
    }

    static Stream<String> templates() throws IOException {
        return keys("mail").stream().filter(key -> key.endsWith(".subject"))
                .map(key -> key.substring("mail.".length(), key.length() - ".subject".length()));
    }

    private static List<String> keys(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(MailTexts.class.getResourceAsStream("/letters/" + bundle + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream().sorted().toList();
    }

    private static String body(Recipient to, String template, Object... args) {
        return CurrentBoard.call("cwmtaf", () -> MailTexts.body(BOARD, to, NOW, template, args));
    }
}
