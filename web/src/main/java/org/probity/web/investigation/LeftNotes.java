package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.investigation.LeftFor;
import org.probity.investigation.Outlook;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

/** Said beside a button before it is pressed: what its reader cannot do on the case later, and who is left for that. */
@Named
@RequestScoped
public class LeftNotes {

    /** So many are named; of more it is said how many there are. */
    private static final int NAMED = 5;

    @Inject
    private PageCase pageCase;

    /** Whether there is anything to say. @param all whether also to those whom it rules out from nothing more */
    public boolean tells(String reference, String acting, boolean all) {
        Outlook outlook = outlook(reference, acting);
        return isOf(outlook, all) && !outlook.left().isEmpty();
    }

    public String words(String reference, String acting) {
        return words(CurrentCaller.get().language(), outlook(reference, acting));
    }

    /** Whether the case may come to where nobody can take it on. */
    public boolean warns(String reference, String acting, boolean all) {
        Outlook outlook = outlook(reference, acting);
        return isOf(outlook, all) && outlook.deadEnd();
    }

    public String warning(String reference, String acting) {
        return warning(CurrentCaller.get().language(), outlook(reference, acting));
    }

    /** Investigating is many small acts: it is said before the first of them. */
    static boolean isOf(Outlook outlook, boolean all) {
        return outlook != null && (all || outlook.acting() != Capacity.INVESTIGATED || !outlook.rulesOut().isEmpty());
    }

    static String words(Language language, Outlook outlook) {
        return outlook.left().stream().flatMap(one -> words(language, one, outlook.rulesOut().contains(one.capacity()))).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Language language, LeftFor left, boolean ruledOut) {
        Stream<String> lost = ruledOut ? Stream.of(Texts.get(language, "investigation.left.lost." + left.capacity())) : Stream.of();
        Stream<String> names = left.names().isEmpty() ? Stream.of()
                : Stream.of(Texts.of(language, ruledOut ? "investigation.left.that" : "investigation.left.to." + left.capacity(), names(language, left.names())));
        return Stream.concat(lost, names);
    }

    /** The first few, and how many there are more. */
    public static String names(Language language, List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : Texts.of(language, "investigation.left.more", first, names.size() - NAMED);
    }

    static String warning(Language language, Outlook outlook) {
        return outlook.alone() != null ? Texts.of(language, "investigation.left.alone", outlook.alone())
                : outlook.nobody().stream().map(capacity -> Texts.get(language, "investigation.left.nobody." + capacity)).collect(Collectors.joining(" "));
    }

    /** What nobody is left for as things stand, and when somebody was asked for. */
    static List<String> stuck(Language language, List<LeftFor> now) {
        return now.stream().filter(one -> one.names().isEmpty()).map(one -> Texts.get(language, "investigation.left.stuck." + one.capacity()) + " "
                + (one.askedAt() == null ? Texts.get(language, "investigation.left.ask") : Texts.of(language, "investigation.left.asked", one.askedAt()))).toList();
    }

    private Outlook outlook(String reference, String acting) {
        return pageCase.of(reference).left().ifActing(Capacity.valueOf(acting));
    }
}
