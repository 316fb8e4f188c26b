package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.closure.Closures;

/** Ends a case before its time: everything that still waits goes away. */
@Named
@ViewScoped
public class WithdrawalPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Closures closures;

    private String reasons;

    public void load() {
        open(Act.WITHDRAW);
    }

    public void withdraw() {
        act(() -> closures.withdraw(getReference(), reasons), null, "investigation.withdraw.done");
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
