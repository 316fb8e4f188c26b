package org.probity.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.spelling.LikenessIndex;
import org.probity.spelling.WordSpans;

/**
 * Names that accounts have elsewhere, as they stand in a text: {@code @a.evans_92}, {@code siansmith1}; initials before a name too.
 * All of them are looked at, so that no link and no handle before one hides it; whoever reads a text bounds the text.
 */
public final class Handles {

    private static final int SHORTEST = 5;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST = 40;

    private static final String INSIDE = "._";
    private static final String BEFORE = "@/";

    /** Parts of hosts: where all of one are these, nobody's name is in it. */
    private static final Set<String> HOSTS = words("www m mobile web l lm vm com org net co uk wales cymru gov sch ac be me tv gg gl io app t x "
            + "facebook fb instagram twitter tiktok youtube youtu snapchat linkedin reddit whatsapp telegram threads discord google goo pinterest tumblr "
            + "twitch vimeo bit ly");

    /** Words of the path to a post. */
    private static final Set<String> PATHS = words("groups group posts post photos photo videos video watch reel reels story stories status people "
            + "profile profiles users user pages page permalink comments comment share shared media events hashtag explore channel search index html php");

    private final List<List<String>> all;
    private final Set<String> parts;

    /** The letters of each of them, and of what stands before the sign of an address. */
    private final Set<String> joined;

    /** The parts one after another, to look for what one of them holds. */
    private final String runs;

    /** Handles of several parts, by each of them. */
    private final Map<String, List<PersonName>> names = new HashMap<>();

    /** @param folded as {@link org.probity.kernel.Letters} does it */
    public Handles(String folded) {
        all = tokens(folded).stream().map(Handles::parts).filter(parts -> !isOfLink(parts)).distinct().toList();
        parts = all.stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        runs = String.join(" ", parts);
        joined = Stream.concat(all.stream().map(handle -> String.join("", handle)), locals(folded)).collect(Collectors.toSet());
        all.stream().filter(handle -> handle.size() > 1).map(PersonName::ofParts)
                .forEach(name -> name.parts().forEach(part -> names.computeIfAbsent(part, none -> new ArrayList<>()).add(name)));
    }

    private static Stream<String> locals(String folded) {
        return PersonName.addresses(folded).map(address -> String.join("", parts(address.substring(0, address.indexOf('@')))));
    }

    /** What is compared with parts of names. */
    public Stream<String> parts() {
        return names.keySet().stream();
    }

    /** Runs of letters, digits and what stands between them in a handle, which have a sign of being one. */
    private static List<String> tokens(String folded) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && (Character.isLetterOrDigit(folded.charAt(i)) || INSIDE.indexOf(folded.charAt(i)) >= 0
                    || isAfterInitial(folded, from, i));
            if (!inside) {
                if (isHandle(folded, from, i)) {
                    tokens.add(folded.substring(from, Math.min(i, from + LONGEST)));
                }
                from = i + 1;
            }
        }
        return tokens;
    }

    /** The space of {@code S. Evans}. */
    private static boolean isAfterInitial(String text, int from, int at) {
        return at - from == 2 && text.charAt(at) == ' ' && text.charAt(at - 1) == '.' && Character.isLetter(text.charAt(from));
    }

    private static boolean isHandle(String text, int from, int to) {
        String token = text.substring(from, to);
        boolean letters = token.chars().filter(Character::isLetter).limit(SHORTEST_PART).count() == SHORTEST_PART;
        boolean led = from > 0 && BEFORE.indexOf(text.charAt(from - 1)) >= 0;
        return letters && (led || token.chars().anyMatch(Character::isDigit) || IntStream.range(1, token.length() - 1)
                .anyMatch(i -> INSIDE.indexOf(token.charAt(i)) >= 0));
    }

    private static boolean isOfLink(List<String> parts) {
        return HOSTS.containsAll(parts) || parts.size() == 1 && PATHS.contains(parts.get(0));
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    private static List<String> parts(String token) {
        String letters = token.chars().mapToObj(sign -> Character.isLetter(sign) ? Character.toString(sign) : " ").collect(Collectors.joining());
        return WordSpans.words(letters);
    }

    /** What to look for among the forms of members: the parts, and what they could be made of. */
    public Stream<String> wanted() {
        return Stream.concat(joined.stream(), parts.stream()).distinct().flatMap(part -> Stream.concat(Stream.of(part),
                part.length() < SHORTEST ? Stream.of() : IntStream.rangeClosed(SHORTEST_PART, part.length() - 1)
                        .mapToObj(length -> Stream.of(part.substring(0, length), part.substring(part.length() - length))).flatMap(ends -> ends)));
    }

    /** Whether one of them may be that name's. */
    public boolean mayBe(PersonName name, LikenessIndex index) {
        return !joined.isEmpty() && name.parts().size() > 1 && (name.joined().stream().anyMatch(joined::contains) || isNear(name, index)
                || isMadeOf(name.parts()));
    }

    private boolean isNear(PersonName name, LikenessIndex index) {
        return !names.isEmpty() && name.parts().stream().flatMap(part -> index.like(part).keySet().stream())
                .flatMap(word -> names.getOrDefault(word, List.of()).stream()).distinct().anyMatch(handle -> handle.isNear(name, index::of));
    }

    /** Whether one holds two parts of a name side by side, or is one of them and the initial of another. */
    private boolean isMadeOf(List<String> name) {
        return name.stream().anyMatch(one -> name.stream().anyMatch(other -> !one.equals(other)
                && (one.length() + other.length() >= PersonName.SHORTEST_JOINED && runs.contains(one + other)
                || one.length() > SHORTEST_PART && (isOne(one + other.charAt(0)) || isOne(other.charAt(0) + one)))));
    }

    private boolean isOne(String word) {
        return parts.contains(word) || joined.contains(word);
    }
}
