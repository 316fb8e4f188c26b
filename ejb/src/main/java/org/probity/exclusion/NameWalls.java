package org.probity.exclusion;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Guarded;
import org.probity.access.Origin;
import org.probity.access.Permitted;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.Party;
import org.probity.member.Namesakes;
import org.probity.member.Namesakes.Namesake;
import org.probity.member.Person;

/**
 * Takes cases out of the sight of members whom a name in them means, or may mean, in the transaction in which the name comes
 * in. A name is compared as {@link PersonName} does it; who is only like somebody in the case stays outside until another
 * officer or a lead decides that they are not ({@link Recusals#clear}).
 */
@Stateless
@Guarded
public class NameWalls {

    /** Counted up when names are compared by other rules: every case is looked through once by the newest. */
    public static final int RULES = 16;

    private static final String PARTIES = "select x.id, x.kind, x.since, p.accountId, p.name, p.email from Party x join Person p on p.id = x.personId "
            + "where x.reference = :reference and x.id > :last order by x.id";

    /** A party and what is known of the person. */
    private record Named(Party.Kind kind, Instant since, Long account, String name, String email) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Namesakes namesakes;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private SaidInCases said;

    /** Whoever the concern means, or may mean, whatever else there is in its case. @return whether there is anybody */
    @Permitted(Act.INTERNAL)
    public boolean raise(Investigation investigation, Concern concern) {
        List<Namesake> meant = namesakes.of(concern.subjectName(), null, concern.words());
        byItself(() -> raise(investigation, meant));
        return !meant.isEmpty();
    }

    private void raise(Investigation investigation, List<Namesake> meant) {
        accounts(meant, Namesake::certain).stream()
                .filter(account -> !caseExclusions.isCleared(investigation.reference(), account, investigation.openedAt()))
                .forEach(account -> caseExclusions.raise(investigation.reference(), account, CaseExclusion.NAMESAKE));
        caseExclusions.raiseNear(investigation.reference(), accounts(meant, one -> !one.certain()), investigation.openedAt());
    }

    /**
     * Whoever is named in what somebody says who does not work on the case: they name people in the words of a story, and nobody
     * says in which part. It is asked wherever such words are kept, and {@link SaidInCases} finds them again. What the desk
     * writes of itself is not looked through: whoever works on a case names people as parties, and speaks of colleagues in
     * reasons and findings for what those did in it.
     */
    @Permitted(Act.INTERNAL)
    public void raise(String reference, Said said) {
        Set<Long> named = new LinkedHashSet<>(named(said.words()));
        if (!named.isEmpty() && said.present() != null) {
            named.removeAll(named(said.present()));
        }
        named.remove(said.by());
        byItself(() -> caseExclusions.raiseNear(reference, named, said.at()));
    }

    /** What follows from words, such as that an officer leads the case no longer, is not kept as an act of whoever said them. */
    private static void byItself(Runnable raising) {
        CurrentCaller.run(Caller.system(), () -> CurrentOrigin.run(Origin.clockwork(), raising));
    }

    private List<Long> named(String words) {
        return accounts(namesakes.of(null, null, words), one -> true);
    }

    /**
     * Whoever that party is, or may be: by their account, by address, by name or by one that is near, since who has an account
     * may have another one too. So whoever may be somebody in the case, in whatever part, is outside before they could be asked
     * whether that is a conflict of interest. Only a member known as its reporter stays in, by the account by which they are.
     */
    @Permitted(Act.INTERNAL)
    public void raise(Party party, Person person) {
        raise(party.reference(), new Named(party.kind(), party.since(), person.accountId(), person.name(), person.email()));
    }

    private void raise(String reference, Named party) {
        List<Namesake> meant = namesakes.ofPerson(party.account, party.name, party.email);
        Predicate<Namesake> named = one -> one.certain() && party.kind.walled();
        accounts(meant, named).forEach(account -> caseExclusions.raise(reference, account, party.kind.name().toLowerCase(Locale.ROOT)));
        Predicate<Namesake> reporter = one -> party.kind == Party.Kind.REPORTER && one.accountId().equals(party.account);
        caseExclusions.raiseNear(reference, accounts(meant, named.or(reporter).negate()), party.since);
    }

    private static List<Long> accounts(List<Namesake> meant, Predicate<Namesake> which) {
        return meant.stream().filter(which).map(Namesake::accountId).toList();
    }

    /** The next case, after the one of that number, in which names were compared as they are not any more. */
    @Permitted(Act.CLOCKWORK)
    public Optional<Long> nextOlder(Long after) {
        return entities.createQuery("select i.id from Investigation i where i.id > :after and (i.namesChecked is null or i.namesChecked < :rules) "
                + "order by i.id", Long.class).setParameter("after", after).setParameter("rules", RULES).setMaxResults(1).getResultList()
                .stream().findFirst();
    }

    /** Everybody in that case is looked for again. What a case may hold is limited, so that there is time for one of them. */
    @Permitted(Act.CLOCKWORK)
    public void checkOlder(Long id) {
        check(entities.find(Investigation.class, id));
    }

    /** Everybody in the case is looked for again, by everything that came into it. */
    @Permitted(Act.INTERNAL)
    public void check(Investigation investigation) {
        entities.createQuery("select c from Concern c where c.reference = :reference", Concern.class)
                .setParameter("reference", investigation.reference()).getResultList().forEach(concern -> check(investigation, concern));
    }

    private void check(Investigation investigation, Concern concern) {
        investigation.namesChecked(RULES);
        investigation.foundAgain(concern);
        raise(investigation, concern);
        said.each(investigation.reference(), one -> raise(investigation.reference(), one));
        SaidInCases.each(entities.createQuery(PARTIES, Object[].class).setParameter("reference", investigation.reference()).setMaxResults(SaidInCases.PIECE),
                row -> raise(investigation.reference(), new Named((Party.Kind) row[1], (Instant) row[2], (Long) row[3], (String) row[4], (String) row[5])));
    }
}
