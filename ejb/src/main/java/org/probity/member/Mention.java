package org.probity.member;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Role;
import org.probity.kernel.Letters;
import org.probity.member.Namesakes.Namesake;
import org.probity.names.LoneNames;
import org.probity.names.NameField;
import org.probity.names.PersonName;
import org.probity.spelling.Capitals;
import org.probity.spelling.Disguises;
import org.probity.spelling.Disguises.Disguise;
import org.probity.spelling.FirstNames;
import org.probity.spelling.Likeness;
import org.probity.spelling.LikenessIndex;
import org.probity.spelling.Prefixes;
import org.probity.spelling.Spellings;

/** Words that may mean members: somebody's name and address, and a text beside them, read as they stand and as they may be disguised. */
public final class Mention {

    /** Characters of a text that are read: all that a concern can hold. */
    static final int LONGEST = 8000;

    /** One in so many readers of cases, and more than a few, have what tells nobody from another. */
    private static final int MANY = 4;

    private final Reading plain;
    private final List<Reading> others;

    /** Of single names among other words. */
    private final List<Reading> lone;

    /** Of those that are surnames alone. */
    private final List<Reading> surnames;

    private final NameField field;

    /** Whether the field holds no more than one name. */
    private final boolean oneName;
    private final Capitals capitals;
    private final LikenessIndex index;

    /**
     * A member of whom something was found.
     *
     * @param standing whether they have not left
     * @param forms of theirs that are among the wanted
     */
    public record Candidate(Long accountId, PersonName name, Set<?> roles, boolean standing, Set<String> forms) {

        /** The same with a surname as one word that is written with spaces. */
        Candidate closed() {
            return name.closed().equals(name) ? this : new Candidate(accountId, name.closed(), roles, standing, forms);
        }

        boolean hasSurnameLike(PersonName single) {
            return PersonName.ofParts(List.of(name.surname())).isNear(single);
        }

        /** Sees no case but their own, so that a name they share with many hides nothing from them. */
        boolean isElsewhere() {
            return roles.equals(Set.of(Role.EMPLOYEE));
        }

        /** Reads what is done in cases, so that whoever may be meant is not the one who is asked whether they are. */
        boolean readsCases() {
            return standing && Role.readCases(roles.stream().map(Role.class::cast).collect(Collectors.toSet()));
        }

        /** Whether they were found by something of their name, and not only since they read cases. */
        boolean isFoundByName() {
            return !forms.equals(Set.of(MemberName.READS));
        }

        /** A member now, whom it took two people to make what they are. */
        boolean isOfDesk() {
            return standing && roles.stream().map(Role.class::cast).anyMatch(Role::takesTwo);
        }
    }

    public Mention(String typed, String email, String text) {
        this(typed, email, text, LikenessIndex.MOST);
    }

    /** @param most comparisons that are made */
    public Mention(String typed, String email, String text, long most) {
        this(typed, email, text, new NameField(typed), most);
    }

    /** Of whoever has an account, whose name is one: nothing stands beside it. */
    static Mention ofAccount(String name, String email) {
        return new Mention(name, email, null, new NameField(null), LikenessIndex.MOST);
    }

    private Mention(String asTyped, String email, String text, NameField field, long most) {
        String typed = Spellings.withoutOwning(asTyped);
        this.field = field;
        plain = new Reading(typed, email, text);
        capitals = new Capitals(text, LONGEST);
        List<Disguise> names = Disguises.of(typed, PersonName.LONGEST);
        String closed = Prefixes.closed(typed, PersonName.LONGEST);
        others = Stream.of(closed(typed, text, closed), names.stream().map(way -> new Reading(way.text(), null, way.heard())),
                Disguises.of(text, LONGEST).stream().map(way -> new Reading(null, way.text(), way.heard()))).flatMap(ways -> ways).toList();
        lone = lone(typed, closed, names).toList();
        oneName = LoneNames.isOneName(typed);
        surnames = LoneNames.behindTitles(typed).distinct().map(name -> new Reading(name, null, false)).toList();
        index = new LikenessIndex(readings().flatMap(Reading::compared).toList(),
                others.stream().filter(Reading::isHeard).flatMap(way -> Stream.concat(way.words().stream(), way.name().parts().stream())).toList(), most);
    }

    /** As they stand, but for surnames that are written with spaces. */
    private static Stream<Reading> closed(String typed, String text, String closed) {
        String words = Prefixes.closed(text, LONGEST);
        boolean same = closed.equals(Letters.cased(typed, PersonName.LONGEST)) && words.equals(Letters.cased(text, LONGEST));
        return same ? Stream.of() : Stream.of(Reading.closed(closed, words));
    }

    /** Single names among the words of the field, other than the whole of it. */
    private Stream<Reading> lone(String typed, String closed, List<Disguise> names) {
        return Stream.concat(Stream.of(new Disguise(typed, false), new Disguise(closed, false)), names.stream())
                .flatMap(way -> LoneNames.of(way.text()).map(name -> new Disguise(name, way.heard()))).distinct()
                .map(way -> new Reading(way.text(), null, way.heard())).filter(way -> !way.name().parts().equals(plain.name().parts()));
    }

