package org.probity.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Page;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorkFilter.Due;
import org.probity.worklist.WorkFilter.View;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** What is to be done, what is urgent first and then by the day on which it is due. */
@Named
@RequestScoped
public class WorklistPage {

    private static final int SIZE = 25;

    @Inject
    private WorklistQueries worklist;

    private View view = View.MINE;
    private Due due = Due.ANY;
    private int page = 1;
    private Page<WorkRow> rows;

    public void load() {
        rows = worklist.page(new WorkFilter(view, due), Math.max(0, page - 1), SIZE);
    }

    public List<WorkRow> getRows() {
        return rows.items();
    }

    public long getTotal() {
        return rows.total();
    }

    public int getSize() {
        return SIZE;
    }

    /** How many there are in a view, for its tab; "1000+" where counting stopped. */
    public String count(String name) {
        return shown(worklist.count(new WorkFilter(View.valueOf(name), Due.ANY)));
    }

    /** How many of the chosen view fall due then. */
    public String countDue(String name) {
        return shown(worklist.count(new WorkFilter(view, Due.valueOf(name))));
    }

    private static String shown(long count) {
        return count >= WorklistQueries.COUNTED ? WorklistQueries.COUNTED + "+" : String.valueOf(count);
    }

    /** Where the work of a row is done; what others have to do opens the case. */
    public String place(WorkRow row) {
        return view == View.WAITING ? "investigations/" + row.reference() : Places.of(row);
    }

    /** Key of what to do, in the reader's language. */
    public String task(WorkRow row) {
        return "process." + row.process() + "." + row.task();
    }

    /** Whether the row is open to everybody with the role, rather than somebody's own. */
    public boolean unassigned(WorkRow row) {
        return row.memberId() == null && row.role() != Role.EMPLOYEE;
    }

    /** Whether the reader works on cases, and so reads whom they are about and how severe they are. */
    public boolean isDesk() {
        return CurrentCaller.get().worksOnCases();
    }

    /** Whether the row says so of its case, rather than being what its reader has to answer from outside the board. */
    public boolean ofDesk(WorkRow row) {
        return view == View.WAITING || row.role() != Role.EMPLOYEE && row.role() != Role.HR;
    }

    public boolean mine(WorkRow row) {
        return row.memberId() != null && row.memberId().equals(CurrentCaller.get().memberId());
    }

    public List<View> getViews() {
        return List.of(View.MINE, View.TEAM, View.WAITING);
    }

    public List<Due> getDues() {
        return List.of(Due.values());
    }

    public String getView() {
        return view.name();
    }

    public void setView(String name) {
        View asked = one(View.values(), name, View.MINE);
        view = getViews().contains(asked) ? asked : View.MINE;
    }

    public String getDue() {
        return due.name();
    }

    public void setDue(String name) {
        due = one(Due.values(), name, Due.ANY);
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    private static <E extends Enum<E>> E one(E[] values, String name, E otherwise) {
        return List.of(values).stream().filter(v -> v.name().equals(name)).findFirst().orElse(otherwise);
    }
}
