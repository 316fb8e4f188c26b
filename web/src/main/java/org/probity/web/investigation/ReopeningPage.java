package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.closure.Closures;

/** Opens an ended case again, at its findings or at its detection. */
@Named
@ViewScoped
public class ReopeningPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Closures closures;

    private String reasons;

    public void load() {
        open(Act.REOPEN);
    }

    public void reopen() {
        act(() -> closures.reopen(getReference(), reasons), null, "investigation.reopen.done");
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
