package org.probity.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.investigation.CaseLine;
import org.probity.kernel.Unguarded;
import org.probity.worklist.ListedCases;

/** Until somebody has said whether they have a conflict of interest, a worklist tells them no more of a case than other lists do. */
@Unguarded("It asks the guarded queries")
@ApplicationScoped
public class CasesOfWork implements ListedCases {

    @Inject
    private InvestigationQueries investigations;

    @Override
    public Map<String, Listed> among(Set<String> references) {
        return investigations.lines(references).stream().collect(Collectors.toMap(CaseLine::reference, CasesOfWork::listed));
    }

    private static Listed listed(CaseLine line) {
        return new Listed(line.conflictOpen(), line.titleWithheld(), line.urgency(),
                line.severity() == null ? null : line.severity().name(), line.subjectName());
    }
}
