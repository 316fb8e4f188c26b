package org.probity.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.audit.Audit;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** Publishes a board's policy. A published version is not changed: a new one follows it. */
@Stateless
@Guarded
public class PolicyDesk {

    /** One clause to be published. */
    public record NewClause(String number, Clause.Kind kind, Clause.Strength strength, String text, String textCy) {
    }

    /** A policy version to be published; {@code reviewOn} and {@code titleCy} may be null. */
    public record NewPolicy(String title, String titleCy, String policyVersion, String source, LocalDate inForceFrom,
            LocalDate reviewOn, List<NewClause> clauses) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Audit audit;

    /** @throws Refusal INVALID naming each field that is missing or too long, clause numbers given twice, and a version that is there */
    @Permitted(Act.ADMINISTER)
    public Long publish(NewPolicy given) {
        check(given);
        new Checks().that(!isPublished(given), "policyVersion", "policy.refused.versionTwice").done();
        Policy policy = new Policy(given.title().strip(), given.titleCy(), given.policyVersion().strip(), given.source(),
                given.inForceFrom(), given.reviewOn());
        entities.persist(policy);
        int order = 0;
        for (NewClause clause : given.clauses()) {
            entities.persist(new Clause(policy.id(), clause.number().strip(), clause.kind(), clause.strength(),
                    clause.text().strip(), clause.textCy(), order++));
        }
        audit.record("policy.published", null, "policy", policy.id(), null,
                Map.of("title", policy.title(Language.EN), "version", policy.policyVersion()));
        return policy.id();
    }

    private boolean isPublished(NewPolicy given) {
        return !entities.createQuery("select p.id from Policy p where p.title = :title and p.policyVersion = :version", Long.class)
                .setParameter("title", given.title().strip()).setParameter("version", given.policyVersion().strip())
                .setMaxResults(1).getResultList().isEmpty();
    }

    static void check(NewPolicy given) {
        new Checks().text("title", given.title(), 200).max("titleCy", given.titleCy(), 200)
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
