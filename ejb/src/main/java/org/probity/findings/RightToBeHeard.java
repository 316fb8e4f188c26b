package org.probity.findings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.probity.casework.ReferringWanted;
import org.probity.cooperation.CooperationQueries;
import org.probity.investigation.Allegation;
import org.probity.kernel.Unguarded;
import org.probity.removal.RemovalQueries;

/**
 * Whether the subject was told what is alleged and could answer that very allegation, and whether what they said, or their silence, was
 * decided on, as the letters promise: nothing is referred before that.
 */
@Unguarded("It answers yes or no from guarded queries")
@ApplicationScoped
public class RightToBeHeard {

    /** How far the subject's hearing on one allegation has come. */
    public enum Progress {

        /** No letter has put it to them. */
        NOT_PUT,

        /** They have not answered, or still have time to, this or whatever else they are asked in the case. */
        NOT_HEARD,

        /** They answered, or their deadline passed, and nobody has decided yet what follows. */
        UNDECIDED,

        HEARD;

        /** What is told to whoever wants to refer. */
        private String refused() {
            return switch (this) {
                case NOT_PUT -> "findings.refused.notPut";
                case NOT_HEARD -> "findings.refused.notHeard";
                case UNDECIDED -> "findings.refused.undecided";
                case HEARD -> throw new IllegalStateException("Nothing is in the way");
            };
        }
    }

    /** How far it has come with one allegation, by the number of its clause. */
    public record Heard(Long allegationId, String clause, Progress progress) {
    }

    @Inject
    private RemovalQueries removals;

    @Inject
    private CooperationQueries cooperations;

    /** Nothing is referred that was not put to them, and answered or left unanswered, while nothing they were asked waits. */
    void ask(@Observes ReferringWanted wanted) {
        for (Heard heard : of(wanted.reference(), wanted.allegations())) {
            switch (heard.progress()) {
                case HEARD -> { }
                case NOT_PUT -> wanted.refuse(heard.progress().refused(), heard.clause());
                default -> wanted.refuse(heard.progress().refused());
            }
        }
    }

    /** Each of these allegations of the case, in their order. */
    public List<Heard> of(String reference, List<Allegation> allegations) {
        Set<Long> put = both(removals.put(reference), cooperations.put(reference));
        Set<Long> heard = both(removals.heard(reference), cooperations.heard(reference));
        Progress rest = rest(reference);
        return allegations.stream().map(one -> new Heard(one.id(), one.clauseNumber(), !put.contains(one.id()) ? Progress.NOT_PUT
                : heard.contains(one.id()) ? rest : Progress.NOT_HEARD)).toList();
    }

    /** No time runs that they were given, and nothing they said waits. */
    private Progress rest(String reference) {
        if (removals.subjectAwaited(reference) || cooperations.subjectAwaited(reference)) {
            return Progress.NOT_HEARD;
        }
        return removals.undecided(reference) || cooperations.undecided(reference) ? Progress.UNDECIDED : Progress.HEARD;
    }

    private static Set<Long> both(Set<Long> some, Set<Long> others) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
