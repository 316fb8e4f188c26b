package org.probity.web.removal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probity.casework.CaseView;
import org.probity.casework.InvestigationQueries;
import org.probity.removal.NewRemoval;
import org.probity.removal.Proportionality;
import org.probity.removal.Removals;
import org.probity.web.faces.PageActions;

/** Weighs a removal in writing, lists what is to be removed, and sends the request (000 cl. 5.3). */
@Named
@ViewScoped
public class NewRemovalPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private InvestigationQueries investigations;

    @Inject
    private UsualDeadlines usual;

    @Inject
    private Removals removals;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String subject;
    private String held;
    private List<CaseView.AllegationLine> allegations;
    private final Map<String, String> factors = new HashMap<>();
    private final ArrayList<ItemRow> items = new ArrayList<>();
    private LocalDate deadline;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where the case is out of sight */
    public void load() {
        CaseView view = investigations.page(reference);
        subject = view.subjectName();
        held = view.refusesAsking();
        allegations = view.allegations();
        deadline = usual.removal();
        add();
    }

    /** One more row to fill in; what was typed stays. */
    public void add() {
        ItemRow row = new ItemRow();
        row.setClause(allegations.size() == 1 ? allegations.get(0).clauseNumber() : null);
        items.add(row);
    }

    public void send() {
        items.removeIf(ItemRow::blank);
        if (items.isEmpty()) {
            add();
        }
        pageActions.run(() -> "investigations/" + reference + "/removal/" + removals.request(reference, asked()),
                "removal.new.done", subject);
    }

    private NewRemoval asked() {
        Proportionality weighed = new Proportionality(factors.get("whatWasSaid"), factors.get("tone"), factors.get("audience"),
                factors.get("workMentioned"), factors.get("effect"), factors.get("record"), factors.get("lessIntrusive"),
                factors.get("conclusion"));
        return new NewRemoval(items.stream().map(ItemRow::asked).toList(), weighed, deadline);
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getSubject() {
        return subject;
    }

    public String getHeld() {
        return held;
    }

    public List<CaseView.AllegationLine> getAllegations() {
        return allegations;
    }

    public Map<String, String> getFactors() {
        return factors;
    }

    public List<ItemRow> getItems() {
        return items;
    }

    public LocalDate getDeadline() {
        return deadline;
    }

    public void setDeadline(LocalDate deadline) {
        this.deadline = deadline;
    }
}
