package org.probity.findings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.probity.cooperation.CooperationQueries;
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

    /** A request was sent, and was answered or its deadline has passed. */
    public boolean heard(String reference) {
        return removals.subjectHeard(reference) || cooperations.subjectHeard(reference);
    }
}
