package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.casework.Alleged;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigations;
import org.probity.policy.Policies;

/**
 * What a removal letter says is alleged: the breach of each clause that something is still asked for under, where triage alleged it.
 * An item names its clause by the number: whatever is alleged under that number is meant, as for {@link RemovalClauses}.
 */
@Dependent
class RemovalAllegations {

    @Inject
    private Investigations investigations;

    @Inject
    private Policies policies;

    /** Before the letter of the round that runs is written: what it says. */
    void put(RemovalRequest request) {
        Set<String> asked = request.openItems().stream().map(RemovalItem::clause).collect(Collectors.toSet());
        Set<Long> said = Set.copyOf(request.alleged());
        ofCase(request).stream().filter(one -> asked.contains(one.clauseNumber()) && !said.contains(one.id()))
                .forEach(one -> request.add(new RemovalAllegation(request, one.id())));
    }

    /** What the letter of the round that runs says. */
    List<Alleged> of(RemovalRequest request) {
        if (request.alleged().isEmpty()) {
            return List.of();
        }
        return ofCase(request).stream().filter(one -> request.alleged().contains(one.id()))
                .map(one -> new Alleged(one, policies.clause(one.clauseId()), about(request, one))).toList();
    }

    /** The addresses that are still asked for under that clause; all of them once none is. */
    private static String about(RemovalRequest request, Allegation one) {
        List<RemovalItem> items = request.items().stream().filter(item -> item.clause().equals(one.clauseNumber())).toList();
        List<RemovalItem> open = items.stream().filter(RemovalItem::open).toList();
        return (open.isEmpty() ? items : open).stream().map(RemovalItem::address).collect(Collectors.joining("\n"));
    }

    private List<Allegation> ofCase(RemovalRequest request) {
        return investigations.allegations(investigations.byReference(request.reference()).id());
    }
}
