package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.powers.FactorResets;
import org.probity.web.faces.PageActions;

/** Second factors of people who belong to several boards, or who run the installation: the operators set them aside, two together. */
@Named
@ViewScoped
public class ResetDeskPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String HERE = "/operator/second-factors";

    @Inject
    private FactorResets resets;

    @Inject
    private PageActions pageActions;

    private String username;
    private String reason;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the operator */
    public void load() {
        resets.ofOperators();
    }

    public List<FactorResets.Line> getLines() {
        return resets.ofOperators();
    }

    public void ask() {
        pageActions.run(() -> resets.askFor(username, reason), HERE, "administration.change.factorAsked", username);
    }

    public void confirm(Long id, String name) {
        pageActions.run(() -> resets.confirmAsOperator(id), HERE, "administration.change.factorReset", name);
    }

    public void stop(Long id, String name) {
        pageActions.run(() -> resets.stopAsOperator(id), HERE, "administration.powers.stopped", name);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
