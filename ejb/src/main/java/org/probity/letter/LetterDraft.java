package org.probity.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;

/** A letter while it is being written, from top to bottom; {@link #sheet()} is the letter. */
public final class LetterDraft {

    private final Board board;
    private final Language language;
    private final String reference;
    private final LocalDate date;
    private final List<String> addressee = new ArrayList<>();
    private final List<LetterSheet.Block> blocks = new ArrayList<>();
    private final List<String> rights = new ArrayList<>();
    private final List<String> signature = new ArrayList<>();
    private String title = "";

    public LetterDraft(Board board, Language language, String reference, LocalDate date) {
        this.board = board;
        this.language = language;
        this.reference = reference;
        this.date = date;
    }

    /** Whom it goes to: name, then the lines below it. Empty lines are left out. */
    public LetterDraft to(String... lines) {
        addAll(addressee, lines);
        return this;
    }

    public LetterDraft title(String text) {
        this.title = text;
        return this;
    }

    public LetterDraft heading(String text) {
        return block(new LetterSheet.Heading(text));
    }

    /** Empty text is left out. */
    public LetterDraft paragraph(String text) {
        return text == null || text.isBlank() ? this : block(new LetterSheet.Paragraph(text));
    }

    public LetterDraft bullets(List<String> items) {
        return items.isEmpty() ? this : block(new LetterSheet.Bullets(items));
    }

    public LetterDraft bullets(String... items) {
        return bullets(List.of(items));
    }

    /** Label to value, in the order of the map; facts without a value are left out. */
    public LetterDraft facts(Map<String, String> facts) {
        List<LetterSheet.Fact> known = facts.entrySet().stream()
                .filter(fact -> fact.getValue() != null && !fact.getValue().isBlank())
                .map(fact -> new LetterSheet.Fact(fact.getKey(), fact.getValue())).toList();
        return known.isEmpty() ? this : block(new LetterSheet.Facts(known));
    }

    /** Somebody's own words. */
    public LetterDraft quote(String text) {
        return text == null || text.isBlank() ? this : block(new LetterSheet.Quote(text));
    }

    /** @param bytes PNG, JPEG or GIF */
    public LetterDraft picture(byte[] bytes, String description) {
        return block(new LetterSheet.Picture(bytes, description));
    }

    public LetterDraft newPage() {
        return block(new LetterSheet.NewPage());
    }

    /** One right of the reader, for the box at the end. */
    public LetterDraft right(String text) {
        addAll(rights, text);
        return this;
    }

    /** Who signs: name, then role. Empty lines are left out. */
    public LetterDraft signed(String... lines) {
        addAll(signature, lines);
        return this;
    }

    public LetterSheet sheet() {
        return new LetterSheet(board, language, reference, date, addressee, title, blocks, rights, signature);
    }

    private LetterDraft block(LetterSheet.Block block) {
        blocks.add(block);
        return this;
    }

    private static void addAll(List<String> to, String... lines) {
        Arrays.stream(lines).filter(line -> line != null && !line.isBlank()).forEach(to::add);
    }
}
