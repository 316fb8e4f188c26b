package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.investigation.Conflicts;
import org.probity.kernel.Like;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Person;
import org.probity.names.PersonName;

/**
 * Whom a caller may choose from when they name somebody in a case: who is in the directory whatever cases there are, and who
 * is named in a case that the caller sees and has no conflict of interest to answer about. Anybody else is there because of a
 * case that is hidden from them, and being listed would tell that they are in one.
 *
 * <p>Whoever describes such a person anew makes an entry of their own case: to take up the hidden one would show what it says,
 * and its number alone that it is older. Nothing is lost by two entries of one person. Walls compare names and addresses and
 * not entries; one account answers for all that bear its name and address; and earlier cases are looked for in all of them,
 * among those that the caller sees ({@link #entriesOf}).
 */
@Stateless
@Guarded
public class People {

    private static final int SHOWN = 50;

    /**
     * PostgreSQL answers a condition that compares with its outer query by equality alone from a table of all cases, made anew
     * for each list; the account in it keeps it to those of the people it shows.
     */
    private static final String MAY_BE_NAMED = " from Person p left join Organisation o on o.id = p.organisationId where "
            + "(p.accountId is null or p.accountId <> :me) and (p.inDirectory = true or exists (select 1 from Party x where x.personId = p.id "
            + "and (p.accountId is null or p.accountId <> :me) and" + CaseExclusions.inSight("x.reference")
            + "and not" + Conflicts.unanswered("x.reference") + ")) and ";

    private static final String BY_NAME = " order by p.board desc, p.name, p.id";

    /** A choice in a list. */
    public record PersonLine(Long id, String name, String jobTitle, String organisation, boolean hasPortal) {
    }

    /** Somebody found, with the name of their organisation. */
    public record Found(Person person, String organisation) {

        PersonLine line() {
            return new PersonLine(person.id(), person.name(), person.jobTitle(), organisation, person.accountId() != null);
        }
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Directory directory;

    /**
     * Those whose name contains the text, by name, at most 50. Callers do not find themselves, nor anybody who may be them, by
     * another account too: nobody names themself, and an entry that somebody made to name them would tell them of a case they may
     * not see.
     *
     * @param text empty or null for all
     * @throws Refusal INVALID on {@code q} where the text is too long
     */
    @Permitted(Act.SEE_PEOPLE)
    public List<PersonLine> list(String text) {
        List<Member> self = self();
        TypedQuery<Found> found = Conflicts.bound(entities.createQuery("select new org.probity.casework.People$Found(p, o.name)" + MAY_BE_NAMED
                + "(lower(p.name) like :text escape '!' or p.nameKey like :key escape '!')" + BY_NAME, Found.class))
                .setParameter("text", Like.holding("q", text).toLowerCase(Locale.ROOT)).setParameter("key", PersonName.pattern(text));
        return Page.first(SHOWN, found, one -> self.stream().noneMatch(one.person()::mayBe)).map(Found::line).toList();
    }

    /**
     * Somebody whom the caller may name. Everybody else is answered as {@link #list} has them: like one who does not exist.
     *
     * @throws Refusal INVALID on {@code subjectId} where nobody else in the caller's sight has that id
     */
    @Permitted(Act.INTERNAL)
    public Person known(Long id) {
        List<Member> self = self();
        return Conflicts.bound(entities.createQuery("select p" + MAY_BE_NAMED + "p.id = :id", Person.class)).setParameter("id", id)
                .getResultList().stream().filter(person -> self.stream().noneMatch(person::mayBe)).findFirst()
                .orElseThrow(() -> Refusal.invalid("subjectId", "identity.refused.unknownPerson"));
    }

    /**
     * The entry of somebody who is described: one in the caller's sight that says the same of the same name and address, else a
     * new one.
     *
     * @throws Refusal INVALID naming each field that is missing or wrong
     */
    @Permitted(Act.INTERNAL)
    public Person described(Directory.NewPerson given) {
        List<Member> self = self();
        return Conflicts.bound(entities.createQuery("select p" + MAY_BE_NAMED + "p.name = :name and p.email = :email" + BY_NAME, Person.class))
                .setParameter("name", given.name() == null ? null : given.name().strip()).setParameter("email", given.email())
                .getResultList().stream().filter(person -> isSame(person, given) && self.stream().noneMatch(person::mayBe)).findFirst()
                .orElseGet(() -> directory.add(given));
    }

    private static boolean isSame(Person person, Directory.NewPerson given) {
        return !given.email().isBlank() && Objects.equals(person.jobTitle(), given.jobTitle())
                && Objects.equals(person.profession(), given.profession())
                && Objects.equals(person.organisationId(), given.organisationId()) && person.language() == given.language()
                && (given.joinedOn() == null || given.joinedOn().equals(person.joinedOn()));
    }

    /** Whoever the caller is here, and was. */
    private List<Member> self() {
        return entities.createQuery("select m from Member m where m.accountId = :me", Member.class)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).getResultList();
    }

    /** Every entry of that person, by their account, or by the name and the address: a name alone may be a namesake's. */
    @Permitted(Act.INTERNAL)
    public List<Long> entriesOf(Person person) {
        return Stream.concat(Stream.of(person), entities.createQuery("select p from Person p where p.nameKey = :key", Person.class)
                .setParameter("key", person.nameKey()).getResultList().stream().filter(person::isEntryOfSame)).map(Person::id).distinct().toList();
    }
}
