package org.probity.identity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.identity.Namesakes.Namesake;

/** Words that may mean members: somebody's name and address, and a text beside them, read as they stand and as they may be disguised. */
final class Mention {

    /** Characters of a text that are read: all that a concern can hold. */
    static final int LONGEST = 8000;

    private final Reading plain;
    private final List<Reading> others;
    private final LikenessIndex index;

    /** A member of whom something was found. @param forms of theirs that are among the wanted */
    record Candidate(Long accountId, PersonName name, Set<?> roles, Set<String> forms) {

        /** Sees no case but their own, so that a name they share with many hides nothing from them. */
        boolean isElsewhere() {
            return roles.equals(Set.of(Role.EMPLOYEE));
        }
    }

    Mention(String typed, String email, String text) {
        this(typed, email, text, LikenessIndex.MOST);
    }

    /** @param most comparisons that are made */
    Mention(String typed, String email, String text, long most) {
        plain = new Reading(typed, email, text);
        others = Stream.concat(Disguises.of(typed, PersonName.LONGEST).stream().map(way -> new Reading(way.text(), null, null, way.heard())),
                Disguises.of(text, LONGEST).stream().map(way -> new Reading(null, null, way.text(), way.heard()))).toList();
        index = new LikenessIndex(readings().flatMap(Reading::compared).toList(),
                others.stream().filter(Reading::isHeard).flatMap(way -> Stream.concat(way.words().stream(), way.name().parts().stream())).toList(), most);
    }

    private Stream<Reading> readings() {
        return Stream.concat(Stream.of(plain), others.stream());
    }

    /** What to look for in {@link MemberName}. */
    Set<String> wanted() {
        return Stream.concat(readings().flatMap(Reading::wanted), index.sounds().stream().map(MemberName.SOUND::concat)
                .map(MemberName::cut)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Those of them who are meant, or may be: who is found in a disguise alone is never certain. Words that were made to be
     * compared without end may mean everybody of whom something was found.
     */
    List<Namesake> meant(List<Candidate> candidates) {
        Map<Long, Namesake> found = new LinkedHashMap<>();
        meant(plain, candidates).forEach(one -> found.put(one.accountId(), one));
        others.stream().takeWhile(way -> !index.isExhausted()).flatMap(way -> meant(way, candidates).stream())
                .forEach(one -> found.putIfAbsent(one.accountId(), new Namesake(one.accountId(), false)));
        if (index.isExhausted()) {
            candidates.forEach(one -> found.putIfAbsent(one.accountId(), new Namesake(one.accountId(), false)));
        }
        return List.copyOf(found.values());
    }

    private List<Namesake> meant(Reading way, List<Candidate> candidates) {
        index.compares(candidates.size());
        return new Comparison(way, index).meant(candidates);
    }
}
