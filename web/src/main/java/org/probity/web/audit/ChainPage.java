package org.probity.web.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.audit.Verdict;
import org.probity.checkpoint.CheckpointLine;
import org.probity.checkpoint.Examination;
import org.probity.checkpoint.KeyLine;
import org.probity.kernel.Language;
import org.probity.proof.InstallationAudit;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Texts;

/** Checks the chain of the audit, and signs it. */
@Named
@ViewScoped
public class ChainPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String SEVERAL = "audit.verdict.";
    private static final String ONE = "audit.verdict.one.";

    @Inject
    private AuditDesks desks;

    @Inject
    private PageActions pageActions;

    @Inject
    private InstallationAudit installation;

    private Examination examination;
    private String why;

    public void examine() {
        pageActions.step(() -> examination = desks.current().examine());
    }

    public void sign() {
        pageActions.run(() -> {
            desks.current().checkpoint();
        }, desks.page(), "audit.signed");
    }

    /** Hands over to a new key, which signs from now on. */
    public void changeKey() {
        pageActions.run(() -> installation.changeKey(why), desks.page(), "audit.keys.changed");
    }

    public boolean isInstallation() {
        return CurrentBoard.orNone() == null;
    }

    public List<KeyLine> getKeys() {
        return desks.current().keys();
    }

    /** How a key came to sign, as a key of a sentence. */
    public String how(KeyLine key) {
        return "audit.keys.how." + (key.foreign() ? "foreign" : key.declared() != null ? "declared" : key.previous() != null ? "handedOver" : "first");
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    /** Whether it is whole, tampered with, or could not be checked to its end. */
    public String getHeading() {
        return "audit.verdict." + (examination.whole() ? "whole" : examination.verdict().whole() && examination.forged() == 0 ? "unchecked" : "broken");
    }

    /** Null until asked for. */
    public Examination getExamination() {
        return examination;
    }

    /** What was found, in a sentence. */
    public String getFinding() {
        Language language = CurrentCaller.get().language();
        Verdict verdict = examination.verdict();
        String one = ONE + verdict.kind();
        boolean single = verdict.from() == verdict.to() && Texts.find(language, one).isPresent();
        return Texts.of(language, single ? one : SEVERAL + verdict.kind(), verdict.entries(), verdict.from(), verdict.to());
    }

    public String getSignature() {
        Language language = CurrentCaller.get().language();
        return examination.signed() == 0 ? Texts.get(language, "audit.verdict.unsigned")
                : Texts.of(language, "audit.verdict.signed", examination.signed(), examination.signedAt());
    }

    public List<CheckpointLine> getCheckpoints() {
        return desks.current().checkpoints();
    }
}
