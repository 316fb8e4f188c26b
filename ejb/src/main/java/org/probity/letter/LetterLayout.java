package org.probity.letter;

import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfStructureElement;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.probity.kernel.Language;
import org.probity.tenancy.ContactDetails;

/** Lays one letter out: letterhead, addressee and reference side by side, title, body, signature, rights. */
final class LetterLayout {

    private static final Color LINE = new Color(0xc9, 0xd0, 0xd6);
    private static final float LEFT = LetterPaper.LEFT;
    private static final float RIGHT = LetterPaper.RIGHT;
    private static final float LABELS = 165;
    private static final float INDENT = 16;

    private final LetterPaper paper;
    private final PdfStructureElement section;
    private final LetterSheet sheet;
    private final LetterPictures pictures;
    private final Color accent;
    private PdfOutline outline;

    LetterLayout(LetterPaper paper, PdfStructureElement section, LetterSheet sheet, LetterPictures pictures) {
        this.paper = paper;
        this.section = section;
        this.sheet = sheet;
        this.pictures = pictures;
        this.accent = LetterType.readable(sheet.board().accent());
    }

    void lay() {
        letterhead();
        addressee();
        title();
        sheet.blocks().forEach(this::block);
        signature();
        rights();
    }

    private void letterhead() {
        LetterPaper.decorate(paper.canvas(), canvas -> {
            canvas.setColorFill(Color.decode(sheet.board().accent()));
            canvas.rectangle(0, PageSize.A4.getHeight() - 12, PageSize.A4.getWidth(), 12);
            canvas.fill();
        });
        Language other = sheet.language() == Language.CY ? Language.EN : Language.CY;
        String name = sheet.board().name(sheet.language());
        write("P", name, LetterType.letterhead(accent));
        if (sheet.board().bilingual() && !sheet.board().name(other).equals(name)) {
            write("P", sheet.board().name(other), LetterType.small());
        }
        contact();
        paper.skip(2);
        paper.rule(accent);
    }

    /** Where an answer goes: nothing stands there for what nobody has set. */
    private void contact() {
        ContactDetails contact = sheet.board().contact();
        paper.skip(3);
        if (contact.postalAddress() != null) {
            write("P", contact.postalAddress().replace("\n", ", "), LetterType.small());
        }
        String mail = text("layout.mail", contact.contactEmail());
        write("P", contact.telephone() == null ? mail : text("layout.telephone", contact.telephone()) + " · " + mail, LetterType.small());
    }

    private void addressee() {
        paper.skip(14);
        float top = paper.y();
        float middle = RIGHT - 190;
        paper.write(tag("P"), text("layout.confidential"), LetterType.strong(), LEFT, middle);
        paper.skip(6);
        paper.write(tag("P"), String.join("\n", sheet.addressee()), LetterType.body(), LEFT, middle);
        float end = paper.y();
        paper.moveTo(top);
        labelled("layout.date", LetterTexts.shortDate(sheet.language(), sheet.date()), middle + 10);
        labelled("layout.reference", sheet.reference(), middle + 10);
        paper.moveTo(Math.min(end, paper.y()));
    }

    private void labelled(String key, String value, float left) {
        PdfStructureElement paragraph = tag("P");
        paper.write(LetterPaper.tag(paragraph, "Span"), text(key), LetterType.small(), left, RIGHT);
        paper.write(LetterPaper.tag(paragraph, "Span"), value, LetterType.strong(), left, RIGHT);
        paper.skip(5);
    }

    private void title() {
        paper.skip(24);
        outline = paper.bookmark(paper.bookmarks(), sheet.title());
        write("H1", sheet.title(), LetterType.title());
        paper.skip(4);
    }

    private void block(LetterSheet.Block block) {
        if (block instanceof LetterSheet.Heading heading) {
            heading(section, heading.text(), LEFT);
        } else if (block instanceof LetterSheet.Paragraph paragraph) {
            paragraph(paragraph.text(), LEFT);
        } else if (block instanceof LetterSheet.Bullets bullets) {
            bullets(section, bullets.items(), LEFT);
        } else if (block instanceof LetterSheet.Facts facts) {
            facts(facts.facts());
        } else if (block instanceof LetterSheet.Quote quote) {
            quote(quote.text());
        } else if (block instanceof LetterSheet.Picture picture) {
            picture(picture);
        } else {
            paper.turn();
        }
    }

