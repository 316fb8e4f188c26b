package org.probity.web.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

/** What acts there are and how they are called: every code that has a text. */
final class ActNames {

    /** Asks for every act that changes nothing: somebody read, searched or took something away. */
    static final String LOOKS = "looks";

    private static final String PREFIX = "audit.act.";
    private static final Comparator<Choice> BY_LABEL = Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER);
    private static final Pattern LOOK = Pattern.compile(".*\\.(seen|searched|packPreviewed|packDownloaded|tabled|exported)");

    private static final Set<String> CODES = ResourceBundle.getBundle("text.audit", Locale.ROOT, ActNames.class.getClassLoader()).keySet()
            .stream().filter(key -> key.startsWith(PREFIX)).map(key -> key.substring(PREFIX.length())).collect(Collectors.toUnmodifiableSet());

    /** An act, or several, to choose. */
    public record Choice(String code, String label) {
    }

    private ActNames() {
    }

    static String label(Language language, String act) {
        return Texts.find(language, PREFIX + act).orElseGet(() -> Texts.get(language, "audit.value.otherAct"));
    }

    /**
     * The acts that are meant.
     *
     * @param asked the code of one act, the first word of several with a dot behind it, {@link #LOOKS}, or nothing for all
     */
    static Set<String> meant(String asked) {
        if (asked == null || asked.isBlank()) {
            return Set.of();
        }
        Set<String> meant = CODES.stream().filter(code -> asked.equals(LOOKS) ? LOOK.matcher(code).matches()
                : asked.endsWith(".") ? code.startsWith(asked) : code.equals(asked)).collect(Collectors.toSet());
        return meant.isEmpty() ? Set.of(asked) : meant;
    }

    /** What can be chosen: the looks, then each kind followed by its acts in the order of their names. */
    static List<Choice> choices(Language language) {
        Map<String, List<Choice>> kinds = CODES.stream().map(code -> new Choice(code, label(language, code))).sorted(BY_LABEL)
                .collect(Collectors.groupingBy(choice -> choice.code().substring(0, choice.code().indexOf('.') + 1)));
        List<Choice> choices = new ArrayList<>(List.of(new Choice(LOOKS, Texts.get(language, "audit.find.looks"))));
        kinds.keySet().stream().map(kind -> new Choice(kind, kind(language, kind))).sorted(BY_LABEL).forEach(kind -> {
            choices.add(new Choice(kind.code(), Texts.of(language, "audit.find.ofKind", kind.label())));
            choices.addAll(kinds.get(kind.code()));
        });
        return choices;
    }

    private static String kind(Language language, String word) {
        return Texts.find(language, "audit.kind." + word.replace(".", "")).orElse(Texts.get(language, "audit.kind.other"));
    }
}
