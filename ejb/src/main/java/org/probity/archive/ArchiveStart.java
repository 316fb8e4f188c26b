package org.probity.archive;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.archivefile.ArchiveFolder;
import org.probity.kernel.Unguarded;

/** Clears up after a server that ended in the middle of moving a board. */
@Unguarded("The start of the server itself, which acts as the system through guarded services")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ArchiveStart {

    @Inject
    private ArchiveRuns runs;

    @Inject
    private ArchiveFolder folder;

    @PostConstruct
    void settle() {
        CurrentCaller.run(Caller.system(), () -> runs.settle().stream()
                .filter(run -> run.kind() == ArchiveRun.Kind.EXPORT).forEach(run -> folder.drop(run.fileName())));
    }
}
