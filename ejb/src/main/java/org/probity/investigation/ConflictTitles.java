package org.probity.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.probity.kernel.Unguarded;
import org.probity.worklist.UntoldTitles;

/** Until somebody has said whether they have a conflict of interest, a worklist tells them no more of a case than other lists do. */
@Unguarded("It asks the guarded conflicts")
@ApplicationScoped
public class ConflictTitles implements UntoldTitles {

    @Inject
    private Conflicts conflicts;

    @Override
    public Set<String> among(Set<String> references) {
        return conflicts.untold(references);
    }
}
