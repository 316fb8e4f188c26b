package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.probity.casework.Alleged;
import org.probity.investigation.Investigations;
import org.probity.policy.Policies;

/** What a letter that asks for help says is alleged: what the officer puts to the subject with it. */
@Dependent
class CooperationAllegations {

    @Inject
    private Investigations investigations;

    @Inject
    private Policies policies;

    /** What the letter of the round that runs says. */
    List<Alleged> of(CooperationRequest request) {
        return request.alleged().isEmpty() ? List.of() : investigations.allegations(investigations.byReference(request.reference()).id()).stream()
                .filter(one -> request.alleged().contains(one.id()))
                .map(one -> new Alleged(one, policies.clause(one.clauseId()), request.ask())).toList();
    }
}
