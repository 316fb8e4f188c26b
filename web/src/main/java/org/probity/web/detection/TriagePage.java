package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Act;
import org.probity.casework.CaseView;
import org.probity.detection.TriageForm;
import org.probity.detection.Triages;
import org.probity.investigation.Decision;
import org.probity.investigation.InPost;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.web.investigation.CaseForm;
import org.probity.web.investigation.PageCase;
import org.probity.web.investigation.PersonForm;

/** Triage: what the concern may be, about whom, how grave, and what is done with it. */
@Named
@ViewScoped
public class TriagePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Triages triages;

    @Inject
    private PageCase pageCase;

    @Inject
    private ClauseChoices choices;

    private final PersonForm person = new PersonForm();
    private String title;
    private List<String> clauses;
    private Boolean inScope;
    private Boolean officialAccount;
    private Boolean whistleblowing;
    private Boolean childInvolved;
    private Boolean repeat;
    private LocalDate opened;
    private LocalDate postedOn;
    private LocalDate shownFor;
    private TriageForm.Audience audience;
    private TriageForm.Impact impact;
    private String duplicateOf;
    private InPost inPost;
    private String inPostReasons;
    private Decision decision;
    private String reasons;

    public void load() {
        open(Act.INVESTIGATE, "triage");
        CaseView view = pageCase.of(getReference());
        postedOn = view.postedOn();
        opened = Days.of(view.openedAt());
        shownFor = policyDay();
        person.setName(view.concern().subjectName());
    }

    public void triage() {
        act(() -> {
            new Checks().required("title", title).required("inScope", inScope).required("officialAccount", officialAccount)
                    .required("whistleblowing", whistleblowing).required("audience", audience).required("impact", impact)
                    .required("childInvolved", childInvolved).required("repeat", repeat).required("decision", decision)
                    .required("reasons", reasons).done();
            requireShown();
            triages.triage(getReference(), form());
        }, null, "detection.triage.done");
    }

    private LocalDate policyDay() {
        return postedOn == null ? opened : postedOn;
    }

    /** Clauses that were read in one version are not alleged in another that has their numbers. */
    private void requireShown() {
        boolean shown = choices.same(shownFor, policyDay());
        shownFor = policyDay();
        if (!shown) {
            clauses = null;
            throw Refusal.invalid("clauses", "detection.refused.otherVersion");
        }
    }

    /** For which day the clauses are shown. */
    public LocalDate getShownFor() {
        return shownFor;
    }

    private TriageForm form() {
        return new TriageForm(title, clauses, inScope, officialAccount, whistleblowing, person.known(), person.described(),
                postedOn, audience, impact, childInvolved, repeat, duplicateOf, decision, reasons,
                inPost, inPostReasons);
    }

    public List<TriageForm.Audience> getAudiences() {
        return List.of(TriageForm.Audience.values());
    }

    public List<TriageForm.Impact> getImpacts() {
        return List.of(TriageForm.Impact.values());
    }

    public List<InPost> getInPosts() {
        return List.of(InPost.values());
    }

    public List<Decision> getDecisions() {
        return List.of(Decision.values());
    }

    public PersonForm getPerson() {
        return person;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public List<String> getClauses() {
        return clauses;
    }

    public void setClauses(List<String> clauses) {
        this.clauses = clauses;
    }

    public Boolean getInScope() {
        return inScope;
    }

    public void setInScope(Boolean inScope) {
        this.inScope = inScope;
    }

    public Boolean getOfficialAccount() {
        return officialAccount;
    }

    public void setOfficialAccount(Boolean officialAccount) {
        this.officialAccount = officialAccount;
    }

    public Boolean getWhistleblowing() {
        return whistleblowing;
    }

    public void setWhistleblowing(Boolean whistleblowing) {
        this.whistleblowing = whistleblowing;
    }

    public Boolean getChildInvolved() {
        return childInvolved;
    }

    public void setChildInvolved(Boolean childInvolved) {
        this.childInvolved = childInvolved;
    }

    public Boolean getRepeat() {
        return repeat;
    }

    public void setRepeat(Boolean repeat) {
        this.repeat = repeat;
    }

    public LocalDate getPostedOn() {
        return postedOn;
    }

    public void setPostedOn(LocalDate postedOn) {
        this.postedOn = postedOn;
    }

    public TriageForm.Audience getAudience() {
        return audience;
    }

    public void setAudience(TriageForm.Audience audience) {
        this.audience = audience;
    }

    public TriageForm.Impact getImpact() {
        return impact;
    }

    public void setImpact(TriageForm.Impact impact) {
        this.impact = impact;
    }

    public InPost getInPost() {
        return inPost;
    }

    public void setInPost(InPost inPost) {
        this.inPost = inPost;
    }

    public String getInPostReasons() {
        return inPostReasons;
    }

    public void setInPostReasons(String inPostReasons) {
        this.inPostReasons = inPostReasons;
    }

    public String getDuplicateOf() {
        return duplicateOf;
    }

    public void setDuplicateOf(String duplicateOf) {
        this.duplicateOf = duplicateOf;
    }

    public Decision getDecision() {
        return decision;
    }

    public void setDecision(Decision decision) {
        this.decision = decision;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
