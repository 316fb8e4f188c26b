package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.probity.documents.LetterPrinter;
import org.probity.kernel.Language;

class PackPrinterTest {

    private static final String ENGLISH = text(pack(SamplePack.of(SamplePack.ENGLISH, Language.EN)));

    @Test
    void thePackSaysWhatWasFoundUnderWhichClauseAndThatTheBoardImposesNothing() {
        assertThat(ENGLISH).contains("CHSCB-2026-0042", "Finding on clause 3.5(b)", "Proven", "imposes no sanction",
                "(clause 6.2)", "Friday 27 November 2026", "Riverside Health Trust");
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
    void whatWasTakenOutIsNowhereInThePack() {
        assertThat(ENGLISH).doesNotContain("Mrs Pugh").doesNotContain("Dilys").contains("A friend took the photograph");
    }

    @Test
    void filesAreNamedWithTheirHash() {
        assertThat(ENGLISH).contains("5f5f5f", "c0c0c0", "post.png", "film.mp4");
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
