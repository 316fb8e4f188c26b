package org.probity.spelling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.kernel.Letters;

/**
 * Which words of a text may be names: those with a capital, and where there are none or nothing else, all that are not among
 * the most ordinary ones. Between two parts of a name nobody else's name stands.
 */
public final class Capitals {

    /** Words that stand before names, in a form or at the beginning of a sentence, and that are nobody's short form. */
    private static final Set<String> ORDINARY = Set.copyOf(List.of(("a an and are as at be but by can for from had has have he her here his how i if in is it its me my no not of on "
            + "or our she so some that the their them then there they this to us was we were what when where which who whose why with you your "
            + "called known named something think believe sure spell "
            + "title phone telephone tel mobile email age aged born address role job year school club neighbour teacher coach "
            + "ac am ar at beth bod bu chi dan dim dw ei ein ers eu fe fo fy gan gyda heb hi hon hwn hyn i mae nad neu ni o oedd oes ond pam pan rhyw roedd sef "
            + "sy sydd wedi wrth y yn yr yw teitl ffon ebost oed cyfeiriad swydd ysgol galw").split(" ")));

    private final Set<String> names;
    private final boolean told;

    /** @param longest characters of the text that are read */
    public Capitals(String text, int longest) {
        String read = text == null ? "" : text.length() <= longest ? text : text.substring(0, longest);
        List<String> tokens = List.of(read.split(" "));
        List<String> capital = tokens.stream().filter(Capitals::isCapital).toList();
        told = !capital.isEmpty() && read.chars().anyMatch(Character::isLowerCase);
        names = names(told ? capital : tokens, longest);
    }

    /** Whether they are told from others by their capitals. */
    public boolean areTold() {
        return told;
    }

    /** Folded. */
    public Set<String> names() {
        return names;
    }

    public static boolean isOrdinary(String word) {
        return ORDINARY.contains(word);
    }

    private static boolean isCapital(String token) {
        return token.codePoints().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase);
    }

    private static Set<String> names(List<String> tokens, int longest) {
        return WordSpans.words(Letters.fold(String.join(" ", tokens), longest)).stream()
                .filter(word -> !isOrdinary(word) && !Titles.always().contains(word) && !Spellings.isLabel(word)).collect(Collectors.toSet());
    }
}
