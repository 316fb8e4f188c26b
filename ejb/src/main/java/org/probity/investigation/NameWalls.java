package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Namesakes;
import org.probity.identity.Namesakes.Namesake;
import org.probity.identity.Permitted;
import org.probity.identity.Person;
import org.probity.identity.Wall;
import org.probity.identity.Walls;

/**
 * Takes cases out of the sight of members whom a name in them means, or may mean, in the transaction in which the name comes
 * in. A name is compared as {@link PersonName} does it; who is only like somebody in the case stays outside until another
 * officer or a lead decides that they are not ({@link Recusals#clear}).
 */
@Stateless
@Guarded
public class NameWalls {

    /** Counted up when names are compared by other rules: every case is looked through once by the newest. */
    private static final int RULES = 3;

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
        accounts(meant, Namesake::certain).stream()
                .filter(account -> !walls.isCleared(investigation.reference(), account, investigation.openedAt()))
                .forEach(account -> walls.raise(investigation.reference(), account, Wall.NAMESAKE));
        walls.raiseNear(investigation.reference(), accounts(meant, one -> !one.certain()), investigation.openedAt());
        investigation.namesChecked(RULES);
        return !meant.isEmpty();
    }

    /** Whoever is named in what the reporter adds later. */
    @Permitted(Act.INTERNAL)
    public void raise(String reference, Note note) {
        walls.raiseNear(reference, accounts(namesakes.of(null, null, note.words()), one -> true), note.writtenAt());
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
        Predicate<Namesake> named = one -> one.certain() && party.kind().walled();
        accounts(meant, named).forEach(account -> walls.raise(party.reference(), account, party.kind().name().toLowerCase(Locale.ROOT)));
        if (person.accountId() == null || party.kind() == Party.Kind.COMPANION) {
            walls.raiseNear(party.reference(), accounts(meant, named.negate()), party.since());
        }
    }

    private static List<Long> accounts(List<Namesake> meant, Predicate<Namesake> which) {
        return meant.stream().filter(which).map(Namesake::accountId).toList();
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
        older.forEach(row -> check((Investigation) row[0], (Concern) row[1]));
        return older.size();
    }

    /** Everybody in the case is looked for again, by everything that came into it. */
    @Permitted(Act.INTERNAL)
    public void check(Investigation investigation) {
        entities.createQuery("select c from Concern c where c.reference = :reference", Concern.class)
                .setParameter("reference", investigation.reference()).getResultList().forEach(concern -> check(investigation, concern));
    }

    private void check(Investigation investigation, Concern concern) {
        raise(investigation, concern);
        entities.createQuery("select n from Note n where n.reference = :reference and n.author = REPORTER", Note.class)
                .setParameter("reference", investigation.reference()).getResultList().forEach(note -> raise(investigation.reference(), note));
        entities.createQuery("select x, p from Party x join Person p on p.id = x.personId where x.reference = :reference", Object[].class)
                .setParameter("reference", investigation.reference()).getResultList()
                .forEach(row -> raise((Party) row[0], (Person) row[1]));
    }
}
