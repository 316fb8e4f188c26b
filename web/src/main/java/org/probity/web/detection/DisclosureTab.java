package org.probity.web.detection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.detection.DisclosureQueries;
import org.probity.detection.DisclosureQueries.DisclosureLine;
import org.probity.web.investigation.LeftNotes;

/** What was raised in a case as a possible protected disclosure, for its pages. */
@Named
@RequestScoped
public class DisclosureTab {

    @Inject
    private DisclosureQueries queries;

    private List<DisclosureLine> lines;
    private List<DisclosureQueries.Waiting> waiting;
    private Boolean mine;
    private String deciders;

    /** The newest first. */
    public List<DisclosureLine> of(String reference) {
        if (lines == null) {
            lines = queries.of(reference);
        }
        return lines;
    }

    /** What stands; null where nothing was ever raised. */
    public DisclosureLine last(String reference) {
        return of(reference).isEmpty() ? null : of(reference).get(0);
    }

    /** Key of the mark at the head of the case; null where the case is like any other. */
    public String mark(String reference) {
        DisclosureLine last = last(reference);
        if (last == null || !last.inTheWay()) {
            return null;
        }
        return last.treatment() == null ? "detection.disclosure.open" : "detection.disclosure.protected";
    }

    /** Key of what to do first before the subject is asked anything; null where they may be asked. */
    public String refusesAsking(String reference) {
        DisclosureLine last = last(reference);
        return last == null ? null : last.refuses();
    }

    /** Who is left to decide on it, or would be if the reader raised it; empty where nobody is. */
    public String deciders(String reference) {
        if (deciders == null) {
            deciders = LeftNotes.names(CurrentCaller.get().language(), queries.deciders(reference));
        }
        return deciders;
    }

    /** Whether the reader may decide on what stands now. */
    public boolean isMine(String reference) {
        if (mine == null) {
            mine = mark(reference) != null && queries.mayDecide(reference);
        }
        return mine;
    }

    /** Whether nobody has decided yet, and the reader may: no step of the process waits for that. */
    public boolean waitsForMe(String reference) {
        return isMine(reference) && last(reference).treatment() == null;
    }

    /** Where it waits for the reader in all cases, the oldest first. */
    public List<DisclosureQueries.Waiting> getWaiting() {
        if (waiting == null) {
            waiting = queries.waiting();
        }
        return waiting;
    }
}
