package org.probity.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.DeniedAttempt;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;

/**
 * Asks the matrix before a page is built or a request of the API is read, so that nobody fills in a form for nothing. The
 * services ask again.
 */
@ApplicationScoped
public class PageGuard {

    private static final String CASE = "reference";

    @Inject
    private Event<DeniedAttempt> denied;

    @Inject
    private Investigations investigations;

    /**
     * What a page remembers of a case it shows to whoever sees the case: a form is taken only from those who still do.
     *
     * @param sent whether a form is sent, not only a page asked for
     * @return the status with which the current caller is turned away, or 0; where they are, the attempt is kept
     */
    int refuses(Routes.Found found, boolean sent) {
        try {
            require(found.address().acts(), found.address().pattern(), found.parameters().values());
            if (sent && found.parameters().containsKey(CASE)) {
                investigations.inSight(found.parameters().get(CASE));
            }
            return 0;
        } catch (Refusal refusal) {
            return refusal.kind().status();
        }
    }

    /** @throws Refusal FORBIDDEN where the current caller may do none of these; the attempt is kept */
    public void require(List<Act> acts, String where, Collection<String> asked) {
        Caller caller = CurrentCaller.get();
        try {
            Act.requireAny(caller, acts);
        } catch (Refusal refusal) {
            denied.fire(DeniedAttempt.by(caller, acts, where, asked.stream()));
            throw refusal;
        }
    }
}
