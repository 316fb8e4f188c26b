package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.investigation.Allegation;
import org.probity.investigation.Alleged;
import org.probity.investigation.Investigations;
import org.probity.policy.Clause;
import org.probity.policy.Policies;

/** What a removal letter says is alleged: the breach of each clause that something is still asked for under, where triage alleged it. */
@Dependent
class RemovalAllegations {

    @Inject
    private Investigations investigations;

    @Inject
    private Policies policies;

    /** Before the letter of the round that runs is written: what it says. */
    void put(RemovalRequest request) {
        List<Clause> clauses = clauses(request);
        Set<Long> asked = request.openItems().stream().map(item -> clause(item, clauses)).collect(Collectors.toSet());
        Set<Long> said = Set.copyOf(request.alleged());
        ofCase(request).stream().filter(one -> asked.contains(one.clauseId()) && !said.contains(one.id()))
                .forEach(one -> request.add(new RemovalAllegation(request, one.id())));
    }

    /** What the letter of the round that runs says. */
    List<Alleged> of(RemovalRequest request) {
        if (request.alleged().isEmpty()) {
            return List.of();
        }
        List<Clause> clauses = clauses(request);
        return ofCase(request).stream().filter(one -> request.alleged().contains(one.id()))
                .map(one -> new Alleged(one, policies.clause(one.clauseId()), about(request, clauses, one))).toList();
    }

    /** The addresses that are still asked for under that clause; all of them once none is. */
    private static String about(RemovalRequest request, List<Clause> clauses, Allegation one) {
        List<RemovalItem> items = request.items().stream().filter(item -> one.clauseId().equals(clause(item, clauses))).toList();
        List<RemovalItem> open = items.stream().filter(RemovalItem::open).toList();
        return (open.isEmpty() ? items : open).stream().map(RemovalItem::address).collect(Collectors.joining("\n"));
    }

    /** The clause of that number that an allegation would have named too. */
    private static Long clause(RemovalItem item, List<Clause> clauses) {
        return clauses.stream().filter(clause -> clause.number().equals(item.clause())).findFirst().map(Clause::id).orElse(null);
    }

    private List<Clause> clauses(RemovalRequest request) {
        return policies.clausesOn(request.policyDay());
    }

    private List<Allegation> ofCase(RemovalRequest request) {
        return investigations.allegations(investigations.byReference(request.reference()).id());
    }
}
