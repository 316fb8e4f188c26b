package org.probity.casework;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.access.CaseExclusions;
import org.probity.investigation.CaseWord;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Stage;
import org.probity.names.PersonName;

/**
 * Words that cases are looked for by. A case is found where each begins a word of its own; while the caller has a conflict of
 * interest to answer in it, only by words that tell nothing of whom it names.
 */
final class SoughtWords {

    /** The newest are found, and no more: whoever looks for others says more about them. */
    public static final int MOST = 200;

    /** What no more cases than these have is looked for in each of them; what more have is found among the newest cases soon. */
    private static final int FEW = 2_000;

    /** Words of a text that are looked for. */
    private static final int WORDS = 10;

    /** Sorts after whatever a word goes on with. */
    private static final char LAST = '\uffff';

    private static final String BEGINS = "w.word >= :word and w.word < :wordEnd";

    private static final String AT_STAGE = " and i.stage = :stage ";

    private record Found(Long id, Instant openedAt) {
    }

    private final EntityManager entities;
    private final List<String> words;
    private final Stage stage;

    /** @param stage null for all */
    public SoughtWords(EntityManager entities, String text, Stage stage) {
        this.entities = entities;
        this.words = words(text);
        this.stage = stage;
    }

    /** Titles are left out that may stand before a name and need not: {@code Dr Smith}. */
    private static List<String> words(String text) {
        List<String> named = PersonName.of(text).parts();
        return named.isEmpty() ? CaseWord.in(text).stream().limit(WORDS).toList() : named;
    }

    /** Ids of those in sight, the newest first, {@link #MOST} at most. */
    public List<Long> newest() {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Long> cases = words.stream().map(this::cases).toList();
        int rarest = IntStream.range(0, words.size()).boxed().min(Comparator.comparing(cases::get)).orElseThrow();
        List<Found> found = cases.get(rarest) > FEW ? query("order by i.board desc, i.openedAt desc, i.id desc limit " + MOST).getResultList()
                : query("and i.id in (select w.investigation.id from CaseWord w where " + begins(rarest) + ")").setMaxResults(FEW).getResultList();
        return found.stream().sorted(Comparator.comparing(Found::openedAt).thenComparing(Found::id).reversed()).limit(MOST).map(Found::id).toList();
    }

    /** How often a word begins like that in all cases, in sight or not, as far as it matters. */
    private Long cases(String word) {
        return entities.createQuery("select count(c.id) from (select w.id as id from CaseWord w where " + BEGINS
                + " order by w.board, w.word, w.investigation.id limit " + (FEW + 1) + ") c", Long.class)
                .setParameter("word", word).setParameter("wordEnd", word + LAST).getSingleResult();
    }

    private TypedQuery<Found> query(String end) {
        String held = IntStream.range(0, words.size()).mapToObj(place -> in(place, "")).collect(Collectors.joining(" and "));
        String open = IntStream.range(0, words.size()).mapToObj(place -> in(place, " and w.source in (:open)")).collect(Collectors.joining(" and "));
        TypedQuery<Found> query = Conflicts.bound(entities.createQuery("select new org.probity.casework.SoughtWords$Found(i.id, i.openedAt) "
                + "from Investigation i where " + held + " and" + CaseExclusions.inSight("i.reference") + (stage == null ? "" : AT_STAGE)
                + "and (not" + Conflicts.unansweredOf("i") + "or " + open + ") " + end, Found.class)).setParameter("open", CaseWord.Source.OPEN);
        for (int place = 0; place < words.size(); place++) {
            query.setParameter("word" + place, words.get(place)).setParameter("wordEnd" + place, words.get(place) + LAST);
        }
        return stage == null ? query : query.setParameter("stage", stage);
    }

    /** By more than equality, which alone PostgreSQL answers from all words there are. */
    private static String in(int place, String more) {
        return "exists (select 1 from CaseWord w where w.investigation.id = i.id and w.investigation.id >= i.id and " + begins(place) + more + ")";
    }

    private static String begins(int place) {
        return BEGINS.replace(":wordEnd", ":wordEnd" + place).replace(":word ", ":word" + place + " ");
    }
}
