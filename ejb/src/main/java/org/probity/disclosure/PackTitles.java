package org.probity.disclosure;

import java.util.Arrays;
import org.probity.kernel.Language;
import org.probity.letter.LetterTexts;

/**
 * What a pack calls its items. One that is left out or only described is not called by the words the case has for it: they would
 * tell what is held back.
 */
final class PackTitles {

    /** Signs. */
    static final int LONGEST = 300;

    private PackTitles() {
    }

    /** As a line keeps it: what the officer gave, or what stands for it. */
    static String kept(PackItem item, int number, KnownSources known) {
        boolean given = item.title() != null && !item.title().isBlank() && !isOwn(item.title(), item.source(), known);
        return given ? item.title().strip() : hides(item) ? neutral(item.kind(), number, known.language())
                : own(known.bySource().get(item.source()));
    }

    /** As the pack prints it in that language. */
    static String printed(PackLine line, KnownSources known, Language language) {
        if (!isUsual(line, known)) {
            return line.title();
        }
        PackItem item = line.item();
        return hides(item) ? neutral(item.kind(), line.number(), language) : own(known.in(language).get(item.source()));
    }

    /** The line as it was composed, with a title only where the officer gave one. */
    static PackItem given(PackLine line, KnownSources known) {
        PackItem item = line.item();
        return isUsual(line, known) ? new PackItem(item.kind(), item.sourceId(), null, item.included(),
                item.omissionReason(), item.redactionNote(), item.redactedText()) : item;
    }

    /** What the case calls it. */
    static String own(PackSource source) {
        return source.title().substring(0, Math.min(LONGEST, source.title().length()));
    }

    static boolean hides(PackItem item) {
        return !item.included() || item.redactionNote() != null && item.kind().titledByPeople();
    }

    /** Kind and number alone. */
    static String neutral(ItemKind kind, int number, Language language) {
        return LetterTexts.get(language, "referral.neutral." + kind, number);
    }

    /** Called by its own title, or by what stands for it. */
    static boolean isUsual(PackLine line, KnownSources known) {
        return line.title().equals(line.sourceTitle()) || isOwn(line.title(), line.item().source(), known)
                || hides(line.item()) && Arrays.stream(Language.values())
                        .anyMatch(language -> line.title().equals(neutral(line.item().kind(), line.number(), language)));
    }

    /** In whichever language: the pack may have been written in the other one when it was given. */
    private static boolean isOwn(String title, String source, KnownSources known) {
        return known.inEachLanguage(source).anyMatch(one -> title.strip().equals(own(one).strip()));
    }
}
