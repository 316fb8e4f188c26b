package org.probity.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Letters;
import org.probity.spelling.FirstNames;
import org.probity.spelling.Likeness;
import org.probity.spelling.Prefixes;
import org.probity.spelling.ShortForms;
import org.probity.spelling.Sounds;
import org.probity.spelling.Titles;
import org.probity.spelling.WordPlaces;
import org.probity.spelling.WordSpans;

/**
 * A name as it is compared: folded ({@link Letters}), titles and what stands in brackets dropped, its parts in no order, so
 * that nobody is somebody else for a space, a title or a letter of another script. Beside the same name there are near
 * ones: an initial, a part that is missing or one too many, a short form ({@link ShortForms}), a slip of the pen. A near
 * name may be the same person, which somebody has to decide.
 *
 * <p>Everything here is linear in the text, of which no more than {@link #LONGEST} characters are read.
 */
public final class PersonName {

    /** How the forms begin that stand for more than a word as it is written. */
    public static final String STEM = "~";
    public static final String SOUND = "#";

    /** Characters of a name that are read. */
    public static final int LONGEST = 200;

    /** Shorter words are not taken for a whole name without its spaces, but for the one with a letter less that is in order. */
    static final int SHORTEST_JOINED = 6;

    private static final int MOST_PARTS = 10;

    /** Among so many more words than the other has parts a single letter is hardly an initial. */
    private static final int MORE_WITH_INITIALS = 2;

    /** Letters of a name of one part that may be another one by anything but being it. */
    private static final int SHORTEST_LIKE = 3;

    /** Parts that are written as one, or apart, have so many letters together. */
    private static final int SHORTEST_WHOLE = 4;

    /** Likenesses that count where a name is one part. */
    private static final Set<Likeness> ALONE = EnumSet.of(Likeness.SAME, Likeness.LOOK, Likeness.SLIP, Likeness.SOUND);

    /** No key has this sign. */
    private static final String NOBODY = "?";

    private final List<String> parts;
    private final String whole;
    private final String surname;
    private final List<List<String>> hyphened;

    /** With a surname as one word that is written with spaces; null where there is none. */
    private final PersonName closed;

    private PersonName(List<String> words, String surname, List<List<String>> hyphened, PersonName closed) {
        this.closed = closed == null || closed.parts.size() < 2 ? null : closed;
        this.hyphened = hyphened;
        this.parts = words.stream().distinct().limit(MOST_PARTS).toList();
        this.whole = String.join("", words);
        this.surname = surname;
    }

    /** @param words folded, in the order they were typed in */
    public static PersonName ofParts(List<String> words) {
        return new PersonName(words, words.isEmpty() ? "" : words.get(words.size() - 1), List.of(), null);
    }

    /** @param text as typed; null and what holds no letter is a name without parts, which is nobody's */
    public static PersonName of(String text) {
        return of(text, text);
    }

    /** @param spare the same without what else was typed */
    public static PersonName of(String text, String spare) {
        String cased = Letters.cased(text, LONGEST);
        String closed = Prefixes.closed(spare, LONGEST);
        return read(cased, closed.equals(cased) ? null : read(closed, null));
    }

    private static PersonName read(String text, PersonName closed) {
        String cased = WordSpans.withoutBrackets(text);
        String folded = Letters.lower(cased);
        WordSpans spans = new WordSpans(cased, folded);
        List<String> parts = Titles.without(spans, spans.words().size());
        int comma = folded.indexOf(',');
        List<String> before = comma < 0 ? List.of() : Titles.without(spans, WordSpans.words(folded.substring(0, comma)).size());
        List<String> named = before.isEmpty() ? parts : before;
        return new PersonName(parts, named.isEmpty() ? "" : named.get(named.size() - 1),
                Stream.of(folded.split(" ")).filter(token -> token.indexOf('-') > 0).map(WordSpans::words).toList(), closed);
    }

    /** Without a title that may be a name itself where one part is left, {@code DS Evans}, unless it is known for a first name. */
    public PersonName untitled() {
        List<String> left = IntStream.range(0, parts.size()).filter(i -> ShortForms.isKnown(parts.get(i))
                || (i == 0 ? !Titles.isPerhaps(parts.get(i)) : Titles.mayEndName(parts.get(i)))).mapToObj(parts::get).toList();
        return left.size() == 1 && parts.size() > 1 ? ofParts(left) : this;
    }