    private Stream<Reading> readings() {
        return Stream.of(Stream.of(plain), others.stream(), lone.stream(), surnames.stream()).flatMap(ways -> ways);
    }

    /** What to look for in {@link MemberName}. */
    Set<String> wanted() {
        return Stream.of(readings().flatMap(Reading::wanted), index.sounds().stream().map(PersonName.SOUND::concat).map(MemberName::cut),
                field.isEmpty() ? Stream.<String>of() : Stream.of(MemberName.READS)).flatMap(forms -> forms).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether somebody with these forms, of the wanted, is to be compared at all. */
    boolean mayBe(Set<String> forms) {
        return !field.isEmpty() && forms.contains(MemberName.READS)
                || forms.stream().anyMatch(form -> form.startsWith(PersonName.SOUND) && index.sounds().contains(form.substring(1)))
                || readings().anyMatch(way -> way.mayBe(forms, capitals));
    }

    /**
     * Those of them who are meant, or may be: who is found in a disguise alone is never certain. No single name is looked for
     * where the field is somebody's whole one and no more. Words that were made to be compared without end may mean everybody of whom something was found.
     */
    public List<Namesake> meant(List<Candidate> candidates) {
        Map<Long, Namesake> found = new LinkedHashMap<>();
        meant(plain, candidates).forEach(one -> found.merge(one.accountId(), one, (before, again) -> before.certain() ? before : again));
        boolean whole = oneName && candidates.stream().anyMatch(one -> one.isOfDesk() && one.name().equals(plain.name()));
        Stream.concat(ofOthers(candidates), whole ? Stream.of() : ofSingleNames(candidates))
                .forEach(one -> found.putIfAbsent(one.accountId(), new Namesake(one.accountId(), false)));
        if (index.isExhausted()) {
            candidates.stream().filter(Candidate::isFoundByName).forEach(one -> found.putIfAbsent(one.accountId(), new Namesake(one.accountId(), false)));
        }
        return List.copyOf(found.values());
    }

    private Stream<Namesake> ofOthers(List<Candidate> candidates) {
        return others.stream().takeWhile(way -> !index.isExhausted()).flatMap(way -> meant(way, candidates).stream());
    }

    private Stream<Namesake> ofSingleNames(List<Candidate> candidates) {
        Set<String> shared = shared(candidates.stream().filter(Candidate::readsCases).toList());
        return Stream.of(lone.stream().filter(way -> !shared.containsAll(way.name().parts())).takeWhile(way -> !index.isExhausted())
                        .flatMap(way -> meant(way, candidates).stream()),
                surnames.stream().flatMap(way -> meant(way, candidates.stream().filter(one -> one.hasSurnameLike(way.name())).toList()).stream()),
                ofField(candidates, shared)).flatMap(found -> found);
    }

    /** Who reads cases and has a part that the field holds, or a name that is near it. Nobody is meant by the whole name of another. */
    private Stream<Namesake> ofField(List<Candidate> candidates, Set<String> shared) {
        boolean whole = candidates.stream().anyMatch(one -> one.isOfDesk() && one.name().equals(plain.name()));
        return whole ? Stream.of() : candidates.stream()
                .filter(one -> one.readsCases() && (field.mayMean(one.name(), shared, index::of) || isNear(one)))
                .map(one -> new Namesake(one.accountId(), false));
    }

    /** {@code S. M. Eans}, by no part of which anybody is found; by its sound everybody is. */
    private boolean isNear(Candidate one) {
        return !one.isFoundByName() && Stream.concat(Stream.of(plain), others.stream()).anyMatch(way -> Stream.of(one, one.closed())
                .anyMatch(reader -> way.name().isNear(reader.name(), this::unheard)));
    }

    private Likeness unheard(String word, String part) {
        Likeness like = index.of(word, part);
        return like == Likeness.SOUND ? Likeness.NONE : like;
    }

    /** What many names of a board begin with and is no first name: the board's, say. It tells nobody from another. */
    private static Set<String> shared(List<Candidate> readers) {
        Map<String, Long> first = readers.stream().filter(one -> !one.name().isEmpty())
                .collect(Collectors.groupingBy(one -> one.name().parts().get(0), Collectors.counting()));
        first.values().removeIf(count -> count <= Comparison.NAMED_ALIKE || MANY * count < readers.size());
        first.keySet().removeIf(FirstNames::isOne);
        return first.keySet();
    }

    private List<Namesake> meant(Reading way, List<Candidate> candidates) {
        Comparison comparison = new Comparison(way, index, capitals);
        List<Candidate> compared = candidates.stream().filter(one -> one.isFoundByName() || way.name().parts().size() == 1).toList();
        List<Candidate> closed = compared.stream().map(Candidate::closed).toList();
        index.compares(compared.size());
        return closed.equals(compared) ? comparison.meant(compared)
                : Stream.concat(comparison.meant(compared).stream(), comparison.meant(closed).stream()).toList();
    }
}
