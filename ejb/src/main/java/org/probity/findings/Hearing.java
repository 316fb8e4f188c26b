package org.probity.findings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.probity.cooperation.CooperationQueries;
import org.probity.kernel.Refusal;
import org.probity.kernel.Unguarded;
import org.probity.removal.RemovalQueries;

/** Whether the subject was told what is alleged and could answer: nothing is referred before that. */
@Unguarded("It answers yes or no from guarded queries")
@ApplicationScoped
public class Hearing {

    @Inject
    private RemovalQueries removals;

    @Inject
    private CooperationQueries cooperations;

    /** @throws Refusal STATE where nothing may be referred yet */
    public void require(String reference) {
        if (!heard(reference)) {
            throw Refusal.state("findings.refused.notHeard");
        }
    }

    /** A request was sent, and was answered or its deadline has passed; and no time runs that they were given. */
    public boolean heard(String reference) {
        return (removals.subjectHeard(reference) || cooperations.subjectHeard(reference))
                && !removals.subjectAwaited(reference) && !cooperations.subjectAwaited(reference);
    }
}
