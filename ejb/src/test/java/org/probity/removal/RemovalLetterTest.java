package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.casework.Alleged;
import org.probity.investigation.Allegation;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet;
import org.probity.letter.LetterTexts;
import org.probity.member.Person;
import org.probity.policy.Clause;
import org.probity.policy.Clause.Kind;
import org.probity.policy.Clause.Strength;
import org.probity.policy.Policy;
import org.probity.removal.RemovalDecision.Challenge;
import org.probity.removal.RemovalReply.Answer;
import org.probity.tenancy.Board;
import org.probity.tenancy.ContactDetails;
import org.probity.tenancy.Deadlines;
import org.probity.tenancy.Ids;

class RemovalLetterTest {

    @Test
    void itSaysWhatWhyByWhenAndWhichRights() {
        LetterSheet sheet = letter(SampleRemoval.sent(), Language.EN).request();
        assertThat(sheet.title()).isEqualTo("We ask you to take content down");
        assertThat(sheet.blocks().toString()).contains("https://social.example/p/1", "https://social.example/u/2",
                "Friday 27 November 2026 at 17:00", "CHSCB-2026-0042", "Minimum standard", "a photograph needs consent",
                "clause 5.3", "Olwen Officer", "requests/removal/100");
        assertThat(sheet.rights()).anyMatch(r -> r.contains("not a finding of guilt"))
                .anyMatch(r -> r.contains("(clause 4.1)")).anyMatch(r -> r.contains("(clause 5.4)"));
    }

    @Test
    void aWelshLetterIsWelshThroughout() {
        LetterSheet sheet = letter(SampleRemoval.sent(), Language.CY).request();
        assertThat(sheet.title()).isEqualTo("Rydym yn gofyn i chi dynnu cynnwys i lawr");
        assertThat(sheet.blocks().toString()).contains("dydd Gwener 27 Tachwedd 2026", "mae angen caniatâd", "cymal 5.3");
        assertThat(sheet.rights()).anyMatch(r -> r.contains("dyfarniad o euogrwydd"));
    }

    @Test
    void whoHasTimeAgainReadsUntilWhenTheyMaySayOtherwise() {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
        LetterSheet sheet = letter(request, Language.EN).timeAgain();
        assertThat(sheet.title()).isEqualTo("You have time again to say otherwise");
        assertThat(sheet.blocks().toString()).contains("had ended, and is open again", "Friday 27 November 2026 at 17:00", "Olwen Officer");
        assertThat(letter(request, Language.CY).timeAgain().blocks().toString()).contains("ar agor eto", "dydd Gwener 27 Tachwedd 2026");
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotReadItInThePortalReadsWhatWasRecordedAndUntilWhenTheyMaySayOtherwise(Answer answer) {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.recorded(answer), SampleRemoval.OFFICER);
        for (Language language : Language.values()) {
            assertThat(LetterTexts.has(language, "removal.recorded." + answer)).isTrue();
            assertThat(letter(request, language).recorded().blocks().toString()).contains(LetterTexts.get(language, "removal.recorded." + answer),
                    LetterTexts.moment(language, SampleRemoval.REPLY_BY), "Olwen Officer");
        }
    }

