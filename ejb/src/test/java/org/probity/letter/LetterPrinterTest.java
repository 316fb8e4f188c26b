package org.probity.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.SimpleBookmark;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;
import org.probity.tenancy.ContactDetails;
import org.probity.tenancy.Deadlines;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class LetterPrinterTest {

    private final LetterPrinter printer = new LetterPrinter();

    @Test
    void everythingOnTheSheetIsInThePrintedText() throws IOException {
        String text = text(printer.print(SampleLetters.english()));

        assertThat(text).contains("City Safeguarding Board", "Private and confidential", "Senior practitioner",
                "19 November 2026", "CHSCB-2026-0042", "We ask you to take content down", "Where it is",
                "photographs on premises", "What you told us", "You can also answer by letter.", "Yours sincerely",
                "Olwen Officer", "Your rights", "Someone may help you answer");
    }

    @Test
    void welshLettersWithCircumflexesOnWAndYAreWritten() throws IOException {
        String text = text(printer.print(SampleLetters.welsh()));

        assertThat(text).contains("Siân Ŵynne-Ŷoung", "Bwrdd Diogelu Cwm Taf", "Cwm Taf Safeguarding Board", "19 Tachwedd 2026",
                "Eich hawliau", "Mae’r dŵr a’r tŷ yn ddiogel", "Yn gywir");
        assertThat(text).as("what is at the foot of a page is not read out").doesNotContain("tudalen");
    }

    @Test
    void theHeadSaysOnceHowToReachTheBoard() throws IOException {
        String english = text(printer.print(SampleLetters.english()));
        assertThat(english).containsOnlyOnce("Example House, 1 Example Street, Exampleton, ZZ1 1ZZ")
                .containsOnlyOnce("Telephone: 020 7946 0101 · Email: conduct@chscb.example.org");
        assertThat(english.indexOf("City Safeguarding Board")).isLessThan(english.indexOf("Example House"));
        assertThat(english.indexOf("Example House")).isLessThan(english.indexOf("Private and confidential"));
        assertThat(text(printer.print(SampleLetters.welsh()))).containsOnlyOnce("Tŷ Enghraifft, 4 Heol Enghraifft, Treenghraifft, ZZ4 4ZZ")
                .containsOnlyOnce("Ffôn: 029 2018 0104 · E-bost: ymddygiad@cwmtaf.example.org");
    }

    @Test
    void nothingStandsThereForWhatNobodyHasSet() throws Exception {
        byte[] letter = printer.print(SampleLetters.draft(SampleLetters.OLDER, Language.EN).title("T").sheet());
        assertThat(text(letter)).contains("Older Safeguarding Board Email: conduct@older.example.org Private and confidential")
                .doesNotContain("Telephone", "null");
        assertThat(breaches(letter)).isEmpty();
    }

    @Test
    void aLongAddressIsPrintedWhole() throws IOException {
        Board board = new Board("long", "Long Board", null, "LONG", Board.Country.ENGLAND, "#1d5b8f", false, "a@example.org", Deadlines.usual())
                .reachedAt(new ContactDetails("a@example.org", "An example of a street \n".repeat(8), "01632 960101"));
        assertThat(text(printer.print(SampleLetters.draft(board, Language.EN).title("T").sheet())).split("An example of a street")).hasSize(9);
    }

    @Test
    void aSignTheTypefaceLacksIsWrittenOutByName() throws IOException {
        assertThat(text(printer.print(SampleLetters.english()))).contains("private group [slightly smiling face] and nobody");
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PdfReader reader = new PdfReader(printer.print(SampleLetters.english()))) {
            List<PdfDictionary> fonts = fonts(reader);

            assertThat(fonts).isNotEmpty().allSatisfy(font -> assertThat(descriptor(font).contains(new PdfName("FontFile2"))).isTrue());
        }
    }

    @Test
    void theFileCarriesTitleAuthorLanguageStructureAndBookmarks() throws IOException {
        try (PdfReader reader = new PdfReader(printer.print(SampleLetters.welsh(), SampleLetters.english()))) {
            PdfDictionary catalog = reader.getCatalog();

            assertThat(reader.getInfo()).containsEntry("Title", "Rydym yn gofyn i chi dynnu cynnwys i lawr – CWMTAF-2026-0042")
                    .containsEntry("Author", "Bwrdd Diogelu Cwm Taf");
            assertThat(catalog.get(PdfName.LANG)).hasToString("cy-GB");
            assertThat(catalog.getAsDict(new PdfName("MarkInfo")).get(new PdfName("Marked"))).hasToString("true");
            assertThat(catalog.getAsDict(new PdfName("ViewerPreferences")).get(new PdfName("DisplayDocTitle"))).hasToString("true");
            assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8)).contains("<pdfuaid:part>1</pdfuaid:part>");
            assertThat(SimpleBookmark.getBookmarkList(reader)).extracting(mark -> mark.get("Title"))
                    .containsExactly("Rydym yn gofyn i chi dynnu cynnwys i lawr", "We ask you to take content down");
        }
    }

    @Test
    void everySentenceHasItsPlaceInTheStructure() throws IOException {
        try (PdfReader reader = new PdfReader(printer.print(SampleLetters.english()))) {
            List<String> tags = new ArrayList<>();
            collect(reader.getCatalog().getAsDict(PdfName.STRUCTTREEROOT), tags);

            assertThat(tags).startsWith("Document", "Sect", "P").contains("H1", "H2", "L", "LI", "Lbl", "LBody", "Table", "TR",
                    "TH", "TD", "BlockQuote");
            assertThat(tags).containsOnlyOnce("H1");
        }
    }

    @Test
    void lettersMeetTheStandardForAccessiblePdf() throws Exception {
        byte[] picture = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        LetterSheet pictured = SampleLetters.draft(SampleLetters.ENGLISH, Language.EN).title("A picture")
                .picture(picture, "A red dot").newPage().paragraph("After it.").sheet();

        assertThat(breaches(printer.print(SampleLetters.welsh(), SampleLetters.english()))).isEmpty();
        assertThat(breaches(printer.print(pictured))).isEmpty();
    }

    @Test
    void aPictureThatCannotBePrintedIsNamedInstead() throws IOException {
        byte[] damaged = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
        byte[] immense = HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200010000000100000806000000a1b2c3d4");

        for (byte[] bytes : List.of(damaged, immense, new byte[0])) {
            LetterSheet sheet = SampleLetters.draft(SampleLetters.ENGLISH, Language.EN).title("T").picture(bytes, "A post").sheet();
            assertThat(text(printer.print(sheet))).contains("This picture could not be printed here: A post.");
        }
    }

    @Test
    void aLongLetterTurnsPagesAndNumbersThem() throws IOException {
        LetterDraft draft = SampleLetters.draft(SampleLetters.ENGLISH, Language.EN).title("Long");
        IntStream.range(0, 60).forEach(n -> draft.heading("Part " + n).paragraph("Words enough to fill a line or two. ".repeat(9)));

        try (PdfReader reader = new PdfReader(printer.print(draft.sheet()))) {
            int pages = reader.getNumberOfPages();
            assertThat(pages).isBetween(6, 12);
            assertThat(withDecoration(reader, pages)).containsIgnoringWhitespaces("Part 59",
                    "CHSCB-2026-0042 · page " + pages + " of " + pages);
            assertThat(withDecoration(reader, 1)).containsIgnoringWhitespaces("Part 0", "page 1 of " + pages)
                    .doesNotContain("Part 59");
        }
    }

    @Test
    void aTextLongerThanAPageLosesNothing() throws IOException {
        String words = IntStream.range(0, 3000).mapToObj(n -> "w" + n).reduce((a, b) -> a + " " + b).orElseThrow();

        String text = text(printer.print(SampleLetters.draft(SampleLetters.ENGLISH, Language.EN).title("T").quote(words).sheet()));

        assertThat(text.split("\\s+")).contains("w0", "w999", "w1500", "w2999");
    }

    @Test
    void lettersPrintedAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<String> print = () -> text(printer.print(SampleLetters.welsh(), SampleLetters.english()));
            String alone = print.call();
            for (Future<String> printed : pool.invokeAll(Collections.nCopies(20, print))) {
                assertThat(printed.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aPaleAccentIsDarkenedUntilItCanBeRead() {
        assertThat(LetterType.readable("#1d5b8f")).isEqualTo(Color.decode("#1d5b8f"));
        assertThat(LetterType.readable("#ffee00").getRed()).isLessThan(150);
    }

    private static Set<String> breaches(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(TestAssertion::getMessage).collect(Collectors.toSet());
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return text.toString().replaceAll("\\s+", " ");
        }
    }

    /** The page's text with what a screen reader passes over. */
    private static String withDecoration(PdfReader reader, int page) throws IOException {
        String content = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
        reader.setPageContent(page, content.replace("/Artifact BMC", "/P BMC").getBytes(StandardCharsets.ISO_8859_1));
        return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " ");
    }

    private static List<PdfDictionary> fonts(PdfReader reader) {
        List<PdfDictionary> fonts = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            PdfDictionary known = reader.getPageN(page).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
            known.getKeys().forEach(name -> fonts.add(known.getAsDict(name)));
        }
        return fonts;
    }

    private static PdfDictionary descriptor(PdfDictionary font) {
        PdfDictionary descendant = (PdfDictionary) PdfReader.getPdfObject(font.getAsArray(new PdfName("DescendantFonts")).getPdfObject(0));
        return descendant.getAsDict(new PdfName("FontDescriptor"));
    }

    private static void collect(PdfDictionary element, List<String> tags) {
        if (element.getAsName(PdfName.S) != null) {
            tags.add(element.getAsName(PdfName.S).toString().substring(1));
        }
        PdfObject kids = PdfReader.getPdfObject(element.get(PdfName.K));
        if (kids != null && kids.isArray()) {
            for (PdfObject kid : ((PdfArray) kids).getElements()) {
                if (PdfReader.getPdfObject(kid) instanceof PdfDictionary child && child.contains(PdfName.S)) {
                    collect(child, tags);
                }
            }
        }
    }
}
