package org.probity.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.probity.proof.AuditDesk;
import org.probity.proof.BoardAudit;
import org.probity.proof.InstallationAudit;
import org.probity.tenancy.CurrentBoard;

/** Whose audit an address is about: the board's that it names, or else the installation's. */
@ApplicationScoped
public class AuditDesks {

    @Inject
    private BoardAudit board;

    @Inject
    private InstallationAudit installation;

    AuditDesk current() {
        return CurrentBoard.orNone() == null ? installation : board;
    }

    /** The address of its page, as {@link org.probity.web.faces.PageActions} takes it. */
    String page() {
        return CurrentBoard.orNone() == null ? "/operator/audit" : "audit";
    }
}
