package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.probity.audit.Audit;
import org.probity.identity.Act;
import org.probity.identity.Capacity;
import org.probity.identity.Directory;
import org.probity.identity.Guarded;
import org.probity.identity.MemberJoined;
import org.probity.identity.OfCase;
import org.probity.identity.Permitted;
import org.probity.identity.Person;
import org.probity.identity.Walls;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/** Who has to do with a case. Naming somebody takes the case out of their sight in the same transaction. */
@Stateless
@Guarded
public class Parties {

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
    private Directory directory;

    @Inject
    private Walls walls;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws Refusal INVALID where the person or what they are is missing, NOT_FOUND where the case is out of sight */
    @Permitted(Act.INVESTIGATE)
    public void add(@OfCase String reference, Long personId, Party.Kind kind) {
        Investigation investigation = investigations.running(reference);
        team.acts(investigation, Capacity.INVESTIGATED);
        new Checks().required("kind", kind).done();
        name(investigation, directory.person(personId), kind);
    }

    /** Names somebody who is not in the directory yet. @throws Refusal INVALID naming each field */
    @Permitted(Act.INVESTIGATE)
    public void addNew(@OfCase String reference, Directory.NewPerson person, Party.Kind kind) {
        Investigation investigation = investigations.running(reference);
        team.acts(investigation, Capacity.INVESTIGATED);
        new Checks().required("kind", kind).done();
        name(investigation, directory.add(person), kind);
    }

    /** Names the person in the case; naming twice as the same is naming once. */
    @Permitted(Act.INTERNAL)
    public void name(Investigation investigation, Person person, Party.Kind kind) {
        String reference = investigation.reference();
        if (!of(reference).stream().anyMatch(p -> p.personId().equals(person.id()) && p.kind() == kind)) {
            entities.persist(new Party(reference, person.id(), kind, clock.instant()));
            audit.record("party.named", reference, "person", person.id(), null, Map.of("kind", kind.name()));
        }
        if (kind.walled()) {
            accounts(person).forEach(account -> walls.raise(reference, account, kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Somebody described anew has no account in the directory, and may be a member all the same: by address or by name. */
    private List<Long> accounts(Person person) {
        return person.accountId() != null ? List.of(person.accountId())
                : entities.createQuery("select m.accountId from Member m where lower(m.name) = :name or lower(m.email) = :email",
                        Long.class).setParameter("name", lower(person.name())).setParameter("email", lower(person.email()))
                        .getResultList();
    }

    private static String lower(String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    /** Takes the case out of sight of every member who is called like somebody it names, until an officer knows better. */
    @Permitted(Act.INTERNAL)
    public int wallNamesakes(Investigation investigation) {
        if (investigation.subjectName() == null || investigation.subjectName().isBlank()) {
            return 0;
        }
        List<Long> namesakes = entities.createQuery("select m.accountId from Member m where lower(m.name) = :name", Long.class)
                .setParameter("name", lower(investigation.subjectName())).getResultList();
        namesakes.forEach(account -> walls.raise(investigation.reference(), account, "named"));
        return namesakes.size();
    }

    /** Somebody became a member: cases that name them, or somebody of their name or address, are hidden from them at once. */
    @Permitted(Act.INTERNAL)
    public void hideFrom(@Observes MemberJoined joined) {
        entities.createQuery("select x from Party x join Person p on p.id = x.personId where p.accountId = :account "
                + "or lower(p.email) = :email or lower(p.name) = :name", Party.class)
                .setParameter("account", joined.accountId()).setParameter("email", lower(joined.email()))
                .setParameter("name", lower(joined.name())).getResultStream().filter(party -> party.kind().walled())
                .forEach(party -> walls.raise(party.reference(), joined.accountId(), party.kind().name().toLowerCase(Locale.ROOT)));
        entities.createQuery("select i.reference from Investigation i where lower(i.subjectName) = :name", String.class)
                .setParameter("name", lower(joined.name())).getResultList()
                .forEach(reference -> walls.raise(reference, joined.accountId(), "named"));
    }

    /** Everybody named in the case. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<PartyLine> list(@OfCase String reference) {
        investigations.visible(reference);
        return entities.createQuery("select new org.probity.investigation.Parties$PartyLine(p.id, p.name, p.jobTitle, "
                + "o.name, x.kind) from Party x join Person p on p.id = x.personId "
                + "left join Organisation o on o.id = p.organisationId where x.reference = :reference order by x.id", PartyLine.class)
                .setParameter("reference", reference).getResultList();
    }

    private List<Party> of(String reference) {
        return entities.createQuery("select p from Party p where p.reference = :reference", Party.class)
                .setParameter("reference", reference).getResultList();
    }
}
