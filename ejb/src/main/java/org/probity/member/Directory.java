package org.probity.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.Account;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Boards;

/** The board's people, by their number, and its parent organisations. Who may be chosen from is asked of {@code People}: it rests on cases. */
@Stateless
@Guarded
public class Directory {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Members members;

    @Inject
    private Boards boards;

    /**
     * Somebody not in the directory yet.
     *
     * @param profession a code of {@link Professions}, or null where it is not known
     * @param joinedOn since when they are with the organisation, or null
     */
    public record NewPerson(String name, String email, String jobTitle, String profession, Long organisationId, Language language,
            LocalDate joinedOn) {
    }

    /**
     * An entry of somebody, who answers in the portal where a member has that name and that address: whether there is another
     * entry of theirs makes no difference to what they may do.
     *
     * @throws Refusal INVALID naming each field that is missing or wrong
     */
    @Permitted(Act.INTERNAL)
    public Person add(NewPerson person) {
        boolean reachable = person.email() != null && !person.email().isBlank();
        boolean known = person.profession() == null || Professions.isOne(boards.board().country(), person.profession());
        Checks checks = new Checks().name("name", person.name()).max("jobTitle", person.jobTitle(), 200)
                .day("joinedOn", person.joinedOn())
                .that(known, "profession", "identity.refused.profession");
        (reachable ? checks.email("email", person.email()) : checks).done();
        if (person.organisationId() != null) {
            organisation(person.organisationId());
        }
        Person kept = new Person(person.name().strip(), person.email(), person.jobTitle(), person.organisationId(), null,
                person.language() == null ? Language.EN : person.language());
        kept.practises(person.profession());
        members.at(person.email()).stream().filter(kept::isCertainly).findFirst().ifPresent(member -> kept.signsInAs(entities.find(Account.class, member.accountId())));
        kept.joined(person.joinedOn());
        entities.persist(kept);
        return kept;
    }

    /**
     * Somebody in a case that is at hand already; no id from outside comes here.
     *
     * @throws Refusal INVALID on {@code subjectId} where nobody has that id
     */
    @Permitted(Act.INTERNAL)
    public Person person(Long id) {
        Person person = id == null ? null : entities.find(Person.class, id);
        if (person == null) {
            throw Refusal.invalid("subjectId", "identity.refused.unknownPerson");
        }
        return person;
    }

    /** Whether a letter in the portal comes to them: mail tells them of it, and as a member they can open it. */
    @Permitted(Act.INTERNAL)
    public boolean reaches(Person person) {
        return person.email() != null && !person.email().isBlank() && members.has(person.accountId());
    }

    /** Whether they can sign in here: as a member they can. */
    @Permitted(Act.INTERNAL)
    public boolean signsIn(Person person) {
        return members.has(person.accountId());
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
