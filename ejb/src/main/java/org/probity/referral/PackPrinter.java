package org.probity.referral;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.documents.LetterPrinter;
import org.probity.documents.LetterSheet;
import org.probity.referral.PackContents.Entry;

/** Makes one PDF of a pack: covering letter, contents, items; files that cannot be printed are attached inside it. */
final class PackPrinter {

    private PackPrinter() {
    }

    /** @param translated the same pack in the other language, for a second covering letter */
    static byte[] print(PackContents pack, Optional<PackContents> translated, LetterPrinter printer) {
        List<LetterSheet> sheets = new ArrayList<>();
        sheets.add(new CoverLetter(pack).sheet());
        translated.ifPresent(other -> sheets.add(new CoverLetter(other).sheet()));
        sheets.add(new PackBody(pack).sheet());
        byte[] pdf = printer.print(sheets.toArray(LetterSheet[]::new));
        return pack.attachments().isEmpty() ? pdf : attach(pdf, pack.attachments());
    }

    private static byte[] attach(byte[] pdf, List<Entry> entries) {
        int files = entries.stream().mapToInt(entry -> entry.bytes().length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + files);
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfStamper stamper = new PdfStamper(reader, out);
            for (Entry entry : entries) {
                stamper.addFileAttachment(entry.number() + ". " + entry.title(), entry.bytes(), null,
                        entry.number() + "-" + entry.source().file().fileName());
            }
            stamper.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
