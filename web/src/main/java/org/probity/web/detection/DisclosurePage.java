package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Act;
import org.probity.detection.DisclosureQueries.DisclosureLine;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.detection.ProtectedDisclosures;
import org.probity.kernel.Checks;
import org.probity.web.investigation.CaseForm;
import org.probity.web.investigation.PageCase;

/** Says that a case may be a protected disclosure, and decides how it is treated. */
@Named
@ViewScoped
public class DisclosurePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private ProtectedDisclosures disclosures;

    @Inject
    private DisclosureTab tab;

    @Inject
    private PageCase pageCase;

    private Integer number;
    private boolean raising;
    private boolean deciding;
    private boolean others;
    private boolean takingBack;
    private String words;
    private Treatment treatment;
    private String reasons;

    public void load() {
        open(Act.RAISE_DISCLOSURE);
        DisclosureLine last = tab.last(getReference());
        number = last == null ? null : last.number();
        boolean open = last != null && last.inTheWay();
        raising = !open && !pageCase.of(getReference()).stage().ended();
        deciding = open && tab.isMine(getReference());
        others = open && !deciding;
        takingBack = open && last.treatment() == Treatment.PROTECTED;
    }

    public void raise() {
        act(() -> disclosures.raise(getReference(), words), null, "detection.disclosure.done");
    }

    public void decide() {
        act(() -> {
            new Checks().required("treatment", treatment).required("reasons", reasons).done();
            disclosures.decide(getReference(), number, treatment, reasons);
        }, null, "detection.disclosure.decide.done");
    }

    /** Whether nothing stands, so that it can be raised. */
    public boolean isRaising() {
        return raising;
    }

    /** Whether the reader decides on what stands. */
    public boolean isDeciding() {
        return deciding;
    }

    /** Whether somebody else does. */
    public boolean isOthers() {
        return others;
    }

    /** Whether a lead has decided that it is protected: all that is left to decide is that it is not. */
    public boolean isTakingBack() {
        return takingBack;
    }

    public List<Treatment> getTreatments() {
        return takingBack ? List.of(Treatment.NOT_PROTECTED) : List.of(Treatment.values());
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public Treatment getTreatment() {
        return treatment;
    }

    public void setTreatment(Treatment treatment) {
        this.treatment = treatment;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