    /** With surnames as one word that are written with spaces: itself where it has none. */
    public PersonName closed() {
        return closed == null ? this : closed;
    }

    /** In the order they were typed in, each once. */
    public List<String> parts() {
        return parts;
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The same for every spelling of a name; empty for nobody's. */
    public String key() {
        return parts.stream().sorted().collect(Collectors.joining(" "));
    }

    /**
     * For a search with {@code like} in keys: whoever has all these parts, or more. Nobody where there is none, or where signs
     * were typed that no name has and that stand for others there.
     */
    public static String pattern(String typed) {
        PersonName name = of(typed);
        boolean wild = typed != null && (typed.indexOf('%') >= 0 || typed.indexOf('_') >= 0);
        return wild || name.isEmpty() ? NOBODY : "%" + name.key().replace(' ', '%') + "%";
    }

    /** Whether a search for that text would be one for this name: it holds a part of it, one near it, or begins or ends one. */
    public boolean isSoughtBy(String text) {
        return WordSpans.words(Letters.fold(text, LONGEST)).stream().filter(word -> word.length() > 2 || word.length() == 2 && parts.contains(word))
                .anyMatch(word -> parts.stream().anyMatch(part -> part.contains(word) || Likeness.of(part, word).compareTo(Likeness.SOUND) < 0));
    }

    /** The last part, or the one before a comma; empty for nobody's. */
    public String surname() {
        return surname;
    }

    /** Those that people of its family may have, three of them: as it stands, written as one word, and without what that begins with. */
    public List<String> surnames() {
        return List.of(surname, closed().surname, Prefixes.without(surname));
    }

    /** The letters without what divides them, beginning at each part: {@code smithjones}, {@code jonessmith}. */
    public Set<String> joined() {
        return IntStream.range(0, parts.size()).mapToObj(first -> String.join("", parts.subList(first, parts.size()))
                + String.join("", parts.subList(0, first))).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it is the same name, however it is written. */
    public boolean isSame(PersonName other) {
        return !isEmpty() && !other.isEmpty() && (key().equals(other.key()) || joined().contains(other.whole)
                || other.joined().contains(whole));
    }

    /** Whether it could be the same person: each part of one has its like in the other, and one of them more than an initial. */
    public boolean isNear(PersonName other) {
        return isNear(other, Likeness::of) || isOnePartOf(other) || closed().isNear(other.closed(), Likeness::of);
    }

    /** Whether all of it is one part of the other: {@code O Brien} of {@code Nora O'Brien}. */
    public boolean isOnePartOf(PersonName other) {
        return parts.size() > 1 && whole.length() >= SHORTEST_WHOLE && other.parts.size() > 1 && other.parts.contains(whole);
    }

    /** The same by another measure. */
    public boolean isNear(PersonName other, BiFunction<String, String, Likeness> measure) {
        if (parts.size() < 2 || other.parts.size() < 2) {
            return parts.stream().anyMatch(one -> other.parts.stream()
                    .anyMatch(two -> isAlone(parts.size() == 1 ? one : two, measure.apply(one, two))));
        }
        List<Likeness> likes = likes(other, measure);
        if (parts.size() - other.parts.size() > MORE_WITH_INITIALS) {
            likes.removeIf(Likeness.INITIAL::equals);
        }
        return likes.size() >= 2 && likes.size() >= Math.min(parts.size(), other.parts.size())
                && likes.stream().anyMatch(like -> like.compareTo(Likeness.INITIAL) < 0);
    }

    /** Of two letters it is a name, but like none. */
    private static boolean isAlone(String part, Likeness like) {
        return part.length() >= SHORTEST_LIKE ? ALONE.contains(like) : part.length() > 1 && like == Likeness.SAME;
    }

    /** How the parts of both are paired, each with one of the other, the most alike first. */
    private List<Likeness> likes(PersonName other, BiFunction<String, String, Likeness> measure) {
        List<Pair> pairs = parts.stream().flatMap(one -> other.parts.stream().map(two -> new Pair(one, two, measure.apply(one, two))))
                .filter(pair -> pair.like() != Likeness.NONE).sorted(Comparator.comparing(Pair::like)).toList();
        Set<String> mine = new HashSet<>();
        Set<String> theirs = new HashSet<>();
        List<Likeness> found = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!mine.contains(pair.one()) && !theirs.contains(pair.other())) {
                mine.add(pair.one());
                theirs.add(pair.other());
                found.add(pair.like());
            }
        }
        return found;
    }

