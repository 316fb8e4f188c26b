package org.probity.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.access.Signature;
import org.probity.cooperation.CooperationKind;
import org.probity.cooperation.CooperationReply;
import org.probity.cooperation.CooperationRequest;
import org.probity.cooperation.CooperationRound;
import org.probity.cooperation.MeetingRecord;
import org.probity.cooperation.MinutesReply;
import org.probity.cooperation.NewCooperation;
import org.probity.disclosure.PackSource.Warning;
import org.probity.evidence.EvidenceItem;
import org.probity.evidence.EvidenceLine;
import org.probity.findings.FindingQueries.FindingLine;
import org.probity.findings.Result;
import org.probity.investigation.Note;
import org.probity.kernel.Language;
import org.probity.letter.LetterSheet.Fact;
import org.probity.removal.NewItem;
import org.probity.removal.NewRemoval;
import org.probity.removal.Proportionality;
import org.probity.removal.RemovalItem;
import org.probity.removal.RemovalReply;
import org.probity.removal.RemovalRequest;

class PackSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void notesStayOutUnlessAnOfficerPutsThemIn() {
        PackSource note = FileSources.note(new FileSources.NoteText(1L, "A thought", Note.Author.MEMBER, "Olwen", NOW, null), Language.EN);
        assertThat(note.suggested()).isFalse();
        assertThat(note.warning()).isEqualTo(Warning.BOARD_NOTE);
    }

    @Test
    void whatAReporterToldNeitherGoesInByItselfNorNamesThem() {
        PackSource note = FileSources.note(new FileSources.NoteText(1L, "I saw more", Note.Author.REPORTER, "Rita Reporter", NOW, null), Language.EN);
        assertThat(note.suggested()).isFalse();
        assertThat(note.warning()).isEqualTo(Warning.REPORTER_WORDS);
        assertThat(note.plainText()).doesNotContain("Rita");
    }

    /** "No." alone says nothing, or the opposite. */
    @Test
    void whatAReporterAnsweredStandsWithTheQuestion() {
        PackSource note = FileSources.note(new FileSources.NoteText(1L, "No.", Note.Author.REPORTER, "", NOW, "Was she at work?"), Language.EN);
        assertThat(note.plainText()).isEqualTo("What was asked: Was she at work?\n\nNo.");
        assertThat(note.warning()).isEqualTo(Warning.REPORTER_WORDS);
    }

    @Test
    void evidenceWithAChildStaysOutUntilSomebodyHasLooked() {
        EvidenceLine film = new EvidenceLine(1L, EvidenceItem.Kind.FILE, "Film", null, NOW, null, 2L, "00", NOW, "Olwen");
        assertThat(FileSources.evidence(film, null, Warning.CHILD_INVOLVED, Language.EN).suggested()).isFalse();
        assertThat(FileSources.evidence(film, null, Warning.MAY_SHOW_OTHERS, Language.EN).suggested()).isTrue();
    }

    /** Otherwise one officer could put words into the subject's mouth, and the employer would read them as theirs. */
    @Test
    void whatSomebodyElseRecordedNamesWhoDidAndHowItCame() {
        Signature officer = new Signature(NOW, 11L, "Olwen Officer");
        Signature subject = new Signature(NOW, 12L, "Sam Subject");
        RemovalRequest request = new RemovalRequest("CHSCB-2026-0042", 5L, LocalDate.of(2026, 11, 2), new NewRemoval(List.of(new NewItem(
                RemovalItem.Kind.CONTENT, "https://social.example/p/1", null, "3.5.2")), new Proportionality("-", "-", "-", "-", "-", "-", "-", "-"), null), NOW, officer);
        request.sent(1L, NOW);
        request.replied(new RemovalReply(RemovalReply.Answer.DISPUTED, List.of(), "Never", null, RemovalReply.Channel.TELEPHONE), officer);
        request.replied(new RemovalReply(RemovalReply.Answer.REMOVED, List.of(), "It is gone", null), subject);
        assertThat(new RemovalSource(request, "Sam Subject", Language.EN).source().passages()).extracting(PackSource.Passage::caption).containsExactly(
                "Answer of Sam Subject by telephone, as Olwen Officer recorded it for the board, 20 November 2026: disagrees", "Answer of Sam Subject, 20 November 2026: has removed it");
        assertThat(new RemovalSource(request, "Sam Subject", Language.CY).source().passages().get(0).caption())
                .startsWith("Ateb Sam Subject dros y ffôn, fel y’i cofnodwyd ar ran y bwrdd gan Olwen Officer");
    }

    @Test
    void soItIsOfARequestForHelp() {
        Signature officer = new Signature(NOW, 11L, "Olwen Officer");
        CooperationRequest request = new CooperationRequest("CHSCB-2026-0042", 5L, LocalDate.of(2026, 11, 2), new NewCooperation(CooperationKind.STATEMENT, "Your side",
                "The post", null, null, null, null, null), new CooperationRound.Term(NOW, null, null, null), officer);
        request.sent(1L, NOW);
        request.replied(new CooperationReply(CooperationReply.Answer.ANSWERED, "It was me", null, null, null, CooperationReply.Channel.IN_PERSON), officer);
        assertThat(new CooperationSource(request, "Sam Subject", Language.EN).source().passages()).singleElement().satisfies(passage ->
                assertThat(passage.caption()).startsWith("Answer of Sam Subject in person, as Olwen Officer recorded it for the board"));
    }

    /** Neither what was recorded for them nor what they say themself is left out. */
    @Test
    void whatTheSubjectSaysOfPostedMinutesStandsBesideThem() {
        Signature officer = new Signature(NOW, 11L, "Olwen Officer");
        CooperationRequest request = new CooperationRequest("CHSCB-2026-0042", 5L, LocalDate.of(2026, 11, 2), new NewCooperation(CooperationKind.MEETING, "Your side",
                "The post", null, NOW, "Town Hall", null, null), new CooperationRound.Term(NOW, NOW, "Town Hall", NOW), officer);
        request.sent(1L, NOW);
        request.replied(new CooperationReply(CooperationReply.Answer.AGREED, null, null, null, null, CooperationReply.Channel.LETTER), officer);
        request.met(new MeetingRecord(NOW, "Both", "That they did it", 30), null, officer);
        request.meetings().get(0).recorded(new MinutesReply(true, "As I told them", CooperationReply.Channel.TELEPHONE),
                new Signature(NOW.minus(Duration.ofDays(1)), 12L, "Owain Officer"));
        request.meetings().get(0).recorded(new MinutesReply(false, "I said nothing of the sort", CooperationReply.Channel.LETTER), officer);
        List<PackSource.Passage> passages = new CooperationSource(request, "Sam Subject", Language.EN).source().passages();
        assertThat(passages.get(passages.size() - 2)).isEqualTo(new PackSource.Passage("What Sam Subject says of these minutes by telephone, as Owain Officer recorded it "
                + "for the board, 19 November 2026: they are right", "As I told them", true));
        assertThat(passages.get(passages.size() - 1)).isEqualTo(new PackSource.Passage("What Sam Subject says of these minutes by letter, as Olwen Officer recorded it "
                + "for the board, 20 November 2026: this is not what was said", "I said nothing of the sort", true));
        assertThat(new CooperationSource(request, "Sam Subject", Language.CY).source().passages().get(passages.size() - 1).caption())
                .startsWith("Yr hyn y mae Sam Subject yn ei ddweud am y cofnodion hyn drwy lythyr, fel y’i cofnodwyd ar ran y bwrdd gan Olwen Officer");
    }

    @Test
    void aFindingIsToldInTheLanguageOfThePack() {
        FindingLine finding = new FindingLine(1L, 2L, "P4", Result.PARTLY_PROVEN, "Rhesymau");
        PackSource source = FindingSources.finding(finding, Language.CY);
        assertThat(source.title()).isEqualTo("Canfyddiad ar gymal P4");
        assertThat(source.facts()).extracting(Fact::value).isEqualTo(List.of("Profwyd yn rhannol"));
    }
}
