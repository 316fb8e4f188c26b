package org.probity.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.referral.Redirect;
import org.probity.referral.ReferralInbox;
import org.probity.referral.ReferralView;
import org.probity.referral.Referrals;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;

/** The officer's desk for a referral: where it stands, and the one thing the board has to do about it now. */
@Named
@ViewScoped
public class ReferralDeskPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReferralTab tab;

    @Inject
    private Referrals referrals;

    @Inject
    private ReferralInbox versions;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String chosen;
    private Long id;
    private int version;
    private String form = "none";
    private String words;
    private Redirect redirect;
    private Long organisationId;
    private String reasons;
    private DutyForm duties;

    /** @throws Refusal NOT_FOUND where the case is out of sight or has no referral */
    public void load() {
        ReferralView.Desk desk = getDesk();
        if (desk == null) {
            throw Refusal.notFound();
        }
        id = desk.id();
        version = desk.version();
        duties = new DutyForm(desk.due());
        form = CurrentCaller.get().has(Role.OFFICER) && !tab.paused(reference) ? form(desk.step()) : "none";
    }

    /** The referral of the case that is worked on. */
    public ReferralView.Desk getDesk() {
        return tab.of(reference, id != null ? id : chosen == null || chosen.isBlank() ? null : Sending.id(chosen));
    }

    private static String form(String step) {
        return switch (step == null ? "" : step) {
            case "composePack" -> "compose";
            case "answerQuestion" -> "answer";
            case "redirectReferral" -> "redirect";
            case "checkDuties" -> "duties";
            default -> "none";
        };
    }

    public void answer() {
        run(() -> referrals.answerQuestion(id, words), "referral.answering.done");
    }

    public void decideWhere() {
        run(() -> {
            new Checks().that(redirect != null, "redirect", "kernel.refused.choice").done();
            referrals.redirect(id, redirect, organisationId, reasons);
        }, "referral.redirecting.done");
    }

    public void checkDuties() {
        run(() -> referrals.checkDuties(id, duties.duties()), "referral.duties.done");
    }

    private void run(Runnable act, String done) {
        pageActions.run(() -> {
            versions.expect(id, version);
            act.run();
        }, "investigations/" + reference + "?tab=referral", done);
    }

    public String getForm() {
        return form;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    /** Another referral of the case than the one that runs; null for that. */
    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public Redirect getRedirect() {
        return redirect;
    }

    public void setRedirect(Redirect redirect) {
        this.redirect = redirect;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public void setOrganisationId(Long organisationId) {
        this.organisationId = organisationId;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }

    public DutyForm getDuties() {
        return duties;
    }
}
