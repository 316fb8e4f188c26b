package org.probity.disclosure;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.probity.disclosure.PackContents.Entry;
import org.probity.files.PlainPicture;
import org.probity.letter.LetterPrinter;
import org.probity.letter.LetterSheet;

/** Makes one PDF of a pack: covering letter, contents, items; files that cannot be printed are attached inside it. */
final class PackPrinter {

    private PackPrinter() {
    }

    /**
     * Dots that repeat too little take more room on a page than in their file: where the whole would be too large to be kept, all
     * pictures are attached.
     *
     * @param translated the same pack in the other language, for a second covering letter
     */
    static byte[] print(PackContents pack, Optional<PackContents> translated, LetterPrinter printer) {
        return print(pack, translated, printer, PackRules.MOST_PRINTED);
    }

    /** @param most bytes of the whole */
    static byte[] print(PackContents pack, Optional<PackContents> translated, LetterPrinter printer, long most) {
        Set<byte[]> broken = Collections.newSetFromMap(new IdentityHashMap<>());
        byte[] whole = pages(pack, translated, printer, broken::add);
        if (!broken.isEmpty()) {
            return print(pack.undrawn(broken), translated, printer, most);
        }
        return fit(pack, whole, translated, printer, most);
    }

    /** Where it came out too large, the pictures are attached as they are, which is smaller. */
    private static byte[] fit(PackContents pack, byte[] drawn, Optional<PackContents> translated, LetterPrinter printer, long most) {
        long attached = pack.attachments().stream().mapToLong(entry -> entry.bytes().length).sum();
        boolean fits = drawn.length + attached <= most;
        PackContents kept = fits ? pack : pack.undrawn();
        byte[] pdf = fits ? drawn : pages(kept, translated, printer, any -> { });
        return kept.attachments().isEmpty() ? pdf : attach(pdf, kept.attachments());
    }

    private static byte[] pages(PackContents pack, Optional<PackContents> translated, LetterPrinter printer, Consumer<byte[]> broken) {
        List<LetterSheet> sheets = new ArrayList<>();
        sheets.add(new CoverLetter(pack).sheet());
        translated.ifPresent(other -> sheets.add(new CoverLetter(other).sheet()));
        sheets.add(new PackBody(pack).sheet());
        return printer.print(broken, sheets.toArray(LetterSheet[]::new));
    }

    private static byte[] attach(byte[] pdf, List<Entry> entries) {
        int files = entries.stream().mapToInt(entry -> entry.bytes().length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + files);
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfStamper stamper = new PdfStamper(reader, out);
            for (Entry entry : entries) {
                PackSource.SourceFile file = entry.source().file();
                stamper.addFileAttachment(entry.number() + ". " + entry.title(), PlainPicture.of(file.mediaType(), entry.bytes()), null,
                        entry.number() + "-" + file.fileName());
            }
            stamper.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
