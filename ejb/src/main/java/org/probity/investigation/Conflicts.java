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
import java.util.stream.Stream;
import org.probity.audit.Audit;
import org.probity.identity.Act;
import org.probity.identity.Caller;
import org.probity.identity.CaseOpening;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.OfCase;
import org.probity.identity.Permitted;
import org.probity.identity.Person;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/**
 * Asks whoever works on a case and shares an organisation or a last name with somebody named in it whether that is a
 * conflict of interest. Until they have said why not, or stepped aside ({@link Recusals}), they cannot go on; somebody
 * named later is asked about later.
 */
@Stateless
@Guarded
public class Conflicts {

    private static final int WORDS = 1000;

    /** What the caller shares with somebody named in the case. */
    public enum Shared { ORGANISATION, NAME }

    /** Somebody named in the case, and what the caller shares with them. */
    public record Ground(Long personId, String name, Shared shared) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws ConflictToAnswer where the caller has something to answer first */
    @Permitted(Act.INTERNAL)
    public void ask(@Observes CaseOpening opening) {
        requireAnswer(opening.reference());
    }

    /** @throws ConflictToAnswer where the caller has something to answer first */
    @Permitted(Act.INTERNAL)
    public void requireAnswer(String reference) {
        if (!grounds(reference).isEmpty()) {
            throw new ConflictToAnswer(reference);
        }
    }

    /** What the caller has to answer; empty where nothing. @throws Refusal NOT_FOUND where they do not see the case */
    @Permitted(Act.DECLARE_CONFLICT)
    public List<Ground> open(@OfCase String reference) {
        requireCase(reference);
        return grounds(reference);
    }

    /**
     * None of it is a conflict. Where there is nothing to answer, nothing happens.
     *
     * @throws Refusal INVALID on {@code reasons}, NOT_FOUND where the case is out of sight
     */
    @Permitted(Act.DECLARE_CONFLICT)
    public void declareNone(@OfCase String reference, String reasons) {
        Long investigation = requireCase(reference);
        new Checks().text("reasons", reasons, WORDS).done();
        for (Ground ground : grounds(reference)) {
            entities.persist(new ConflictAnswer(reference, CurrentCaller.get().accountId(), ground.personId(), reasons.strip(),
                    clock.instant()));
            audit.record("conflict.denied", reference, "investigation", investigation, null,
                    Map.of("person", ground.name(), "shared", ground.shared().name(), "reasons", reasons));
        }
    }

    private Long requireCase(String reference) {
        return entities.createQuery("select i.id from Investigation i where i.reference = :reference", Long.class)
                .setParameter("reference", reference).getResultStream().findFirst().orElseThrow(Refusal::notFound);
    }

    private List<Ground> grounds(String reference) {
        Caller me = CurrentCaller.get();
        return me.memberId() == null ? List.of() : unanswered(reference).flatMap(person -> ground(me, person)).toList();
    }

    private Stream<Person> unanswered(String reference) {
        return entities.createQuery("select p from Person p where p.id in (select x.personId from Party x "
                + "where x.reference = :reference) and not exists (select 1 from ConflictAnswer a where a.reference = :reference and a.accountId = :me "
                + "and a.personId = p.id) order by p.id", Person.class)
                .setParameter("reference", reference).setParameter("me", CurrentCaller.get().accountOrNobody()).getResultStream();
    }

    private static Stream<Ground> ground(Caller me, Person person) {
        if (me.organisationId() != null && me.organisationId().equals(person.organisationId())) {
            return Stream.of(new Ground(person.id(), person.name(), Shared.ORGANISATION));
        }
        boolean namesake = lastName(me.name()).equals(lastName(person.name()));
        return namesake ? Stream.of(new Ground(person.id(), person.name(), Shared.NAME)) : Stream.of();
    }

    static String lastName(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.substring(plain.lastIndexOf(' ') + 1);
    }
}