    /** A heading never stands alone at the foot of a sheet. */
    private void heading(PdfStructureElement parent, String text, float left) {
        paper.skip(13);
        paper.need(70);
        paper.bookmark(outline, text);
        paper.write(LetterPaper.tag(parent, "H2"), text, LetterType.heading(), left, RIGHT);
        paper.skip(1);
    }

    private void paragraph(String text, float left) {
        paper.skip(5);
        paper.need(2 * LetterType.body().leading());
        paper.write(tag("P"), text, LetterType.body(), left, RIGHT);
    }

    private void bullets(PdfStructureElement parent, List<String> items, float left) {
        PdfStructureElement list = LetterPaper.tag(parent, "L");
        for (String item : items) {
            paper.skip(4);
            paper.need(Math.min(2 * LetterType.body().leading(), height(item, left + INDENT)));
            PdfStructureElement entry = LetterPaper.tag(list, "LI");
            float top = paper.y();
            paper.write(LetterPaper.tag(entry, "Lbl"), "•", LetterType.body(), left + 2, left + INDENT);
            paper.moveTo(top);
            paper.write(LetterPaper.tag(entry, "LBody"), item, LetterType.body(), left + INDENT, RIGHT);
        }
    }

    private void facts(List<LetterSheet.Fact> facts) {
        PdfStructureElement table = tag("Table");
        paper.skip(7);
        paper.rule(LINE);
        for (LetterSheet.Fact fact : facts) {
            fact(LetterPaper.tag(table, "TR"), fact);
        }
        paper.skip(4);
    }

    private void fact(PdfStructureElement row, LetterSheet.Fact fact) {
        LetterType strong = LetterType.strong();
        float label = paper.height(fact.label(), strong, LEFT, LEFT + LABELS - 10);
        paper.need(Math.min(200, Math.max(label, height(fact.value(), LEFT + LABELS)) + 8));
        float top = paper.y();
        PdfStructureElement header = LetterPaper.tag(row, "TH");
        LetterPaper.headsRow(header);
        paper.write(header, fact.label(), strong, LEFT, LEFT + LABELS - 10);
        float labelEnd = paper.y();
        int before = paper.sheet();
        paper.moveTo(top);
        paper.write(LetterPaper.tag(row, "TD"), fact.value(), LetterType.body(), LEFT + LABELS, RIGHT);
        paper.moveTo(before == paper.sheet() ? Math.min(labelEnd, paper.y()) : paper.y());
        paper.rule(LINE);
    }

    private void quote(String text) {
        paper.skip(8);
        paper.need(2 * LetterType.body().leading());
        paper.beginInset(LINE);
        paper.write(LetterPaper.tag(tag("BlockQuote"), "P"), text, LetterType.body(), LEFT + INDENT, RIGHT);
        paper.endInset();
        paper.skip(4);
    }

    private void picture(LetterSheet.Picture picture) {
        Optional<Image> image = pictures.read(picture.bytes());
        if (image.isEmpty()) {
            quote(text("layout.noPicture", picture.description()));
            return;
        }
        paper.skip(10);
        PdfStructureElement figure = tag("Figure");
        LetterPaper.describes(figure, picture.description());
        paper.place(figure, image.get(), LEFT, RIGHT);
        write("P", picture.description(), LetterType.small());
    }

    private void signature() {
        if (sheet.signature().isEmpty()) {
            return;
        }
        paper.skip(12);
        paper.need((sheet.signature().size() + 2) * LetterType.body().leading() + 12);
        write("P", text("layout.sincerely"), LetterType.body());
        paper.skip(12);
        write("P", sheet.signature().get(0), LetterType.strong());
        sheet.signature().stream().skip(1).forEach(line -> write("P", line, LetterType.body()));
    }

    private void rights() {
        if (sheet.rights().isEmpty()) {
            return;
        }
        paper.skip(22);
        paper.need(90);
        paper.beginInset(accent);
        paper.skip(-13);
        heading(section, text("layout.rights"), LEFT + INDENT);
        bullets(section, sheet.rights(), LEFT + INDENT);
        paper.endInset();
    }

    private float height(String text, float left) {
        return paper.height(text, LetterType.body(), left, RIGHT);
    }

    private void write(String type, String text, LetterType style) {
        paper.write(tag(type), text, style, LEFT, RIGHT);
    }

    private PdfStructureElement tag(String type) {
        return LetterPaper.tag(section, type);
    }

    private String text(String key, Object... args) {
        return LetterTexts.get(sheet.language(), key, args);
    }
}
