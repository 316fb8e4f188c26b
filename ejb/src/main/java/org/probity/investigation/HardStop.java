package org.probity.investigation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.probity.documents.FileWanted;
import org.probity.kernel.Refusal;

/**
 * Where an indecent image of a child is suspected no file is taken, whoever sends it and by whichever way: to make or
 * hold a copy is an offence (Protection of Children Act 1978, s. 1; Criminal Justice Act 1988, s. 160).
 */
@Dependent
class HardStop {

    @Inject
    private Investigations investigations;

    /** Does not say why, since whoever answers a request may be the suspect. @throws Refusal STATE on {@code file} */
    void refuse(@Observes FileWanted wanted) {
        if (investigations.byReference(wanted.reference()).hardStop()) {
            throw new Refusal(Refusal.Kind.STATE, List.of(new Refusal.Problem("file", "investigation.refused.noFiles")));
        }
    }
}
