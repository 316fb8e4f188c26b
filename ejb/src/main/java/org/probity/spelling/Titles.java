package org.probity.spelling;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Titles, ranks, and letters after a name: what stands beside a name and is none, unless it is somebody's surname. */
public final class Titles {

    private static final Set<String> ALWAYS = Set.of("dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "rev", "revd",
            "reverend", "cllr", "councillor", "parch", "parchedig", "athro", "cyng", "cynghorydd", "meddyg", "syr", "bnr", "bns");

    /** Titles, and letters after a name, that are somebody's name too: dropped where two parts are left without them. */
    private static final Set<String> PERHAPS = Set.of("pc", "dc", "ds", "di", "dci", "dcs", "wpc", "pcso", "sgt", "sergeant", "insp",
            "inspector", "constable", "supt", "lady", "lord", "dame", "capt", "captain", "col", "major", "fr", "nurse", "nyrs", "y", "yr",
            "arglwydd", "arglwyddes", "rhingyll", "arolygydd", "cwnstabl", "tad", "phd", "bsc", "ba", "msc", "ma", "obe", "mbe", "cbe", "kc",
            "qc", "jp", "rgn", "rmn", "jr", "jnr", "junior", "sr", "snr", "senior", "esq");

    /** Those of them that are surnames as well, behind first names: {@code Emma Jane Major}, which {@code Emma Jones, major} is not. */
    private static final Set<String> SURNAMES = Set.of("sergeant", "inspector", "constable", "lady", "lord", "dame", "captain", "major", "nurse",
            "junior", "senior", "ma", "ba", "kc");

    private Titles() {
    }

    /** Those that are nobody's name. */
    public static Set<String> always() {
        return ALWAYS;
    }

    public static boolean isOne(String word) {
        return ALWAYS.contains(word) || PERHAPS.contains(word);
    }

    /** Whether it is somebody's name too. */
    public static boolean isPerhaps(String word) {
        return PERHAPS.contains(word);
    }

    /** Whether behind a first name it is a surname, and no title. */
    public static boolean mayEndName(String word) {
        return SURNAMES.contains(word) || !PERHAPS.contains(word);
    }

    /** @param count of the first words that are read */
    public static List<String> without(WordSpans spans, int count) {
        List<Integer> named = dropped(IntStream.range(0, count).boxed().toList(), i -> ALWAYS.contains(spans.word(i)), 1);
        int last = lastOfName(spans, count);
        return dropped(named, i -> PERHAPS.contains(spans.word(i)) && !(i == last && isSurname(spans, i)), 2).stream().map(spans::word).toList();
    }

    private static List<Integer> dropped(List<Integer> words, Predicate<Integer> titles, int left) {
        List<Integer> kept = words.stream().filter(titles.negate()).toList();
        return kept.size() >= left ? kept : words;
    }

    /** The last word, or the last one that nothing but a space or a hyphen separates from those before. */
    private static int lastOfName(WordSpans spans, int count) {
        return IntStream.range(0, count).filter(i -> i == count - 1 || !spans.isFollowedBy(i, ".") && !spans.between(i).equals("-"))
                .findFirst().orElse(-1);
    }

    /** Letters behind a name are capitals: {@code Emma Jones MA}, {@code Wei Ma}. */
    private static boolean isSurname(WordSpans spans, int at) {
        return SURNAMES.contains(spans.word(at)) && (spans.word(at).length() > 2 || !spans.hasBothCases() || !spans.isAllCapitals(at));
    }
}
