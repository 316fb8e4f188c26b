package org.probity.web.documents;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.access.ScheduledWork;
import org.probity.documents.Documents;
import org.probity.tenancy.CurrentBoard;

/** Every minute: of what lies between the pages of a form, what is too old goes, and what waits for a case that takes no file any more. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeptClock {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private KeptFolder folder;

    @Inject
    private Documents documents;

    @Schedule(hour = "*", minute = "*", second = "51", persistent = false)
    public void round() {
        scheduledWork.installation("Forgetting files of forms", folder::forget);
        scheduledWork.eachBoard("Forgetting files of forms", () -> folder.waitedFor(CurrentBoard.slug()).stream()
                .filter(reference -> !documents.takes(reference)).forEach(reference -> folder.forget(CurrentBoard.slug(), reference)));
    }
}
