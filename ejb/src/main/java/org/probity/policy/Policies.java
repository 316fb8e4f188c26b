package org.probity.policy;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Refusal;

/** Looks up what was in force when, and who knew of it. */
@Stateless
@Guarded
public class Policies {

    /** Names a clause by its id, where two policies in force number one alike. */
    public static final String BY_ID = "id:";

    @PersistenceContext
    private EntityManager entities;

    /** Every policy in force on that day, the main one first. */
    @Permitted(Act.SEE_POLICY)
    public List<Policy> inForceOn(LocalDate day) {
        return entities.createQuery("select p from Policy p where p.inForceFrom <= :day "
                + "and (p.inForceUntil is null or p.inForceUntil >= :day) order by p.id", Policy.class)
                .setParameter("day", day).getResultList();
    }

    /** Those that come into force after that day, the next first. */
    @Permitted(Act.SEE_POLICY)
    public List<Policy> comingAfter(LocalDate day) {
        return entities.createQuery("select p from Policy p where p.inForceFrom > :day "
                + "and (p.inForceUntil is null or p.inForceUntil >= p.inForceFrom) order by p.inForceFrom, p.id", Policy.class)
                .setParameter("day", day).getResultList();
    }

    /** Those that no other follows yet, the newest first. */
    @Permitted(Act.ADMINISTER)
    public List<Policy> latest() {
        return entities.createQuery("select p from Policy p where not exists (select 1 from Policy next where next.followsId = p.id) "
                + "order by p.inForceFrom desc, p.id desc", Policy.class).getResultList();
    }

    /** All clauses in force on that day, in the order of their documents. */
    @Permitted(Act.SEE_POLICY)
    public List<Clause> clausesOn(LocalDate day) {
        return entities.createQuery("select c from Clause c join Policy p on p.id = c.policyId where p.inForceFrom <= :day "
                + "and (p.inForceUntil is null or p.inForceUntil >= :day) order by p.id, c.order", Clause.class)
                .setParameter("day", day).getResultList();
    }

    @Permitted(Act.SEE_POLICY)
    public List<Clause> clauses(Long policyId) {
        return entities.createQuery("select c from Clause c where c.policyId = :policy order by c.order", Clause.class)
                .setParameter("policy", policyId).getResultList();
    }

    /**
     * The clause of that number in force on that day.
     *
     * @param given its number, or {@link #BY_ID} and its id
     * @throws Refusal INVALID on {@code clauses} where there is none, or where it is the number of more than one
     */
    @Permitted(Act.SEE_POLICY)
    public Clause clause(String given, LocalDate day) {
        List<Clause> found = clausesOn(day).stream().filter(c -> c.number().equals(given) || (BY_ID + c.id()).equals(given)).toList();
        if (found.size() > 1) {
            throw Refusal.invalid("clauses", "policy.refused.twoClauses", given);
        }
        return found.stream().findFirst().orElseThrow(() -> Refusal.invalid("clauses", "policy.refused.unknownClause", given));
    }

    /** Of any version, whether it can be alleged today or not. */
    @Permitted(Act.INTERNAL)
    public Clause clause(Long id) {
        return entities.find(Clause.class, id);
    }

    /** Of any version. */
    @Permitted(Act.INTERNAL)
    public Policy policy(Long id) {
        return entities.find(Policy.class, id);
    }

    /**
     * What the person may be taken to have known of that version on the day of the post. What they acknowledged afterwards is
     * told as that.
     *
     * @param entries every entry of that person in the directory
     * @param postedOn null where nobody knows it
     * @param reported by which it was there, whenever it was posted
     */
    @Permitted(Act.INTERNAL)
    public Known known(Policy policy, Collection<Long> entries, LocalDate postedOn, LocalDate reported) {
        List<Known> said = new ArrayList<>();
        for (Policy version : upTo(policy)) {
            acknowledged(version.id(), entries)
                    .ifPresent(day -> said.add(new Known(kind(version, policy, day, postedOn, reported), version.policyVersion(), day)));
        }
        return said.stream().filter(known -> known.kind() != Known.Kind.AFTER).findFirst()
                .orElseGet(() -> said.stream().findFirst().orElse(Known.NOTHING));
    }

    private static Known.Kind kind(Policy version, Policy policy, LocalDate acknowledged, LocalDate postedOn, LocalDate reported) {
        if (acknowledged.isAfter(postedOn == null ? reported : postedOn)) {
            return Known.Kind.AFTER;
        }
        if (postedOn == null) {
            return Known.Kind.UNDATED;
        }
        return version.id().equals(policy.id()) ? Known.Kind.THIS : Known.Kind.OLDER;
    }

    /** The version itself and those before it, the newest first. */
    private List<Policy> upTo(Policy policy) {
        List<Policy> versions = new ArrayList<>();
        for (Policy one = policy; one != null && !versions.contains(one); one = one.followsId() == null ? null : policy(one.followsId())) {
            versions.add(one);
        }
        return versions;
    }

    private Optional<LocalDate> acknowledged(Long policyId, Collection<Long> entries) {
        return entities.createQuery("select a.day from Acknowledgement a where a.policyId = :policy "
                + "and a.personId in (:entries) order by a.day", LocalDate.class)
                .setParameter("policy", policyId).setParameter("entries", entries).setMaxResults(1)
                .getResultList().stream().findFirst();
    }
}
