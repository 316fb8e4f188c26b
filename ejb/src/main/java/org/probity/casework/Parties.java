package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.exclusion.NameWalls;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Party;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Person;

/** Who has to do with a case. Naming somebody takes the case out of their sight in the same transaction. */
@Stateless
@Guarded
public class Parties {

    /** Of one case. */
    public static final int MOST = 200;

    /** A party, as shown on the case page. */
    public record PartyLine(Long personId, String name, String jobTitle, String organisation, Party.Kind kind) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Team team;

    @Inject
    private People people;

    @Inject
    private NameWalls nameWalls;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws Refusal INVALID where the person or what they are is missing, NOT_FOUND where the case is out of sight, STATE where there are too many */
    @Permitted(Act.INVESTIGATE)
    public void add(@OfCase String reference, Long personId, Party.Kind kind) {
        Investigation investigation = investigations.running(reference);
        team.acts(investigation, Capacity.INVESTIGATED);
        new Checks().required("kind", kind).done();
        requireRoom(reference);
        name(investigation, people.known(personId), kind);
    }

    /** Names somebody who is not in the directory yet. @throws Refusal INVALID naming each field */
    @Permitted(Act.INVESTIGATE)
    public void addNew(@OfCase String reference, Directory.NewPerson person, Party.Kind kind) {
        Investigation investigation = investigations.running(reference);
        team.acts(investigation, Capacity.INVESTIGATED);
        new Checks().required("kind", kind).done();
        requireRoom(reference);
        name(investigation, people.described(person), kind);
    }

    private void requireRoom(String reference) {
        Quota.require(MOST, count(reference), "investigation.refused.manyParties");
    }

    /** Names the person in the case; naming twice as the same is naming once. */
    @Permitted(Act.INTERNAL)
    public void name(Investigation investigation, Person person, Party.Kind kind) {
        String reference = investigation.reference();
        Party party = find(reference, person, kind);
        if (party == null) {
            party = new Party(reference, person.id(), kind, clock.instant());
            entities.persist(party);
            audit.record("party.named", reference, "person", person.id(), null, Map.of("kind", kind.name()));
        }
        nameWalls.raise(party, person);
    }

    private Party find(String reference, Person person, Party.Kind kind) {
        return entities.createQuery("select p from Party p where p.reference = :reference and p.personId = :person and p.kind = :kind", Party.class)
                .setParameter("reference", reference).setParameter("person", person.id()).setParameter("kind", kind).setMaxResults(1)
                .getResultList().stream().findFirst().orElse(null);
    }

    /** Everybody named in the case. @param page counted from 0 */
    @Permitted(Act.SEE_INVESTIGATION)
    public Page<PartyLine> list(@OfCase String reference, int page, int size) {
        investigations.visible(reference);
        TypedQuery<PartyLine> named = entities.createQuery("select new org.probity.casework.Parties$PartyLine(p.id, p.name, p.jobTitle, "
                + "o.name, x.kind) from Party x join Person p on p.id = x.personId "
                + "left join Organisation o on o.id = p.organisationId where x.reference = :reference order by x.id", PartyLine.class)
                .setParameter("reference", reference);
        return Page.read(named, count(reference), page, size);
    }

    private TypedQuery<Long> count(String reference) {
        return entities.createQuery("select count(p) from Party p where p.reference = :reference", Long.class).setParameter("reference", reference);
    }
}