    private record Pair(String one, String other, Likeness like) {
    }

    /** Whether two of its parts are one with a hyphen between, which whole families have. */
    public boolean isHyphened(String one, String other) {
        return hyphened.stream().anyMatch(both -> both.contains(one) && both.contains(other));
    }

    /** Whether all its parts are in the other, which has more. */
    public boolean isPartOf(PersonName other) {
        return other.parts.size() > parts.size() && other.parts.containsAll(parts);
    }

    /**
     * Whether words of a text name it: its parts stand there in any order, with at most so many other words between them. A
     * name of a single part is a word like others there.
     */
    public boolean isIn(WordPlaces words, int between) {
        return parts.size() > 1 && words.within(parts, parts.size() + between);
    }

    /** Whether a text holds it without its spaces, as one word. */
    public boolean isWordOf(Predicate<String> words) {
        boolean shorter = whole.length() == SHORTEST_JOINED - 1 && !FirstNames.isOne(whole) && words.test(whole);
        return parts.size() > 1 && (shorter || joined().stream().anyMatch(all -> all.length() >= SHORTEST_JOINED && words.test(all)));
    }

    /** What it is found by in rows of its own: its parts, what is left of them without vowels, and all of it joined. */
    public Stream<String> forms() {
        return Stream.of(parts.stream(), stems(parts.stream()), joined().stream(), sounds(parts.stream()),
                closed == null ? Stream.<String>of() : closed.forms()).flatMap(all -> all);
    }

    /** What a search by it looks for: its own forms, and other short or long ones of its parts. */
    public Stream<String> wanted() {
        return Stream.of(parts.stream().flatMap(ShortForms::of), parts.stream().flatMap(Likeness::looks), stems(parts.stream()), Stream.of(whole),
                        parts.stream().flatMap(PersonName::heard))
                .flatMap(all -> all).filter(form -> !form.isEmpty());
    }

    private static Stream<String> stems(Stream<String> parts) {
        return parts.map(Likeness::stem).filter(stem -> stem.length() > 2).map(STEM::concat);
    }

    /** What is found of words by their sound alone. */
    public static Stream<String> sounds(Stream<String> words) {
        return words.map(Sounds::key).filter(key -> key.length() > 1).map(SOUND::concat);
    }

    /** By what sounds a word that was heard and written down may be found: a soft g is a j, a gh may be a g. */
    public static Stream<String> heard(String word) {
        if (word.length() < 3) {
            return Stream.of();
        }
        boolean soft = word.charAt(0) == 'g' && "eiy".indexOf(word.charAt(1)) >= 0;
        String other = word.charAt(0) == 'j' ? "g" + word.substring(1) : soft ? "j" + word.substring(1) : word.replace("gh", "g");
        return sounds(Stream.of(word, other).distinct());
    }

    /** What a mail address is compared by: folded, without a tag ({@code jo+x@…}); empty where the text holds none. */
    public static String address(String text) {
        return addresses(Letters.fold(text, LONGEST + WordSpans.LONGEST_PART + WordSpans.LONGEST_PART)).findFirst().orElse("");
    }

    /** The addresses in folded text, as they are compared. */
    public static Stream<String> addresses(String folded) {
        return IntStream.range(0, folded.length()).filter(i -> folded.charAt(i) == '@').mapToObj(at -> address(folded, at))
                .filter(address -> !address.startsWith("@") && !address.endsWith("@"));
    }

    private static String address(String folded, int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST && isOfAddress(folded.charAt(from - 1))) {
            from--;
        }
        int to = at + 1;
        while (to < folded.length() && to - at < LONGEST && isOfAddress(folded.charAt(to))) {
            to++;
        }
        String local = folded.substring(from, at);
        int tag = local.indexOf('+');
        return (tag > 0 ? local.substring(0, tag) : local) + "@" + String.join(".", folded.substring(at + 1, to).split("\\."));
    }

    private static boolean isOfAddress(char sign) {
        return Character.isLetterOrDigit(sign) || "._%+-".indexOf(sign) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName name && key().equals(name.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
