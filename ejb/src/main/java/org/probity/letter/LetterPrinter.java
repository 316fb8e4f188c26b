package org.probity.letter;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.xml.xmp.XmpWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.probity.kernel.Language;
import org.probity.kernel.Unguarded;

/**
 * Prints letters as PDF on A4: fonts embedded, tagged for screen readers, with title, language and bookmarks. Made to
 * meet PDF/UA-1 (ISO 14289-1), as the law asks of public bodies.
 */
@Unguarded("It prints what it is given")
@ApplicationScoped
public class LetterPrinter {

    private static final String UA = "<pdfuaid:part>1</pdfuaid:part>";
    private static final String UA_SPACE = "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";

    /**
     * One letter, or the same letter in several languages in the order given; title and language are the first's.
     *
     * @throws org.probity.kernel.TryAgainLater where it has pictures to unpack while others unpack theirs
     */
    public byte[] print(LetterSheet... sheets) {
        return print(broken -> { }, sheets);
    }

    /** @param broken hears of each picture that could not be unpacked, and stands in the print by its description only */
    public byte[] print(Consumer<byte[]> broken, LetterSheet... sheets) {
        try (LetterPictures pictures = new LetterPictures(LetterPictures.TO_WAIT, broken)) {
            return print(pictures, sheets);
        }
    }

    private static byte[] print(LetterPictures pictures, LetterSheet... sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        Footer footer = new Footer();
        writer.setPageEvent(footer);
        describe(document, writer, sheets[0]);
        document.open();
        PdfStructureElement root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        LetterPaper paper = new LetterPaper(document, writer);
        for (LetterSheet sheet : List.of(sheets)) {
            paper.turn();
            footer.sheet = sheet;
            PdfStructureElement section = LetterPaper.tag(root, "Sect");
            section.put(PdfName.LANG, new PdfString(tag(sheet.language())));
            new LetterLayout(paper, section, sheet, pictures).lay();
        }
        document.close();
        return bytes.toByteArray();
    }

    private static void describe(Document document, PdfWriter writer, LetterSheet sheet) {
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(tag(sheet.language())));
        String board = sheet.board().name(sheet.language());
        document.addTitle(sheet.title() + " – " + sheet.reference());
        document.addAuthor(board);
        document.addSubject(LetterTexts.get(sheet.language(), "layout.subject", board, sheet.reference()));
        document.addCreator("Probity");
        writer.setXmpMetadata(metadata(writer));
    }

    private static byte[] metadata(PdfWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XmpWriter xmp = new XmpWriter(bytes, writer.getInfo(), PdfWriter.PDFXNONE)) {
            xmp.addRdfDescription(UA_SPACE, UA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String tag(Language language) {
        return language.locale().toLanguageTag();
    }

    /** Reference and page numbers at the foot of every sheet. How many there are is filled in at the end. */
    private static final class Footer extends PdfPageEventHelper {

        private static final float BASELINE = 40;

        private final LetterType type = LetterType.small();
        private LetterSheet sheet;
        private PdfTemplate count;

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            count = writer.getDirectContent().createTemplate(60, 14);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            String words = LetterTexts.get(sheet.language(), "layout.page", sheet.reference(), writer.getPageNumber()) + " ";
            float end = LetterPaper.LEFT + type.font().getBaseFont().getWidthPoint(words, type.font().getSize());
            LetterPaper.decorate(writer.getDirectContent(), canvas -> {
                line(canvas, words, LetterPaper.LEFT, Element.ALIGN_LEFT);
                canvas.addTemplate(count, end, BASELINE - 2);
                line(canvas, sheet.board().name(sheet.language()), LetterPaper.RIGHT, Element.ALIGN_RIGHT);
            });
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            Font font = type.font();
            count.beginText();
            count.setFontAndSize(font.getBaseFont(), font.getSize());
            count.setColorFill(font.getColor());
            count.setTextMatrix(0, 2);
            count.showText(String.valueOf(writer.getPageNumber() - 1));
            count.endText();
        }

        private void line(PdfContentByte canvas, String words, float x, int alignment) {
            ColumnText.showTextAligned(canvas, alignment, new Phrase(type.printable(words), type.font()), x, BASELINE, 0);
        }
    }
}
