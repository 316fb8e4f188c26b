package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigation;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.member.Person;
import org.probity.policy.Known;
import org.probity.policy.Policies;
import org.probity.policy.Policy;
import org.probity.policy.PolicyBackdated;

/** What is alleged in a case, under which policy versions, and what was found about it. */
@Stateless
@Guarded
public class Allegations {

    /** A version that counts in a case. @param known what the subject may be taken to have known of it; null while nobody is named */
    public record Counting(Policy policy, Known known) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Policies policies;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** The versions of what is alleged; where nothing is yet, those in force on the day of the post. */
    @Permitted(Act.INTERNAL)
    public List<Counting> policies(Investigation investigation) {
        List<Counting> alleged = policies(investigation, clauses(investigation.id()));
        return alleged.isEmpty() ? counting(investigation, policies.inForceOn(investigation.policyDay())) : alleged;
    }

    /** The versions of these clauses of the case alone. */
    @Permitted(Act.INTERNAL)
    public List<Counting> policies(Investigation investigation, Collection<Long> clauseIds) {
        return clauseIds.isEmpty() ? List.of() : counting(investigation, entities.createQuery("select p from Policy p where exists ("
                + "select 1 from Clause c where c.policyId = p.id and c.id in (:clauses)) order by p.id", Policy.class)
                .setParameter("clauses", clauseIds).getResultList());
    }

    private List<Counting> counting(Investigation investigation, List<Policy> versions) {
        Person subject = investigation.subjectId() == null || versions.isEmpty() ? null : entities.find(Person.class, investigation.subjectId());
        List<Long> entries = subject == null ? List.of() : people.entriesOf(subject);
        return versions.stream().map(version -> new Counting(version,
                subject == null ? null : policies.known(version, entries, investigation.postedOn(), investigation.policyDay()))).toList();
    }

    private List<Long> clauses(Long investigationId) {
        return entities.createQuery("select a.clauseId from Allegation a where a.investigationId = :id", Long.class)
                .setParameter("id", investigationId).getResultList();
    }

    /** Findings were agreed to. @param results what was found, such as PROVEN, by the number of the allegation */
    @Permitted(Act.INTERNAL)
    public void found(Investigation investigation, Map<Long, String> results) {
        Instant now = clock.instant();
        entities.createQuery("select a from Allegation a where a.investigationId = :id", Allegation.class).setParameter("id", investigation.id())
                .getResultList().stream().filter(alleged -> results.containsKey(alleged.id()))
                .forEach(alleged -> alleged.found(results.get(alleged.id()), now));
    }

    /**
     * @throws Refusal STATE where anything is alleged under that version, whenever it was posted, and where a case is about one of those days,
     *         open or ended, whatever is alleged in it
     */
    @Permitted(Act.INTERNAL)
    public void refuse(@Observes PolicyBackdated ended) {
        if (isAboutADay(ended)) {
            throw Refusal.state("policy.refused.casesOfThoseDays");
        }
        if (!entities.createQuery("select a.id from Allegation a join Clause c on c.id = a.clauseId where c.policyId = :policy", Long.class)
                .setParameter("policy", ended.policyId()).setMaxResults(1).getResultList().isEmpty()) {
            throw Refusal.state("policy.refused.alleged");
        }
    }

    private boolean isAboutADay(PolicyBackdated changed) {
        return !entities.createQuery("select i.id from Investigation i where i.postedOn between :first and :last or i.postedOn is null "
                + "and i.openedAt >= :from and i.openedAt < :until", Long.class).setParameter("first", changed.first()).setParameter("last", changed.last())
                .setParameter("from", changed.first().atStartOfDay(Days.LONDON).toInstant())
                .setParameter("until", changed.last().plusDays(1).atStartOfDay(Days.LONDON).toInstant()).setMaxResults(1).getResultList().isEmpty();
    }
}
