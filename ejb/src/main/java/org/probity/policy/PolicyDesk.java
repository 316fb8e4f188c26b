package org.probity.policy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.kernel.Letters;
import org.probity.kernel.Refusal;

/** Publishes a board's policy. A published version is not changed: a new one follows it, and ends it. */
@Stateless
@Guarded
public class PolicyDesk {

    /** One clause to be published. */
    public record NewClause(String number, Clause.Kind kind, Clause.Strength strength, String text, String textCy) {
    }

    /**
     * A policy version to be published; {@code reviewOn} and {@code titleCy} may be null.
     *
     * @param follows the version that it takes the place of; null for a policy of its own, beside what is in force
     */
    public record NewPolicy(String title, String titleCy, String policyVersion, String source, LocalDate inForceFrom,
            LocalDate reviewOn, List<NewClause> clauses, Long follows) {
    }

    private static final int LONGEST_TITLE = 200;

    /** No policy has this number. */
    private static final long NONE = -1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    @Inject
    private Event<PolicyBackdated> backdated;

    @Inject
    private Clock clock;

    /**
     * Puts a version in force from its day on, and ends the one that it follows on the day before.
     *
     * @throws Refusal INVALID naming each field that is missing or too long, clause numbers given twice or that another policy has
     *         then, a version that is there, one that is followed already, a title that another has then which is not followed, and a day on
     *         which the one that is followed had not begun; STATE where it takes the place of another on days that are over, and cases rely on
     *         that one or are about those days
     */
    @Permitted(Act.ADMINISTER)
    public Long publish(NewPolicy given) {
        check(given);
        hold();
        new Checks().that(!isPublished(given), "policyVersion", "policy.refused.versionTwice").done();
        Policy before = given.follows() == null ? null : last("follows", given.follows());
        new Checks().that(before == null || given.inForceFrom().isAfter(before.inForceFrom()), "inForceFrom",
                "policy.refused.beforeItsPredecessor").done();
        refuseTitleOfOthers(given);
        refuseNumbersOfOthers(given);
        Policy policy = new Policy(given.title().strip(), given.titleCy(), given.policyVersion().strip(), given.source(),
                given.inForceFrom(), given.reviewOn());
        Map<String, Object> published = new LinkedHashMap<>(Map.of("title", policy.title(Language.EN), "version", policy.policyVersion()));
        if (before != null) {
            LocalDate ended = before.inForceUntil();
            policy.follows(before);
            keepPast(before.inForceUntil().equals(ended) ? null : before.id(), policy.inForceFrom());
            published.put("follows", before.policyVersion());
            published.put("ended", before.inForceUntil().toString());
        }
        entities.persist(policy);
        int order = 0;
        for (NewClause clause : given.clauses()) {
            entities.persist(new Clause(policy.id(), clause.number().strip(), clause.kind(), clause.strength(),
                    clause.text().strip(), clause.textCy(), order++));
        }
        audit.record("policy.published", null, "policy", policy.id(), null, published);
        return policy.id();
    }

    /**
     * Ends a policy that no other follows.
     *
     * @param until its last day
     * @throws Refusal INVALID on {@code until} where it is missing, over, before its first day or not earlier than its end so far; on
     *         {@code policyId} where another follows it
     */
    @Permitted(Act.ADMINISTER)
    public void end(Long policyId, LocalDate until) {
        new Checks().required("policyId", policyId).required("until", until).day("until", until).done();
        hold();
        Policy policy = last("policyId", policyId);
        new Checks().that(!until.isBefore(Days.of(clock.instant())), "until", "policy.refused.endsInThePast")
                .that(!until.isBefore(policy.inForceFrom()), "until", "policy.refused.endsBeforeItBegins")
                .that(policy.inForceUntil() == null || until.isBefore(policy.inForceUntil()), "until", "policy.refused.endsAlready").done();
        policy.endsOn(until);
        audit.record("policy.ended", null, "policy", policy.id(), null, Map.of("title", policy.title(Language.EN),
                "version", policy.policyVersion(), "ended", until.toString()));
    }

