package org.probity.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.disclosure.PackContents.Entry;
import org.probity.documents.SamplePng;
import org.probity.kernel.Language;
import org.probity.letter.LetterPrinter;
import org.probity.policy.Known;

class PackPrinterTest {

    private static final String ENGLISH = text(pack(SamplePack.of(SamplePack.ENGLISH, Language.EN)));

    @Test
    void thePackSaysWhatWasFoundUnderWhichClauseAndThatTheBoardImposesNothing() {
        assertThat(ENGLISH).contains("CHSCB-2026-0042", "Finding on clause 3.5(b)", "Proven", "imposes no sanction",
                "(clause 6.2)", "Friday 27 November 2026", "Riverside Health Trust");
    }

    /** What was acknowledged afterwards, or of another version, is told as that: it is no knowledge of what counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "EN | THIS | 2 | 2026-02-03 | This version, on Tuesday 3 February 2026 | Not before the post",
        "EN | OLDER | 1 | 2025-02-04 | Version 1, an older one, on Tuesday 4 February 2025. We have no record that they acknowledged this version before the post. | This version, on",
        "EN | AFTER | 2 | 2026-11-12 | Not before the post. Version 2 was acknowledged afterwards, on Thursday 12 November 2026 | This version, on",
        "EN | UNDATED | 2 | 2026-02-03 | Version 2, on Tuesday 3 February 2026. The day of the post is not known | This version, on",
        "EN | NONE | | | We have no record that they acknowledged any version | This version, on",
        "CY | OLDER | 1 | 2025-02-04 | Fersiwn 1, un hŷn, ar dydd Mawrth 4 Chwefror 2025 | Y fersiwn hwn, ar",
        "CY | AFTER | 2 | 2026-11-12 | Nid cyn y neges. Cydnabuwyd fersiwn 2 wedi hynny, ar dydd Iau 12 Tachwedd 2026 | Y fersiwn hwn, ar",
        "CY | UNDATED | 2 | 2026-02-03 | Nid yw diwrnod y neges yn hysbys | Y fersiwn hwn, ar"})
    void thePackTellsWhichVersionWasAcknowledgedAndWhetherBeforeThePost(Language language, Known.Kind kind, String version, LocalDate on, String said, String unsaid) {
        PackContents pack = SamplePack.known(language == Language.CY ? SamplePack.WELSH : SamplePack.ENGLISH, language, new Known(kind, version, on));
        assertThat(new CoverLetter(pack).sheet().blocks().toString()).contains(said).doesNotContain(unsaid);
    }

    @Test
    void thePackCarriesTheSubjectsOwnWords() {
        assertThat(ENGLISH).contains("What Siân Ŵynne said", "I took it down as soon as I read your letter");
    }

    @Test
    void thePackTellsEveryOmissionAndRedactionWithItsReason() {
        assertThat(ENGLISH).contains("8. Left out", "who asked us not to be named", "6. Given in part",
                "who is no part of this", "4. Described only", "faces can be seen");
    }

    @Test
    void eachOfAThousandOmissionsStandsInTheContentsWithItsReason() {
        PackContents few = SamplePack.of(SamplePack.ENGLISH, Language.EN);
        List<Entry> entries = new ArrayList<>(few.entries());
        PackSource letter = entries.get(6).source();
        for (int n = entries.size() + 1; n <= 1000; n++) {
            entries.add(new Entry(n, "Letter " + n, PackItem.out(ItemKind.LETTER, (long) n, null, "Sent twice."), letter, null));
        }
        String text = text(pack(new PackContents(few.board(), few.language(), few.reference(), few.subject(), few.organisation(), few.facts(), entries, few.today())));
        assertThat(text).contains("9. Left out", "1000. Left out");
        assertThat(text.length() - text.replace("Sent twice.", "").length()).isEqualTo((1000 - few.entries().size()) * "Sent twice.".length());
    }

    @Test
    void whatWasTakenOutIsNowhereInThePack() {
        assertThat(ENGLISH).doesNotContain("Mrs Pugh").doesNotContain("Dilys").contains("My friend […] took the photograph");
    }

    /** Else the employer would take what is left for all that the reviewers agreed on. */
    @Test
    void aShortenedFindingIsMarkedInTheLetterAndItsResultIsTheOneTheSubjectIsTold() {
        PackContents pack = SamplePack.shortened(SamplePack.ENGLISH, Language.EN, "Finding: Proven\nReasons\nThe photograph was still public […].");
        String cover = text(new LetterPrinter().print(new CoverLetter(pack).sheet()));
        assertThat(cover).containsSubsequence("1. Finding on clause 3.5(b)", "Finding Proven", "Shortened: parts of what follows were taken out, for the reason given at item 1",
                "The photograph was still public […].");
        assertThat(text(pack(pack))).contains("Where something is missing stands […], or words of ours in square brackets. A child’s name");
        String invented = text(new LetterPrinter().print(new CoverLetter(SamplePack.shortened(SamplePack.ENGLISH, Language.EN, "It is bad.")).sheet()));
        assertThat(invented).as("a pack approved under an earlier release").containsSubsequence("Finding Proven", "Shortened:");
    }

    @Test
    void filesAreNamedWithTheirHash() {
        assertThat(ENGLISH).contains("5f5f5f", "c0c0c0", "post.png");
    }

