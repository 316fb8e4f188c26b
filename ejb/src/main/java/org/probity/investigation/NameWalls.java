package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.MemberJoined;
import org.probity.identity.Namesakes;
import org.probity.identity.Namesakes.Namesake;
import org.probity.identity.Permitted;
import org.probity.identity.Person;
import org.probity.identity.PersonName;
import org.probity.identity.Wall;
import org.probity.identity.Walls;
import org.probity.kernel.Like;

/**
 * Takes cases out of the sight of members whom a name in them means, or may mean, in the transaction in which the name comes
 * in. A name is compared as {@link PersonName} does it; who is only like somebody in the case stays outside until another
 * officer or a lead decides that they are not ({@link Recusals#clear}).
 */
@Stateless
@Guarded
public class NameWalls {

    /** Counted up when names are compared by other rules: every case is looked through once by the newest. */
    private static final int RULES = 1;

    /** Shorter parts of a name are in too many others to look for older cases by them. */
    private static final int SHORTEST = 3;

    private static final String WORDS = " lower(concat(c.what, ' ', coalesce(c.howNoticed, ''), ' ', coalesce(c.address, ''), ' ', "
            + "coalesce(c.subjectOrganisation, ''))) ";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Namesakes namesakes;

    @Inject
    private Walls walls;

    /** Whoever the concern means, or may mean. @return whether there is anybody */
    @Permitted(Act.INTERNAL)
    public boolean raise(Investigation investigation, Concern concern) {
        List<Namesake> meant = namesakes.of(concern.subjectName(), null, concern.words());
        for (Namesake one : meant) {
            if (!one.certain()) {
                walls.raiseNear(investigation.reference(), one.accountId(), investigation.openedAt());
            } else if (!walls.isCleared(investigation.reference(), one.accountId(), investigation.openedAt())) {
                walls.raise(investigation.reference(), one.accountId(), Wall.NAMESAKE);
            }
        }
        investigation.namesChecked(RULES);
        return !meant.isEmpty();
    }

    /** Whoever is named in what the reporter adds later. */
    @Permitted(Act.INTERNAL)
    public void raise(String reference, Note note) {
        namesakes.of(null, null, note.words()).forEach(one -> walls.raiseNear(reference, one.accountId(), note.writtenAt()));
    }

    /**
     * Whoever that party is, or may be. A person with an account is nobody else; one described anew may be a member all the
     * same, by address, by name or by one that is near. So whoever may be somebody in the case, in whatever part, is outside
     * before they could be asked whether that is a conflict of interest. Only a member known as its reporter stays in.
     */
    @Permitted(Act.INTERNAL)
    public void raise(Party party, Person person) {
        List<Namesake> meant = person.accountId() != null ? List.of(new Namesake(person.accountId(), true))
                : namesakes.of(person.name(), person.email(), null);
        for (Namesake one : meant) {
            if (one.certain() && party.kind().walled()) {
                walls.raise(party.reference(), one.accountId(), party.kind().name().toLowerCase(Locale.ROOT));
            } else if (person.accountId() == null || party.kind() == Party.Kind.COMPANION) {
                walls.raiseNear(party.reference(), one.accountId(), party.since());
            }
        }
    }

    /** Somebody became a member: cases that name them, or somebody whose name is like theirs, are hidden from them at once. */
    @Permitted(Act.INTERNAL)
    public void hideFrom(@Observes MemberJoined joined) {
        List<String> parts = PersonName.of(joined.name()).parts().stream().filter(part -> part.length() >= SHORTEST).toList();
        bound(entities.createQuery("select x, p from Party x join Person p on p.id = x.personId where p.accountId = :account "
                + "or p.accountId is null and (lower(p.email) = :email" + contains("p.nameKey", parts) + ")", Object[].class), parts)
                .setParameter("account", joined.accountId()).setParameter("email", lower(joined.email())).getResultList()
                .forEach(row -> raise((Party) row[0], (Person) row[1]));
        bound(entities.createQuery("select i, c from Investigation i join Concern c on c.reference = i.reference where "
                + "lower(c.subjectName) = :email or" + Like.in(WORDS, "address") + " or" + Like.in(WORDS, "longest") + contains("i.subjectKey", parts),
                Object[].class), parts).setParameter("email", lower(joined.email()))
                .setParameter("address", Like.holding("email", lower(joined.email()))).setParameter("longest", longest(parts))
                .getResultList().forEach(row -> raise((Investigation) row[0], (Concern) row[1]));
    }

    /** The part of a name that is in the fewest texts; whether the others are there too is looked at one by one. */
    private static String longest(List<String> parts) {
        return parts.stream().max(Comparator.comparing(String::length)).map(part -> Like.holding("name", part)).orElse("");
    }

    private static String contains(String expression, List<String> parts) {
        return IntStream.range(0, parts.size()).mapToObj(i -> " or " + Like.in(expression, "part" + i)).collect(Collectors.joining());
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query, List<String> parts) {
        IntStream.range(0, parts.size()).forEach(i -> query.setParameter("part" + i, Like.holding("name", parts.get(i))));
        return query;
    }

    private static String lower(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Cases from before names were compared as they are now: everybody in them is looked for again.
     *
     * @return how many there were, {@code most} at most
     */
    @Permitted(Act.CLOCKWORK)
    public int checkOlder(int most) {
        List<Object[]> older = entities.createQuery("select i, c from Investigation i join Concern c on c.reference = i.reference where "
                + "i.namesChecked is null or i.namesChecked < :rules order by i.id", Object[].class)
                .setParameter("rules", RULES).setMaxResults(most).getResultList();
        older.forEach(row -> checkOlder((Investigation) row[0], (Concern) row[1]));
        return older.size();
    }

    private void checkOlder(Investigation investigation, Concern concern) {
        raise(investigation, concern);
        entities.createQuery("select n from Note n where n.reference = :reference and n.author = REPORTER", Note.class)
                .setParameter("reference", investigation.reference()).getResultList().forEach(note -> raise(investigation.reference(), note));
        entities.createQuery("select x, p from Party x join Person p on p.id = x.personId where x.reference = :reference", Object[].class)
                .setParameter("reference", investigation.reference()).getResultList()
                .forEach(row -> raise((Party) row[0], (Person) row[1]));
    }
}
