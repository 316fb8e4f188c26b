package org.probity.web.findings;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.probity.access.Act;
import org.probity.casework.CaseView;
import org.probity.findings.FindingQueries;
import org.probity.findings.FindingSet;
import org.probity.findings.Findings;
import org.probity.findings.NewFinding;
import org.probity.findings.NewFindings;
import org.probity.findings.Result;
import org.probity.investigation.InPost;
import org.probity.kernel.Checks;
import org.probity.web.investigation.CaseForm;
import org.probity.web.investigation.PageCase;
import org.probity.web.investigation.PeopleChoices;

/** One finding for each allegation, and whether the parent organisation is to be told. */
@Named
@ViewScoped
public class FindingsPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Findings findings;

    @Inject
    private FindingQueries queries;

    @Inject
    private PageCase pageCase;

    @Inject
    private PeopleChoices people;

    private final ArrayList<FindingRow> rows = new ArrayList<>();
    private InPost inPost;
    private String returned;
    private String returnedBy;
    private Boolean refer;
    private Long organisationId;
    private String reasonsForReferral;
    private String weighing;

    public void load() {
        open(Act.RECORD_FINDINGS, "recordFindings");
        CaseView view = pageCase.of(getReference());
        FindingQueries.FindingsPage page = queries.page(getReference());
        inPost = view.inPost() == null || view.inPost().answer() == InPost.YES ? null : view.inPost().answer();
        view.allegations().forEach(allegation -> rows.add(new FindingRow(allegation)));
        page.hearing().forEach(heard -> row(heard.allegationId()).heard(heard.progress()));
        organisationId = people.getOrganisations().stream()
                .filter(o -> people.label(o).equals(view.subjectOrganisation())).map(o -> o.id()).findFirst().orElse(null);
        page.sets().stream().findFirst().filter(set -> set.status() == FindingSet.Status.RETURNED).ifPresent(this::beginFrom);
    }

    /** NO or NOT_KNOWN where the subject was perhaps not in post on the day of the post. */
    public InPost getInPost() {
        return inPost;
    }

    /** What came back is where the next round begins. */
    private void beginFrom(FindingQueries.SetLine set) {
        returned = set.review().reasons();
        returnedBy = set.review().by();
        set.findings().forEach(earlier -> row(earlier.allegationId()).beginFrom(earlier));
        refer = set.refer();
        organisationId = set.refer() ? set.organisationId() : organisationId;
        reasonsForReferral = set.reasonsForReferral();
        weighing = set.weighing();
    }

    private FindingRow row(Long allegation) {
        return rows.stream().filter(row -> row.getAllegationId().equals(allegation)).findFirst().orElseThrow();
    }

    public void record() {
        act(() -> {
            checkAnswered();
            findings.record(getReference(), refer
                    ? new NewFindings(given(), true, organisationId, reasonsForReferral, weighing)
                    : NewFindings.withoutReferral(given()));
        }, "findings", "findings.form.done");
    }

    private List<NewFinding> given() {
        return rows.stream().map(FindingRow::finding).toList();
    }

    /** Whether to refer is a question of its own here: not answering it is no answer. */
    private void checkAnswered() {
        if (refer != null) {
            return;
        }
        Checks checks = new Checks();
        for (int i = 0; i < rows.size(); i++) {
            checks.required("findings[" + i + "].result", rows.get(i).getResult())
                    .text("findings[" + i + "].reasons", rows.get(i).getReasons(), Checks.LONG_TEXT);
        }
        checks.that(false, "refer", "kernel.refused.choice").done();
    }

    public List<FindingRow> getRows() {
        return rows;
    }

    public List<Result> getResults() {
        return List.of(Result.values());
    }

    /** Why the last round came back, or null. */
    public String getReturned() {
        return returned;
    }

    public String getReturnedBy() {
        return returnedBy;
    }

    public Boolean getRefer() {
        return refer;
    }

    public void setRefer(Boolean refer) {
        this.refer = refer;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public void setOrganisationId(Long organisationId) {
        this.organisationId = organisationId;
    }

    public String getReasonsForReferral() {
        return reasonsForReferral;
    }

    public void setReasonsForReferral(String reasonsForReferral) {
        this.reasonsForReferral = reasonsForReferral;
    }

    public String getWeighing() {
        return weighing;
    }

    public void setWeighing(String weighing) {
        this.weighing = weighing;
    }
}
