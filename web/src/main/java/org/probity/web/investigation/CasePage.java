package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.casework.CaseView;
import org.probity.casework.InvestigationQueries;
import org.probity.exclusion.Restrictions;
import org.probity.investigation.Stage;
import org.probity.web.worklist.Places;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** One case, one desk: what happens next at the top, everything else a tab away. Each tab reads only its own part. */
@Named
@RequestScoped
public class CasePage {

    private static final List<String> TABS = List.of("summary", "process", "people", "allegations", "evidence", "requests",
            "findings", "referral", "decisions", "notes", "letters", "timeline");

    @Inject
    private InvestigationQueries investigations;

    @Inject
    private WorklistQueries worklist;

    @Inject
    private Restrictions restrictions;

    private String reference;
    private String tab = TABS.get(0);
    private CaseView view;
    private List<WorkRow> open;
    private boolean restricted;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where the case is out of sight */
    public void load() {
        view = investigations.page(reference);
        open = worklist.open(reference);
        restricted = restrictions.of(reference).isPresent();
    }

    public CaseView getView() {
        return view;
    }

    /** What waits for the reader, the earliest deadline first. */
    public List<WorkRow> getNext() {
        return open.stream().filter(this::mine).toList();
    }

    /** What waits for others. */
    public List<WorkRow> getWaiting() {
        return open.stream().filter(row -> !mine(row)).toList();
    }

    private boolean mine(WorkRow row) {
        return forMyRole(row) && mayAct(row) && !isHeldBack(row);
    }

    /** A meeting with a subject who may not be contacted is not to be held now; one that was held is still recorded on its page. */
    private boolean isHeldBack(WorkRow row) {
        return row.task().equals("holdMeeting") && !view.contactAllowed();
    }

    private static boolean forMyRole(WorkRow row) {
        boolean review = row.capacity() == Capacity.REVIEWED && CurrentCaller.get().has(Role.OFFICER);
        return CurrentCaller.get().has(row.role()) || review;
    }

    private boolean mayAct(WorkRow row) {
        return view.actedAs() == null || row.capacity() == null || view.actedAs() == row.capacity();
    }

    /** What nobody is left for, said where it is needed or before. */
    public List<String> getStuck() {
        return LeftNotes.stuck(CurrentCaller.get().language(), view.left().now());
    }

    /** Whether something waits that the reader's role may do and their part in the case forbids. */
    public boolean isBarred() {
        return open.stream().anyMatch(row -> forMyRole(row) && !mayAct(row));
    }

    public String place(WorkRow row) {
        return Places.of(row);
    }

    public String task(WorkRow row) {
        return "process." + row.process() + "." + row.task();
    }

    /** Whether only a named team sees the case. */
    public boolean isRestricted() {
        return restricted;
    }

    public boolean isOfficer() {
        return CurrentCaller.get().has(Role.OFFICER);
    }

    public boolean isLead() {
        return CurrentCaller.get().has(Role.LEAD);
    }

    /** Requests may be sent now. */
    public boolean isInvestigating() {
        return isOfficer() && view.stage() == Stage.INVESTIGATION && view.pausedAt() == null;
    }

    public boolean isRunning() {
        return !view.stage().ended();
    }

    public List<String> getTabs() {
        return TABS;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(String name) {
        this.tab = TABS.contains(name) ? name : TABS.get(0);
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
