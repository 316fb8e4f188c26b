package org.probity.referral;

/**
 * One line of a pack: something that goes in, or stays out for a reason.
 *
 * @param sourceId id of the finding, clause, evidence item, request, document or note
 * @param title how the contents list calls it; the source's own title where empty
 * @param omissionReason required where it stays out
 * @param redactionNote what was taken out and why; required where {@code redactedText} is given
 * @param redactedText the text as the pack carries it; required for text with a redaction note. A file with a redaction
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

    /** What it is made from: no two lines of a pack may have the same. */
    public String source() {
        return kind + ":" + sourceId;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