    @Test
    void theNextLetterAsksOnlyForWhatIsLeftAndGivesReasons() {
        RemovalRequest request = SampleRemoval.after(Answer.DISPUTED);
        request.items().get(1).seen(RemovalItem.Seen.GONE);
        request.challengeDecided(Challenge.REJECTED, "The logo can be read", SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER);
        LetterSheet sheet = letter(request, Language.EN).request();
        assertThat(sheet.title()).contains("again");
        assertThat(sheet.blocks()).contains(new LetterSheet.Quote("The logo can be read"));
        assertThat(sheet.blocks().toString()).doesNotContain("https://social.example/u/2").contains("4 December 2026");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonForAskingHasAnOpeningInEachLanguage(RemovalRound.Why why) {
        for (Language language : Language.values()) {
            assertThat(LetterTexts.has(language, "removal.opening." + why)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLIED", "CHALLENGE_UPHELD", "NOT_THEIRS", "NOT_SEEN_GONE", "FURTHER_ACTION", "CLOSED"})
    void whoeverWasAskedIsToldHowItEnded(RemovalRequest.Status status) {
        RemovalRequest request = SampleRemoval.in(status);
        for (Language language : Language.values()) {
            LetterSheet sheet = letter(request, language).ended();
            assertThat(sheet.title()).isEqualTo(LetterTexts.get(language, "removal.title.ended." + status));
            assertThat(sheet.blocks().toString()).contains("https://social.example/p/1", "https://social.example/u/2", "CHSCB-2026-0042", "Olwen Officer");
        }
    }

    @Test
    void whoWasRightReadsTheReasonsAndThatNothingIsAskedAnyMore() {
        LetterSheet sheet = letter(SampleRemoval.in(RemovalRequest.Status.CHALLENGE_UPHELD), Language.EN).ended();
        assertThat(sheet.title()).isEqualTo("You were right: nothing is asked of you any more");
        assertThat(sheet.blocks()).contains(new LetterSheet.Quote("Right"));
        assertThat(sheet.blocks().toString()).contains("We no longer ask for what is listed below").doesNotContain("Please reply by");
    }

    @Test
    void theReminderIsALetterOfItsOwn() {
        assertThat(letter(SampleRemoval.sent(), Language.EN).reminder().title()).contains("reminder");
        assertThat(letter(SampleRemoval.sent(), Language.CY).reminder().title()).contains("atgoffa");
    }

    /** In the reminder too. */
    @Test
    void whatIsAllegedIsSaidWithTheTimeThereIsToAnswerIt() {
        Clause clause = Ids.give(new Clause(1L, "3.5.2", Kind.BREACH, Strength.MUST_NOT, "a photograph needs consent", "mae angen caniatâd", 2), 7);
        List<Alleged> alleged = List.of(new Alleged(Ids.give(new Allegation(1L, 7L, "3.5.2"), 8), clause, "https://social.example/p/9"));
        RemovalLetter letter = letter(SampleRemoval.sent(), alleged, Language.EN);
        assertThat(List.of(letter.request(), letter.reminder())).allSatisfy(sheet -> assertThat(sheet.blocks().toString()).contains("What is alleged",
                "You may answer each allegation until Friday 27 November 2026 at 17:00", "a photograph needs consent", "https://social.example/p/9"));
        assertThat(letter(SampleRemoval.sent(), alleged, Language.CY).request().blocks().toString()).contains("Yr hyn sydd wedi’i honni", "dydd Gwener 27 Tachwedd 2026",
                "mae angen caniatâd");
        assertThat(letter(SampleRemoval.sent(), Language.EN).request().blocks().toString()).doesNotContain("What is alleged");
    }

    @Test
    void theClauseThatIsAllegedIsQuotedWhateverElseHasItsNumber() {
        Clause alleged = new Clause(2L, "3.5.2", Kind.GUIDANCE, Strength.ADVISED, "what was meant then", null, 1);
        Policy version = Ids.give(new Policy("Minimum standard", null, "0.9", "000", LocalDate.of(2015, 1, 1), null), 2);
        LetterSheet sheet = letter(SampleRemoval.sent(), Language.EN, List.of(version), Stream.concat(Stream.of(alleged), clauses().stream()).toList(), List.of()).request();
        assertThat(sheet.blocks().toString()).contains("what was meant then", "0.9").doesNotContain("a photograph needs consent");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(bundle("").keySet()).isEqualTo(bundle("_cy").keySet());
    }

    /** None is printed where the board has said none. */
    @ParameterizedTest
    @EnumSource
    void anAnswerByLetterIsOfferedWhereTheBoardSaysItsAddress(Language language) {
        String own = language == Language.EN ? "own address" : "i gyfeiriad y bwrdd ei hun";
        assertThat(letter(SampleRemoval.sent(), language).request().blocks().toString()).doesNotContain(own);
        assertThat(letter(SampleRemoval.sent(), language, List.of(), clauses(), List.of(), "1 High Street").request().blocks().toString()).contains(own);
    }

    private static ResourceBundle bundle(String suffix) {
        return ResourceBundle.getBundle("letters/removal" + suffix, Locale.ROOT);
    }

    private static RemovalLetter letter(RemovalRequest request, Language language) {
        return letter(request, List.of(), language);
    }

    private static RemovalLetter letter(RemovalRequest request, List<Alleged> alleged, Language language) {
        Policy policy = Ids.give(new Policy("Minimum standard", "Safon ofynnol", "1.0", "000", LocalDate.of(2016, 1, 1), null), 1);
        return letter(request, language, List.of(policy), clauses(), alleged);
    }

    private static RemovalLetter letter(RemovalRequest request, Language language, List<Policy> policies, List<Clause> clauses, List<Alleged> alleged) {
        return letter(request, language, policies, clauses, alleged, null);
    }

    private static RemovalLetter letter(RemovalRequest request, Language language, List<Policy> policies, List<Clause> clauses, List<Alleged> alleged, String address) {
        Board board = new Board("chscb", "City Board", "Bwrdd y Ddinas", "CHSCB", Board.Country.ENGLAND, "#1d4f91", true,
                "help@board.example", Deadlines.usual());
        board.reachedAt(new ContactDetails("help@board.example", address, null));
        Person subject = new Person("Sam Subject", "sam@trust.example", "Nurse", 3L, 12L, language);
        return new RemovalLetter(request, new RemovalLetter.Source(board, subject, policies, clauses, alleged,
                "http://localhost:8080/chscb/requests/removal/100", null, SampleRemoval.NOW), language);
    }

    private static List<Clause> clauses() {
        return List.of(new Clause(1L, "3.5.1", Kind.BREACH, Strength.MUST_NOT, "Do not harm trust", "Peidiwch â niweidio", 1),
                new Clause(1L, "3.5.2", Kind.BREACH, Strength.MUST_NOT, "a photograph needs consent", "mae angen caniatâd", 2),
                new Clause(1L, "4.1", Kind.DUTY, Strength.MUST, "Personal is not private", null, 3),
                new Clause(1L, "5.3", Kind.DUTY, Strength.MUST, "The board may ask", null, 4),
                new Clause(1L, "5.4", Kind.DUTY, Strength.MUST, "Further action", null, 5));
    }
}