    /** A version that no other follows, held until the transaction ends. */
    private Policy last(String field, Long id) {
        Policy policy = entities.find(Policy.class, id, LockModeType.PESSIMISTIC_WRITE);
        new Checks().that(policy != null, field, "policy.refused.unknownPolicy").done();
        boolean followed = !entities.createQuery("select p.id from Policy p where p.followsId = :id", Long.class).setParameter("id", id)
                .setMaxResults(1).getResultList().isEmpty();
        new Checks().that(!followed, field, "policy.refused.followed").done();
        return policy;
    }

    /** Of two who publish at once, the second sees what the first did: the rows of all versions are held until the transaction ends. */
    private void hold() {
        entities.createQuery("select p from Policy p order by p.id", Policy.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /**
     * What was in force on a day that is over stays so for whoever was accused by it, or will be: nobody takes a clause out of force before
     * their own case comes to it.
     *
     * @param ended the version that ends earlier for it; null where none does
     */
    private void keepPast(Long ended, LocalDate from) {
        LocalDate today = Days.of(clock.instant());
        if (from.isBefore(today)) {
            backdated.fire(new PolicyBackdated(ended, from, today.minusDays(1)));
        }
    }

    /** What has the title of another policy is its next version, and says so; otherwise both were in force. */
    private void refuseTitleOfOthers(NewPolicy given) {
        boolean another = given.follows() == null && entities.createQuery("select p from Policy p where (p.inForceUntil is null or p.inForceUntil >= :from "
                + "and p.inForceUntil >= p.inForceFrom)", Policy.class).setParameter("from", given.inForceFrom()).getResultList().stream()
                .anyMatch(policy -> folded(policy.title(Language.EN)).equals(folded(given.title())));
        new Checks().that(!another, "follows", "policy.refused.titleElsewhere").done();
    }

    private static String folded(String title) {
        return Letters.fold(title, LONGEST_TITLE).strip().replaceAll("\\s+", " ");
    }

    /** Cases name clauses by their numbers, so on no day is one the number of two. */
    private void refuseNumbersOfOthers(NewPolicy given) {
        if (given.clauses().isEmpty()) {
            return;
        }
        List<String> taken = entities.createQuery("select c.number from Clause c join Policy p on p.id = c.policyId "
                + "where c.number in (:numbers) and (p.inForceUntil is null or p.inForceUntil >= :from "
                + "and p.inForceUntil >= p.inForceFrom) and p.id <> :before order by c.number", String.class)
                .setParameter("numbers", given.clauses().stream().map(c -> c.number().strip()).toList()).setParameter("from", given.inForceFrom())
                .setParameter("before", given.follows() == null ? NONE : given.follows()).setMaxResults(1).getResultList();
        new Checks().that(taken.isEmpty(), "clauses", "policy.refused.numberElsewhere", taken.isEmpty() ? "" : taken.get(0)).done();
    }

    private boolean isPublished(NewPolicy given) {
        return !entities.createQuery("select p.id from Policy p where p.title = :title and p.policyVersion = :version", Long.class)
                .setParameter("title", given.title().strip()).setParameter("version", given.policyVersion().strip())
                .setMaxResults(1).getResultList().isEmpty();
    }

    static void check(NewPolicy given) {
        new Checks().text("title", given.title(), LONGEST_TITLE).max("titleCy", given.titleCy(), LONGEST_TITLE)
                .text("policyVersion", given.policyVersion(), 30).text("source", given.source(), 300)
                .required("inForceFrom", given.inForceFrom())
                .day("inForceFrom", given.inForceFrom()).day("reviewOn", given.reviewOn()).required("clauses", given.clauses()).done();
        long numbers = given.clauses().stream().map(NewClause::number).distinct().count();
        Checks checks = new Checks().that(numbers == given.clauses().size(), "clauses", "policy.refused.numberTwice");
        given.clauses().forEach(c -> checks.text("clauses", c.number(), 30).required("clauses", c.text())
                .plain("clauses", c.text(), 2000).plain("clauses", c.textCy(), 2000).required("clauses", c.kind()).required("clauses", c.strength()));
        checks.done();
    }
}
