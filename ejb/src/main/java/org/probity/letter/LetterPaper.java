package org.probity.letter;

import com.lowagie.text.Document;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.util.function.Consumer;

/**
 * Sheets of A4 with a pen that moves down. Whatever is written carries a tag of the document's structure, and whatever
 * is only drawn is marked as decoration, so that a screen reader reads the letter and nothing else.
 *
 * <p>All measures are points; y counts upwards from the foot of the sheet.
 */
final class LetterPaper {

    static final float LEFT = 62;
    static final float RIGHT = PageSize.A4.getWidth() - LEFT;
    static final float FOOT = 74;

    private static final float HEAD = PageSize.A4.getHeight() - 58;
    private static final float BAR = 3;
    private static final PdfName DECORATION = new PdfName("Artifact");

    private final Document document;
    private final PdfWriter writer;
    private float y = HEAD;
    private Color inset;
    private float insetFrom;

    LetterPaper(Document document, PdfWriter writer) {
        this.document = document;
        this.writer = writer;
    }

    static PdfStructureElement tag(PdfStructureElement parent, String type) {
        return new PdfStructureElement(parent, new PdfName(type));
    }

    /** Writes on from where the pen is, over as many sheets as it takes. */
    void write(PdfStructureElement tag, String text, LetterType type, float left, float right) {
        PdfContentByte canvas = writer.getDirectContent();
        ColumnText column = new ColumnText(canvas);
        column.setText(new Phrase(type.leading(), type.printable(text), type.font()));
        column.setLeading(type.leading());
        int state = ColumnText.NO_MORE_COLUMN;
        while (ColumnText.hasMoreText(state)) {
            need(type.leading());
            column.setSimpleColumn(left, FOOT, right, y);
            canvas.beginMarkedContentSequence(tag);
            state = column.go();
            canvas.endMarkedContentSequence();
            y = column.getYLine();
            if (ColumnText.hasMoreText(state)) {
                turn();
            }
        }
    }

    /** How high the text would stand. */
    float height(String text, LetterType type, float left, float right) {
        ColumnText column = new ColumnText(null);
        column.setSimpleColumn(new Phrase(type.printable(text), type.font()), left, 0, right, 100_000, type.leading(), 0);
        column.go(true);
        return 100_000 - column.getYLine();
    }

    /** Places a picture, shrunk to fit; it stays on one sheet. */
    void place(PdfStructureElement tag, Image picture, float left, float right) {
        picture.scaleToFit(Math.min(right - left, picture.getScaledWidth()), Math.min(HEAD - FOOT - 60, picture.getScaledHeight()));
        need(picture.getScaledHeight());
        y -= picture.getScaledHeight();
        picture.setAbsolutePosition(left, y);
        PdfContentByte canvas = writer.getDirectContent();
        canvas.beginMarkedContentSequence(tag);
        canvas.addImage(picture);
        canvas.endMarkedContentSequence();
        decorate(canvas, frame -> {
            frame.setColorStroke(LetterType.QUIET);
            frame.setLineWidth(0.4f);
            frame.rectangle(left, y, picture.getScaledWidth(), picture.getScaledHeight());
            frame.stroke();
        });
    }

    /** Draws what a screen reader passes over, on top of or beneath what is written. */
    static void decorate(PdfContentByte canvas, Consumer<PdfContentByte> drawing) {
        canvas.beginMarkedContentSequence(DECORATION);
        canvas.saveState();
        drawing.accept(canvas);
        canvas.restoreState();
        canvas.endMarkedContentSequence();
    }

    /** A thin line across, a little below the pen. */
    void rule(Color colour) {
        y -= 5;
        decorate(writer.getDirectContent(), canvas -> {
            canvas.setColorStroke(colour);
            canvas.setLineWidth(0.6f);
            canvas.moveTo(LEFT, y);
            canvas.lineTo(RIGHT, y);
            canvas.stroke();
        });
    }

    /** From here on a bar in that colour runs along the left edge, over page turns too. */
    void beginInset(Color colour) {
        inset = colour;
        insetFrom = y;
    }

    void endInset() {
        drawInset();
        inset = null;
    }

    private void drawInset() {
        float from = insetFrom;
        decorate(writer.getDirectContentUnder(), canvas -> {
            canvas.setColorFill(inset);
            canvas.rectangle(LEFT, y - 5, BAR, from - y + 3);
            canvas.fill();
        });
    }

    /** A bookmark to where the pen is. */
    PdfOutline bookmark(PdfOutline parent, String text) {
        return new PdfOutline(parent, new PdfDestination(PdfDestination.XYZ, LEFT, y + 10, 0), text, true);
    }

    /** Turns the sheet where less than that height is left on it. */
    void need(float height) {
        if (y - height < FOOT && y < HEAD) {
            turn();
        }
    }

    /** A new sheet; nothing happens on one that is still empty. */
    void turn() {
        if (inset != null) {
            drawInset();
        }
        document.newPage();
        y = HEAD;
        insetFrom = y;
    }

    void skip(float height) {
        y -= height;
    }

    float y() {
        return y;
    }

    void moveTo(float height) {
        y = height;
    }

    int sheet() {
        return writer.getPageNumber();
    }

    PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    PdfOutline bookmarks() {
        return writer.getDirectContent().getRootOutline();
    }

    /** Marks a table cell as the header of its row. */
    static void headsRow(PdfStructureElement header) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName("Table"));
        attributes.put(new PdfName("Scope"), new PdfName("Row"));
        header.put(PdfName.A, attributes);
    }

    /** The words that stand for a picture. */
    static void describes(PdfStructureElement figure, String description) {
        figure.put(PdfName.ALT, new PdfString(description, PdfString.TEXT_UNICODE));
    }
}
