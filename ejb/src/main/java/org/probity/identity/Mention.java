package org.probity.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.identity.Namesakes.Namesake;
import org.probity.kernel.Letters;

/** Words that may mean members: somebody's name and address, and a text beside them. */
final class Mention {

    /** Characters of a text that are read: all that a concern can hold. */
    static final int LONGEST = 8000;

    /** A single name is a hint where no more people at the desk have it; where more do, it means nobody. */
    private static final int NAMED_ALIKE = 3;

    private final PersonName name;
    private final List<String> words;

    /** Forms of the person's own address, of their name, and of what else the text holds. */
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> hints = new HashSet<>();

    /** A member of whom something was found. @param forms of theirs that are among the wanted */
    record Candidate(Long accountId, PersonName name, Set<Role> roles, Set<String> forms) {

        /** Sees no case but their own, so that a name they share with many hides nothing from them. */
        boolean isElsewhere() {
            return roles.equals(Set.of(Role.EMPLOYEE));
        }
    }

    Mention(String typed, String email, String text) {
        name = PersonName.of(typed);
        String folded = Letters.fold(Stream.of(typed, text).filter(Objects::nonNull).collect(Collectors.joining(" / ")), LONGEST);
        words = PersonName.words(folded);
        keep(addresses, Stream.of(PersonName.address(email), PersonName.address(typed)).filter(address -> !address.isEmpty())
                .map(MemberName.ADDRESS::concat));
        keep(names, name.wanted());
        keep(hints, PersonName.addresses(folded).map(MemberName.ADDRESS::concat));
        keep(hints, Stream.of(MemberName.squeezed(typed)).filter(form -> !form.isEmpty()).map(MemberName.ADDRESS::concat));
    }

    private static void keep(Set<String> forms, Stream<String> found) {
        found.map(MemberName::cut).forEach(forms::add);
    }

    /** What to look for in {@link MemberName}. */
    Set<String> wanted() {
        return Stream.of(addresses, names, hints, words).flatMap(Collection::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether somebody of whom these forms were found is worth another look: a word alone is hardly a name, unless it is long. */
    boolean mayMean(Set<String> forms) {
        return forms.size() > 1 || forms.stream().anyMatch(form -> form.length() >= PersonName.SHORTEST_JOINED || addresses.contains(form)
                || names.contains(form) || hints.contains(form));
    }

    /** Those of them who are meant, or may be. */
    List<Namesake> meant(List<Candidate> candidates) {
        List<Candidate> certain = candidates.stream().filter(this::isCertain).toList();
        boolean rare = candidates.stream().filter(one -> !one.isElsewhere() && isBySingleName(one)).count() <= NAMED_ALIKE;
        List<Candidate> near = candidates.stream().filter(one -> !certain.contains(one) && (isNamed(one) || name.isNear(one.name())
                && (!isBySingleName(one) || rare && !one.isElsewhere()))).toList();
        return Stream.concat(certain.stream().map(one -> new Namesake(one.accountId(), true)),
                near.stream().filter(one -> !isExplained(one, certain, near)).map(one -> new Namesake(one.accountId(), false))).toList();
    }

    private boolean isCertain(Candidate one) {
        return one.forms().stream().anyMatch(addresses::contains) || name.isSame(one.name());
    }

    private boolean isNamed(Candidate one) {
        return one.forms().stream().anyMatch(hints::contains) || one.name().isIn(words, 1) || one.name().isWordOf(words);
    }

    private boolean isBySingleName(Candidate one) {
        return (name.parts().size() == 1 || one.name().parts().size() == 1) && name.isNear(one.name());
    }

    /** Where somebody else bears the whole name, who has less of it or more is not meant by it, unless they are named beside them. */
    private boolean isExplained(Candidate one, List<Candidate> certain, List<Candidate> near) {
        boolean ownWords = one.forms().stream().anyMatch(hints::contains) || one.name().isIn(words, 0) || one.name().isWordOf(words);
        boolean longer = Stream.concat(certain.stream(), near.stream().filter(other -> other.name().isIn(words, 0)))
                .anyMatch(other -> one.name().isPartOf(other.name()));
        return !ownWords && (longer || !certain.isEmpty() && name.isPartOf(one.name()));
    }
}
