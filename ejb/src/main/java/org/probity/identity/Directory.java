package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Like;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/** The board's people and parent organisations. */
@Stateless
@Guarded
public class Directory {

    private static final int SHOWN = 50;

    @PersistenceContext
    private EntityManager entities;

    /** Somebody not in the directory yet. */
    public record NewPerson(String name, String email, String jobTitle, Long organisationId, Language language) {
    }

    /** A choice in a list. */
    public record PersonLine(Long id, String name, String jobTitle, String organisation, boolean hasPortal) {
    }

    /**
     * People whose name contains the text, by name, at most 50. Callers do not find themselves, nor anybody without an account
     * who may be them: nobody names themself, and an entry that somebody made to name them would tell them of a case they may
     * not see.
     *
     * @throws Refusal INVALID on {@code q} where the text is too long
     */
    @Permitted(Act.SEE_DIRECTORY)
    public List<PersonLine> people(String text) {
        Long me = CurrentCaller.get().accountOrNobody();
        List<Member> self = self();
        TypedQuery<Object[]> found = entities.createQuery("select p, o.name from Person p left join Organisation o on o.id = p.organisationId "
                + "where (lower(p.name) like :text escape '!' or p.nameKey like :key escape '!') and (p.accountId is null or p.accountId <> :me) order by p.name, p.id", Object[].class)
                .setParameter("text", Like.holding("q", text).toLowerCase(Locale.ROOT))
                .setParameter("key", PersonName.pattern(text)).setParameter("me", me);
        return Page.first(SHOWN, found, row -> self.stream().noneMatch(((Person) row[0])::mayBe)).map(row -> line((Person) row[0], (String) row[1])).toList();
    }

    private List<Member> self() {
        return entities.createQuery("select m from Member m where m.accountId = :me", Member.class)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).getResultList();
    }

    private static PersonLine line(Person person, String organisation) {
        return new PersonLine(person.id(), person.name(), person.jobTitle(), organisation, person.accountId() != null);
    }

    /** @throws Refusal INVALID naming each field that is missing or wrong */
    @Permitted(Act.INTERNAL)
    public Person add(NewPerson person) {
        boolean reachable = person.email() != null && !person.email().isBlank();
        Checks checks = new Checks().name("name", person.name()).max("jobTitle", person.jobTitle(), 200);
        (reachable ? checks.email("email", person.email()) : checks).done();
        if (person.organisationId() != null) {
            organisation(person.organisationId());
        }
        Person kept = new Person(person.name().strip(), person.email(), person.jobTitle(), person.organisationId(), null,
                person.language() == null ? Language.EN : person.language());
        entities.persist(kept);
        return kept;
    }

    /** @throws Refusal INVALID on {@code subjectId} where nobody has that id */
    @Permitted(Act.INTERNAL)
    public Person person(Long id) {
        Person person = id == null ? null : entities.find(Person.class, id);
        if (person == null) {
            throw Refusal.invalid("subjectId", "identity.refused.unknownPerson");
        }
        return person;
    }

    /**
     * Somebody whom the caller may name. Entries that are the caller, or may be, are answered as {@link #people} finds them: like one
     * that does not exist.
     *
     * @throws Refusal INVALID on {@code subjectId} where nobody else has that id
     */
    @Permitted(Act.INTERNAL)
    public Person another(Long id) {
        Person person = person(id);
        if (person.isCaller() || self().stream().anyMatch(person::mayBe)) {
            throw Refusal.invalid("subjectId", "identity.refused.unknownPerson");
        }
        return person;
    }

    /** @throws Refusal INVALID on {@code organisationId} where no partner has that id */
    @Permitted(Act.INTERNAL)
    public Organisation organisation(Long id) {
        Organisation organisation = id == null ? null : entities.find(Organisation.class, id);
        if (organisation == null) {
            throw Refusal.invalid("organisationId", "identity.refused.unknownOrganisation");
        }
        return organisation;
    }

    /** The board's partners, by name. */
    @Permitted(Act.SEE_DIRECTORY)
    public List<Organisation> organisations() {
        return entities.createQuery("select o from Organisation o order by o.name", Organisation.class).getResultList();
    }
}
