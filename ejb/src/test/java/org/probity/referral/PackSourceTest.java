package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.documents.LetterSheet.Fact;
import org.probity.evidence.EvidenceItem;
import org.probity.evidence.EvidenceLine;
import org.probity.findings.FindingQueries.FindingLine;
import org.probity.findings.Result;
import org.probity.investigation.Note;
import org.probity.kernel.Language;
import org.probity.referral.PackSource.Warning;

class PackSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void notesStayOutUnlessAnOfficerPutsThemIn() {
        PackSource note = FileSources.note(new FileSources.NoteText(1L, "A thought", Note.Author.MEMBER, "Olwen", NOW), Language.EN);
        assertThat(note.suggested()).isFalse();
        assertThat(note.warning()).isEqualTo(Warning.BOARD_NOTE);
    }

    @Test
    void whatAReporterToldNeitherGoesInByItselfNorNamesThem() {
        PackSource note = FileSources.note(new FileSources.NoteText(1L, "I saw more", Note.Author.REPORTER, "Rita Reporter", NOW), Language.EN);
        assertThat(note.suggested()).isFalse();
        assertThat(note.warning()).isEqualTo(Warning.REPORTER_WORDS);
        assertThat(note.plainText()).doesNotContain("Rita");
    }

    @Test
    void evidenceWithAChildStaysOutUntilSomebodyHasLooked() {
        EvidenceLine film = new EvidenceLine(1L, EvidenceItem.Kind.FILE, "Film", null, NOW, null, 2L, "00", NOW, "Olwen");
        assertThat(FileSources.evidence(film, null, Warning.CHILD_INVOLVED, Language.EN).suggested()).isFalse();
        assertThat(FileSources.evidence(film, null, Warning.MAY_SHOW_OTHERS, Language.EN).suggested()).isTrue();
    }

    @Test
    void triageSaysWhetherAChildIsInvolved() {
        assertThat(FileSources.saysChild("{\"childInvolved\":true,\"impact\":\"HIGH\"}")).isTrue();
        assertThat(FileSources.saysChild("{\"childInvolved\":false}")).isFalse();
        assertThat(FileSources.saysChild("{}")).isFalse();
    }

    @Test
    void aLetterOfAnEarlierReferralIsKnownByItsName() {
        assertThat(Despatch.isOurs("CHSCB-2026-0042-referral-7-1-letter.pdf")).isTrue();
        assertThat(Despatch.isOurs("CHSCB-2026-0042-3-1.pdf")).isFalse();
    }

    @Test
    void aFindingIsToldInTheLanguageOfThePack() {
        FindingLine finding = new FindingLine(1L, 2L, "P4", Result.PARTLY_PROVEN, "Rhesymau");
        PackSource source = FindingSources.finding(finding, Language.CY);
        assertThat(source.title()).isEqualTo("Canfyddiad ar gymal P4");
        assertThat(source.facts()).extracting(Fact::value).isEqualTo(List.of("Profwyd yn rhannol"));
    }
}
