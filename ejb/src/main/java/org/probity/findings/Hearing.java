package org.probity.findings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.probity.cooperation.CooperationQueries;
import org.probity.kernel.Refusal;
import org.probity.kernel.Unguarded;
import org.probity.removal.RemovalQueries;

/**
 * Whether the subject was told what is alleged and could answer, and whether what they said, or their silence, was decided on, as the letters
 * promise: nothing is referred before that.
 */
@Unguarded("It answers yes or no from guarded queries")
@ApplicationScoped
public class Hearing {

    /** How far the subject's hearing has come. */
    public enum Progress {

        /** They were not asked, or still have time to answer. */
        NOT_HEARD,

        /** They answered, or their deadline passed, and nobody has decided yet what follows. */
        UNDECIDED,

        HEARD;

        /** What is told to whoever wants to refer; null where nothing is in the way. */
        String refused() {
            return switch (this) {
                case NOT_HEARD -> "findings.refused.notHeard";
                case UNDECIDED -> "findings.refused.undecided";
                case HEARD -> null;
            };
        }
    }

    @Inject
    private RemovalQueries removals;

    @Inject
    private CooperationQueries cooperations;

    /** @throws Refusal STATE where nothing may be referred yet */
    public void require(String reference) {
        Progress progress = of(reference);
        if (progress != Progress.HEARD) {
            throw Refusal.state(progress.refused());
        }
    }

    /** A request was sent, and was answered or its deadline has passed; no time runs that they were given, and nothing they said waits. */
    public Progress of(String reference) {
        if (!removals.subjectHeard(reference) && !cooperations.subjectHeard(reference)
                || removals.subjectAwaited(reference) || cooperations.subjectAwaited(reference)) {
            return Progress.NOT_HEARD;
        }
        return removals.undecided(reference) || cooperations.undecided(reference) ? Progress.UNDECIDED : Progress.HEARD;
    }
}
