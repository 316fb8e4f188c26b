package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
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
import org.probity.tenancy.Board;
import org.probity.tenancy.ContactDetails;
import org.probity.tenancy.Deadlines;
import org.probity.tenancy.Ids;

class CooperationLetterTest {

    @ParameterizedTest
    @EnumSource
    void everyKindHasALetterInEachLanguage(CooperationKind kind) {
        for (Language language : Language.values()) {
            LetterSheet sheet = letter(SampleCooperation.sent(kind), language).request();
            assertThat(sheet.title()).isNotBlank();
            assertThat(sheet.blocks().toString()).contains("The photograph carries that name", "CHSCB-2026-0042", "6.3");
            assertThat(sheet.rights()).hasSize(10);
        }
    }

    @Test
    void aMeetingSaysWhenAndWhereAndThatSomebodyMayComeAlong() {
        LetterSheet sheet = letter(SampleCooperation.sent(CooperationKind.MEETING), Language.EN).request();
        assertThat(sheet.blocks().toString()).contains("Tuesday 8 December 2026 at 14:00", "Town Hall, room 4");
        assertThat(sheet.rights()).anyMatch(right -> right.contains("bring someone")).anyMatch(r -> r.contains("decline"));
    }

    @Test
    void accessNamesWhoAllowedItAndKeepsThePasswordWithThePerson() {
        LetterSheet sheet = letter(SampleCooperation.sent(CooperationKind.ACCESS), Language.EN).request();
        assertThat(sheet.blocks().toString()).contains("Lee Lead", "Posts of 2 November only", "nobody writes your password down");
    }

