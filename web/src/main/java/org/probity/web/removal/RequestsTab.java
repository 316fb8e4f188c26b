package org.probity.web.removal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationRequest;
import org.probity.cooperation.CooperationView;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalRequest;
import org.probity.removal.RemovalView;

/** What somebody was asked in a case: for its tab, and for the person's own list. */
@Named
@RequestScoped
public class RequestsTab {

    @Inject
    private RemovalQueries removals;

    @Inject
    private CooperationQueries cooperations;

    public List<RemovalView.Line> removals(String reference) {
        return removals.of(reference);
    }

    public List<CooperationView.Line> cooperations(String reference) {
        return cooperations.of(reference);
    }

    /** What the reader was asked to take down. */
    public List<RemovalView.Line> getMyRemovals() {
        return removals.mine();
    }

    /** What the reader was asked to help with. */
    public List<CooperationView.Line> getMyCooperations() {
        return cooperations.mine();
    }

    /** Colour of a status; the words say the same. */
    public String tone(RemovalRequest.Status status) {
        return switch (status) {
            case COMPLIED, CHALLENGE_UPHELD, NOT_THEIRS -> "good";
            case OVERDUE, FURTHER_ACTION -> "bad";
            case CLOSED, WITHDRAWN, NOT_SEEN_GONE -> "none";
            default -> "wait";
        };
    }

    /** Colour of a status; declining is an answer like any other and gets none. */
    public String toneOfHelp(CooperationRequest.Status status) {
        return switch (status) {
            case DONE -> "good";
            case OVERDUE -> "bad";
            case DECLINED, NOT_AUTHORISED, PROCEEDED, CLOSED, WITHDRAWN -> "none";
            default -> "wait";
        };
    }
}
