package org.probity.web.findings;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.findings.FindingQueries;
import org.probity.findings.Findings;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.web.investigation.CaseForm;

/** Somebody who did not investigate reads everything the findings rest on, and agrees or gives them back. */
@Named
@ViewScoped
public class ReviewPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Findings findings;

    @Inject
    private FindingQueries queries;

    private Long setId;
    private boolean ownCase;
    private Boolean agree;
    private String reasons;

    public void load() {
        open(Act.REVIEW_FINDINGS, "reviewFindings");
        FindingQueries.FindingsPage page = queries.page(getReference());
        ownCase = page.ownCase();
        setId = latest(page);
    }

    public void review() {
        act(() -> {
            new Checks().that(agree != null, "agree", "kernel.refused.choice").text("reasons", reasons, Checks.LONG_TEXT).done();
            if (!latest(queries.page(getReference())).equals(setId)) {
                throw Refusal.stale();
            }
            findings.review(getReference(), agree, reasons);
        }, "findings", agree != null && agree ? "findings.review.agreed" : "findings.review.returned");
    }

    private static Long latest(FindingQueries.FindingsPage page) {
        return page.sets().isEmpty() ? Long.valueOf(0) : page.sets().get(0).id();
    }

    /** Whether the reader investigated, and so may not review. */
    public boolean isOwnCase() {
        return ownCase;
    }

    public Boolean getAgree() {
        return agree;
    }

    public void setAgree(Boolean agree) {
        this.agree = agree;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
