package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Role;

/** Writes the audit. If it cannot be written, the act it belongs to does not happen either. */
@Stateless
@Guarded
public class Audit {

    static final String LOOKED = "investigation.seen";

    @Inject
    private Chain chain;

    @Inject
    private Clock clock;

    /** Keeps who does this now, as what role, and the values before and after. See {@link AuditedAct}. */
    @Permitted(Act.INTERNAL)
    public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before,
            Map<String, ?> after) {
        write(new AuditedAct(act, reference, subjectKind, subjectId, before, after));
    }

    /** A view or a download: something was seen, nothing changed. */
    @Permitted(Act.INTERNAL)
    public void seen(String act, String reference, String subjectKind, Long subjectId) {
        write(new AuditedAct(act, reference, subjectKind, subjectId, null, null));
    }

    /** Something of a case was read. One request leaves one trace of that, or none where it leaves a clearer one. */
    @Permitted(Act.INTERNAL)
    public void looked(String reference, Long investigationId) {
        if (!CurrentCaller.get().has(Role.SYSTEM) && CurrentOrigin.isFirst("looked at " + reference)) {
            write(new AuditedAct(LOOKED, reference, "investigation", investigationId, null, null));
        }
    }

    /** What an account did, or what was done to it. */
    @Permitted(Act.ENTER)
    public void keep(@Observes AccountAct done) {
        Caller now = CurrentCaller.get();
        Caller caller = new Caller(done.accountId(), null, done.name() == null ? "" : done.name(), now.roles(), null, now.language());
        write(caller, new AuditedAct(done.act(), null, "account", done.accountId(), null, done.after()));
    }

    /** That a chain was checked is kept apart from the reading: a chain that cannot be added to can still be checked. */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void examined(Verdict verdict) {
        write(new AuditedAct("audit.verified", null, "chain", null, null, Map.of("verdict", verdict.kind().name(), "place", verdict.from(),
                "entries", verdict.entries())));
    }

    private void write(AuditedAct what) {
        write(CurrentCaller.get(), what);
    }

    private void write(Caller caller, AuditedAct what) {
        chain.add(new AuditEntry(clock.instant(), caller, CurrentOrigin.get(), what));
    }
}
