package org.probity.web.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.probity.identity.Act;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.DeniedAttempt;
import org.probity.kernel.Refusal;

/**
 * Asks the matrix before a page is built or a request of the API is read, so that nobody fills in a form for nothing. The
 * services ask again.
 */
@ApplicationScoped
public class Gate {

    @Inject
    private Event<DeniedAttempt> denied;

    /**
     * Whether the current caller may do one of these; if not, the attempt is kept.
     *
     * @param where page or method, for the audit
     * @param asked what the address names, of which the audit keeps references
     */
    public boolean opens(List<Act> acts, String where, Collection<String> asked) {
        try {
            require(acts, where, asked);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** @throws Refusal FORBIDDEN where the current caller may do none of these; the attempt is kept */
    public void require(List<Act> acts, String where, Collection<String> asked) {
        Caller caller = CurrentCaller.get();
        try {
            Act.requireAny(caller, acts);
        } catch (Refusal refusal) {
            denied.fire(DeniedAttempt.by(caller, where, asked.stream()));
            throw refusal;
        }
    }
}
