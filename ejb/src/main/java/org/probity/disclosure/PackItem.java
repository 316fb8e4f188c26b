package org.probity.disclosure;

/**
 * One line of a pack: something that goes in, or stays out for a reason.
 *
 * @param sourceId id of the finding, clause, evidence item, request, document or note
 * @param title how the pack calls it. Where empty, or the source's own: that one where it goes in; where it stays out, or is a
 *        file or evidence with a redaction note, only its kind and number. What goes in and was titled by us keeps its own
 * @param omissionReason required where it stays out
 * @param redactionNote what was taken out and why; required where {@code redactedText} is given
 * @param redactedText what is left of the source's own words, in their order; required for text with a redaction note. Where some
 *        are gone may stand nothing, a mark, or a few words in square brackets: see {@link ShortenedText}. A file with a redaction
 *        note is described, not given: add a blacked-out copy as evidence to give that instead
 */
public record PackItem(ItemKind kind, Long sourceId, String title, boolean included, String omissionReason,
        String redactionNote, String redactedText) {

    public PackItem {
        omissionReason = blankToNull(omissionReason);
        redactionNote = blankToNull(redactionNote);
        redactedText = blankToNull(redactedText);
    }

    /** Goes in as it is. */
    public static PackItem in(ItemKind kind, Long sourceId, String title) {
        return new PackItem(kind, sourceId, title, true, null, null, null);
    }

    /** Stays out. */
    public static PackItem out(ItemKind kind, Long sourceId, String title, String reason) {
        return new PackItem(kind, sourceId, title, false, reason, null, null);
    }

    /** The same, staying out for that reason where it has none of its own. */
    PackItem because(String reason) {
        return included || omissionReason != null ? this : out(kind, sourceId, title, reason);
    }

    /** The same without the text that stands for what the source says. */
    PackItem unwritten() {
        return shortened(null);
    }

    /** The same with that text. */
    PackItem shortened(String text) {
        return new PackItem(kind, sourceId, title, included, omissionReason, redactionNote, text);
    }

    /** What it is made from: no two lines of a pack may have the same. */
    public String source() {
        return kind + ":" + sourceId;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