    @Test
    void aWelshLetterIsWelshThroughout() {
        LetterSheet sheet = letter(SampleCooperation.sent(CooperationKind.MEETING), Language.CY).request();
        assertThat(sheet.title()).isEqualTo("Rydym yn eich gwahodd i gyfarfod");
        assertThat(sheet.blocks().toString()).contains("dydd Mawrth 8 Rhagfyr 2026");
        assertThat(letter(SampleCooperation.sent(CooperationKind.MEETING), Language.CY).reminder().title()).contains("atgoffa");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonForAskingHasAnOpeningInEachLanguage(CooperationRound.Why why) {
        for (Language language : Language.values()) {
            assertThat(LetterTexts.has(language, "cooperation.opening." + why)).isTrue();
        }
    }

    /** In the reminder too. */
    @Test
    void whatIsAllegedIsSaidWithTheTimeThereIsToAnswerIt() {
        Clause clause = Ids.give(new Clause(1L, "3.5.2", Kind.BREACH, Strength.MUST_NOT, "a photograph needs consent", "mae angen caniatâd", 2), 7);
        List<Alleged> alleged = List.of(new Alleged(Ids.give(new Allegation(1L, 7L, "3.5.2"), 8), clause, "https://social.example/p/9"));
        CooperationLetter letter = letter(SampleCooperation.sent(CooperationKind.STATEMENT), alleged, Language.EN);
        assertThat(List.of(letter.request(), letter.reminder())).allSatisfy(sheet -> assertThat(sheet.blocks().toString()).contains("What is alleged",
                "You may answer each allegation until Friday 4 December 2026 at 17:00", "a photograph needs consent", "https://social.example/p/9"));
        assertThat(letter(SampleCooperation.sent(CooperationKind.STATEMENT), alleged, Language.CY).request().blocks().toString()).contains("Yr hyn sydd wedi’i honni", "dydd Gwener 4 Rhagfyr 2026",
                "mae angen caniatâd");
        assertThat(letter(SampleCooperation.sent(CooperationKind.STATEMENT), Language.EN).request().blocks().toString()).doesNotContain("What is alleged");
    }

    @Test
    void theMinutesOfAMeetingSayHowLongThereIsToSayThatTheyAreWrong() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, CooperationReply.Answer.AGREED);
        request.met(new MeetingRecord(SampleCooperation.MEETING, "A witness", "That they did it", 30), null, SampleCooperation.OFFICER);
        assertThat(letter(request, List.of(), Language.EN, null, 10).minutes(request.meetings().get(0)).blocks().toString())
                .contains("We met on Tuesday 8 December 2026", "That they did it", "within 10 working days", "Tell the officer named below")
                .doesNotContain("A witness", "own address");
        assertThat(letter(request, List.of(), Language.CY, "1 High Street", 10).minutes(request.meetings().get(0)).blocks().toString())
                .contains("8 Rhagfyr 2026", "That they did it", "10 diwrnod gwaith", "i gyfeiriad y bwrdd ei hun");
    }

    /** None is printed where the board has said none. */
    @ParameterizedTest
    @EnumSource
    void anAnswerByLetterIsOfferedWhereTheBoardSaysItsAddress(Language language) {
        String own = language == Language.EN ? "own address" : "i gyfeiriad y bwrdd ei hun";
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        assertThat(letter(request, List.of(), language, null, null).request().blocks().toString()).doesNotContain(own);
        assertThat(letter(request, List.of(), language, "1 High Street", null).request().blocks().toString()).contains(own);
    }

    /** Of what was recorded, and of the minutes, each until its own day. */
    @ParameterizedTest
    @EnumSource
    void whoHasTimeAgainReadsUntilWhenTheyMaySayOtherwise(Language language) {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.MEETING);
        request.replied(SampleCooperation.recorded(CooperationReply.Answer.AGREED), SampleCooperation.OFFICER);
        request.met(new MeetingRecord(SampleCooperation.NOW, "Both", "Minutes", 30), SampleCooperation.SAY_BY, SampleCooperation.OFFICER);
        LetterSheet sheet = letter(request, language).timeAgain();
        assertThat(sheet.blocks().toString()).contains(LetterTexts.moment(language, SampleCooperation.REPLY_BY), LetterTexts.moment(language, SampleCooperation.SAY_BY), "Olwen Officer");
        assertThat(sheet.title()).isNotEqualTo(letter(request, language == Language.EN ? Language.CY : Language.EN).timeAgain().title());
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotReadItInThePortalReadsWhatWasRecordedAndUntilWhenTheyMaySayOtherwise(CooperationReply.Answer answer) {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.MEETING);
        request.replied(SampleCooperation.recorded(answer), SampleCooperation.OFFICER);
        for (Language language : Language.values()) {
            assertThat(LetterTexts.has(language, "cooperation.recorded." + answer)).isTrue();
            assertThat(letter(request, language).recorded().blocks().toString()).contains(LetterTexts.get(language, "cooperation.recorded." + answer),
                    request.answer().orElseThrow().words(), LetterTexts.moment(language, SampleCooperation.REPLY_BY), "Olwen Officer");
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(bundle("").keySet()).isEqualTo(bundle("_cy").keySet());
    }

    /** Whoever comes along may be busy then. */
    @Test
    void whoIsAskedToAMeetingReadsUntilWhenTheyMayNameAnotherTime() {
        assertThat(letter(SampleCooperation.sent(CooperationKind.MEETING), Language.EN).request().blocks().toString())
                .contains("If that time does not suit you", "until Tuesday 15 December 2026 at 17:00");
        assertThat(letter(SampleCooperation.sent(CooperationKind.MEETING), Language.CY).request().blocks().toString()).contains("15 Rhagfyr 2026");
        assertThat(letter(SampleCooperation.sent(CooperationKind.STATEMENT), Language.EN).request().blocks().toString()).doesNotContain("If that time");
    }

    private static ResourceBundle bundle(String suffix) {
        return ResourceBundle.getBundle("letters/cooperation" + suffix, Locale.ROOT);
    }

    private static CooperationLetter letter(CooperationRequest request, Language language) {
        return letter(request, List.of(), language);
    }

    private static CooperationLetter letter(CooperationRequest request, List<Alleged> alleged, Language language) {
        return letter(request, alleged, language, null, null);
    }

    private static CooperationLetter letter(CooperationRequest request, List<Alleged> alleged, Language language, String address, Integer days) {
        Board board = new Board("chscb", "City Board", "Bwrdd y Ddinas", "CHSCB", Board.Country.ENGLAND, "#1d4f91", false,
                "help@board.example", Deadlines.usual());
        board.reachedAt(new ContactDetails("help@board.example", address, null));
        Person subject = new Person("Sam Subject", "sam@trust.example", "Nurse", 3L, 12L, language);
        List<Clause> clauses = List.of(new Clause(1L, "5.3", Kind.DUTY, Strength.MUST, "The board may ask", null, 1),
                new Clause(1L, "6.3", Kind.DUTY, Strength.MUST, "People help", null, 2));
        return new CooperationLetter(request, new CooperationLetter.Source(board, subject, clauses, alleged,
                "http://localhost:8080/chscb/requests/cooperation/200", days, SampleCooperation.NOW), language);
    }
}