    @Test
    void nothingTellsWhichFileWasOnlyDescribedNeitherTheEmployerNorTheSubject() {
        byte[] letter = new LetterPrinter().print(new SubjectLetter(SamplePack.of(SamplePack.ENGLISH, Language.EN)).sheet());
        for (String text : new String[] {ENGLISH, text(letter)}) {
            assertThat(text).doesNotContainIgnoringCase("amy").doesNotContain("y4", "abababab", "4,200,000", "Rita Reporter");
        }
        assertThat(ENGLISH).contains("4. Described only", "The file itself is not given. Children’s faces can be seen.");
    }

    @Test
    void aFileThatCannotBePrintedIsAttachedAndAShortenedOneIsNot() throws IOException {
        try (PdfReader reader = new PdfReader(pack(SamplePack.of(SamplePack.ENGLISH, Language.EN)))) {
            PdfDictionary names = reader.getCatalog().getAsDict(PdfName.NAMES).getAsDict(PdfName.EMBEDDEDFILES);
            PdfArray files = names.getAsArray(PdfName.NAMES);
            assertThat(files.size()).isEqualTo(2);
            PdfDictionary file = files.getAsDict(1);
            assertThat(file.getAsString(PdfName.UF).toUnicodeString()).isEqualTo("7-CHSCB-2026-0042-3.pdf");
        }
    }

    @Test
    void pictureAfterPictureIsDrawnUpToSoManyPointsAndTheRestIsAttachedAndNamed() throws IOException {
        byte[] large = SamplePng.dots(7000, 7000);
        byte[] pack = pack(SamplePack.pictures(large, large, large, SamplePng.dots(100, 100)));

        assertThat(attached(pack)).containsExactly("3-picture.png");
        assertThat(text(pack)).containsOnlyOnce("The file is attached to this document").doesNotContain("could not be printed")
                .contains("3. Given Picture 3 This picture is attached and not drawn on a page", "100 million points");
    }

    /** As where a download was cut short: browsers show what is there, and the employer would get nothing. */
    @Test
    void aPictureThatCannotBeReadWholeIsAttached() throws IOException {
        byte[] whole = SamplePack.noise(300);
        byte[] pack = pack(SamplePack.pictures(Arrays.copyOf(whole, whole.length / 2), SamplePng.dots(100, 100)));

        assertThat(attached(pack)).containsExactly("1-picture.png");
        assertThat(text(pack)).doesNotContain("could not be printed").contains("it could not be read whole");
    }

    @Test
    void picturesThatWouldSwellThePackBeyondWhatCanBeKeptAreAttached() throws IOException {
        byte[] noise = SamplePack.noise(500);
        PackContents pictures = SamplePack.pictures(noise, noise);
        long drawn = pack(pictures).length;

        byte[] pack = PackPrinter.print(pictures, Optional.empty(), new LetterPrinter(), drawn - 1);
        assertThat(attached(pack)).containsExactly("1-picture.png", "2-picture.png");
        assertThat(pack.length).isLessThan((int) drawn);
    }

    @Test
    void theFinishedPackIsStillTaggedAndKnowsItsLanguage() throws IOException {
        try (PdfReader reader = new PdfReader(pack(SamplePack.of(SamplePack.ENGLISH, Language.EN)))) {
            assertThat(reader.getCatalog().getAsDict(PdfName.MARKINFO).getAsBoolean(PdfName.MARKED).booleanValue()).isTrue();
            assertThat(reader.getCatalog().get(PdfName.STRUCTTREEROOT)).isNotNull();
            assertThat(reader.getCatalog().getAsString(PdfName.LANG).toUnicodeString()).isEqualTo("en-GB");
            assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8)).contains("pdfuaid:part");
        }
    }

    @Test
    void aBilingualBoardWritesItsCoveringLetterInBothLanguages() {
        String both = text(PackPrinter.print(SamplePack.of(SamplePack.WELSH, Language.CY),
                Optional.of(SamplePack.of(SamplePack.WELSH, Language.EN)), new LetterPrinter()));
        assertThat(both).contains("Atgyfeiriad am Siân Ŵynne", "Referral about Siân Ŵynne", "Nid yw’r bwrdd yn gosod",
                "imposes no sanction", "Y pecyn am");
    }

    @Test
    void theSubjectIsToldWhatWentWhereAndWhichRightsTheyHave() {
        PackContents contents = SamplePack.of(SamplePack.ENGLISH, Language.EN);
        String letter = text(new LetterPrinter().print(new SubjectLetter(contents).sheet()));
        assertThat(letter).contains("Dear Siân Ŵynne", "Riverside Health Trust", "does not discipline anyone",
                "disciplinary hearing", "You may appeal", "Items left out: 1").doesNotContain("Mrs Pugh");
    }

    private static List<String> attached(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfDictionary files = reader.getCatalog().getAsDict(PdfName.NAMES).getAsDict(PdfName.EMBEDDEDFILES);
            return files.getAsArray(PdfName.NAMES).getElements().stream().map(PdfReader::getPdfObject).filter(PdfDictionary.class::isInstance)
                    .map(file -> ((PdfDictionary) file).getAsString(PdfName.UF).toUnicodeString()).toList();
        }
    }

    private static byte[] pack(PackContents contents) {
        return PackPrinter.print(contents, Optional.empty(), new LetterPrinter());
    }

    private static String text(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return text.toString().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
