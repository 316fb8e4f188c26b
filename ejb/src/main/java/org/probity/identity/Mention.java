package org.probity.identity;

import java.util.Collection;
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

    /** A member of whom something was found. @param forms of theirs that are among the wanted */
    record Candidate(Long accountId, PersonName name, Set<Role> roles, Set<String> forms) {

        /** Sees no case but their own, so that a name they share with many hides nothing from them. */
        boolean isElsewhere() {
            return roles.equals(Set.of(Role.EMPLOYEE));
        }
    }

    Mention(String typed, String email, String text) {
        plain = new Reading(typed, email, text);
        others = Stream.concat(Disguises.of(typed, PersonName.LONGEST).stream().map(way -> new Reading(way.text(), null, null, way.heard())),
                Disguises.of(text, LONGEST).stream().map(way -> new Reading(null, null, way.text(), way.heard()))).toList();
    }

    /** What to look for in {@link MemberName}. */
    Set<String> wanted() {
        return Stream.concat(Stream.of(plain), others.stream()).map(Reading::wanted).flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of them who are meant, or may be: who is found in a disguise alone is never certain. */
    List<Namesake> meant(List<Candidate> candidates) {
        Map<Long, Namesake> found = new LinkedHashMap<>();
        plain.meant(candidates).forEach(one -> found.put(one.accountId(), one));
        others.stream().flatMap(way -> way.meant(candidates).stream())
                .forEach(one -> found.putIfAbsent(one.accountId(), new Namesake(one.accountId(), false)));
        return List.copyOf(found.values());
    }
}
