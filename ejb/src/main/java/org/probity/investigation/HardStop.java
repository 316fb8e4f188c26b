package org.probity.investigation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.documents.FileLeaving;
import org.probity.documents.FileWanted;
import org.probity.kernel.Refusal;

/**
 * Where an indecent image of a child is suspected no file is taken, whoever sends it and by whichever way, and none that somebody
 * sent in goes out: to make, show or hold a copy is an offence (Protection of Children Act 1978, s. 1; Criminal Justice Act 1988,
 * s. 160). What is kept stays as it is until the police have it.
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

    /** Only those who work on cases are told why. @throws Refusal STATE */
    void refuse(@Observes FileLeaving leaving) {
        if (leaving.kind().fromOutside() && investigations.byReference(leaving.reference()).hardStop()) {
            throw Refusal.state(CurrentCaller.get().worksOnCases() ? "evidence.refused.stopped" : "investigation.refused.fileStays");
        }
    }
}
