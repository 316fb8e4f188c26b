package org.probity.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.letter.LetterSheet;
import org.probity.token.ApiToken;

/**
 * Something of the case that could go into a pack, with all it would give away.
 *
 * @param suggested whether it goes in unless the officer takes it out; never so for what may be about other people
 * @param warning what to look at before it goes in, or null
 * @param facts labels and values
 * @param passages longer words, in order
 * @param file null where it is text only
 */
public record PackSource(ItemKind kind, Long id, String title, boolean suggested, Warning warning,
        List<LetterSheet.Fact> facts, List<Passage> passages, SourceFile file) {

    /** Why an item is not simply put in. */
    public enum Warning { MAY_SHOW_OTHERS, CHILD_INVOLVED, BOARD_NOTE, REPORTER_WORDS, MAY_RUN }

    /**
     * Words of one writer.
     *
     * @param caption whose and when
     * @param bySubject whether the subject said it: that may be shortened with a note, but never left out
     */
    public record Passage(String caption, String words, boolean bySubject) {
    }

    /** A file as kept; its bytes are read only when the pack is made. Size in bytes. */
    public record SourceFile(Long documentId, String fileName, String mediaType, long size, String sha256) {

        /** Whether it can be printed on a page of the pack; every other file is attached to it. */
        public boolean picture() {
            return List.of("image/png", "image/jpeg", "image/gif").contains(mediaType);
        }
    }

    /** Between two of them. */
    static final String APART = "\n\n";

    /**
     * A stretch of what it says.
     *
     * @param before what stands between it and the one before
     * @param whole whether nothing of it may be taken out: the result of a finding, and how and when the subject answered
     */
    record Part(String before, String words, boolean whole) {
    }

    public PackSource {
        facts = List.copyOf(facts);
        passages = List.copyOf(passages);
    }

    /** A source of text. */
    static PackSource text(ItemKind kind, Long id, String title, List<LetterSheet.Fact> facts, List<Passage> passages) {
        return new PackSource(kind, id, title, true, null, facts, passages, null);
    }

    /** The same, kept back until an officer has looked at what the warning says. */
    PackSource warn(Warning why, boolean stillSuggested) {
        return new PackSource(kind, id, title, stillSuggested, why, facts, passages, file);
    }

    /** The same without its file, which is not to be copied. */
    PackSource withoutFile() {
        return new PackSource(kind, id, title, suggested, warning, facts, passages, null);
    }

    /** What it is made from, as {@link PackItem#source()}. */
    public String source() {
        return kind + ":" + id;
    }

    /** Whether the subject speaks in it. */
    public boolean holdsReply() {
        return passages.stream().anyMatch(Passage::bySubject);
    }

    /** Another as soon as it says something else, or its file is another. */
    public String fingerprint() {
        return ApiToken.hash(plainText() + "\n" + (file == null ? "" : file.sha256()));
    }

    /** Everything it says, to begin a redaction from. */
    public String plainText() {
        String text = parts().stream().map(part -> part.before() + part.words()).collect(Collectors.joining());
        return text.isEmpty() ? text : text.substring(APART.length());
    }

    /** The same, part by part. */
    List<Part> parts() {
        return Stream.concat(facts.stream().map(f -> new Part(APART, f.label() + ": " + f.value(), kind == ItemKind.FINDING)),
                passages.stream().flatMap(PackSource::parts)).toList();
    }

    private static Stream<Part> parts(Passage passage) {
        return passage.caption() == null ? Stream.of(new Part(APART, passage.words(), false))
                : Stream.of(new Part(APART, passage.caption(), passage.bySubject()), new Part("\n", passage.words(), false));
    }
}
