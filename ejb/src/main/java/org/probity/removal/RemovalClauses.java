package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigations;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.policy.Policy;

/**
 * The clauses that items name by their numbers. What is alleged in the case comes first: that clause of that version is meant,
 * whatever else has its number.
 */
@Dependent
class RemovalClauses {

    @Inject
    private Investigations investigations;

    @Inject
    private Policies policies;

    /** Those that items may name: alleged in the case, or what could be broken on the day of the post. */
    List<Clause> named(String reference, LocalDate policyDay) {
        return Stream.concat(alleged(reference), policies.clausesOn(policyDay).stream().filter(Clause::canBeBroken)).distinct().toList();
    }

    /** The same with every other clause of that day, such as those that give the board its powers. */
    List<Clause> all(RemovalRequest request) {
        List<Clause> first = named(request.reference(), request.policyDay());
        return Stream.concat(first.stream(), policies.clausesOn(request.policyDay()).stream()).distinct().toList();
    }

    /** The versions that these clauses stand in. */
    List<Policy> policies(List<Clause> clauses) {
        return clauses.stream().map(Clause::policyId).distinct().map(policies::policy).toList();
    }

    private Stream<Clause> alleged(String reference) {
        return investigations.allegations(investigations.byReference(reference).id()).stream().map(Allegation::clauseId).map(policies::clause);
    }
}
