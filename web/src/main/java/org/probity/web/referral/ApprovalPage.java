package org.probity.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.kernel.Checks;
import org.probity.referral.ReferralInbox;
import org.probity.referral.ReferralView;
import org.probity.referral.Referrals;
import org.probity.web.investigation.CaseForm;
import org.probity.web.investigation.PageCase;

/** A lead who neither investigated nor composed reads the pack as it would go out, and approves it or gives it back. */
@Named
@ViewScoped
public class ApprovalPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Referrals referrals;

    @Inject
    private ReferralTab tab;

    @Inject
    private ReferralInbox versions;

    @Inject
    private PageCase pageCase;

    private Long id;
    private int version;
    private int round;
    private boolean outsider;
    private Boolean approved;
    private String reasons;

    public void load() {
        open(Act.APPROVE_REFERRAL, "approveReferral");
        ReferralView.Desk desk = tab.of(getReference());
        id = desk == null ? null : desk.id();
        version = desk == null ? 0 : desk.version();
        round = desk == null ? 0 : desk.round();
        outsider = desk != null && desk.mayApprove();
    }

    public void decide() {
        act(() -> {
            new Checks().that(approved != null, "approved", "kernel.refused.choice").text("reasons", reasons, Checks.LONG_TEXT).done();
            versions.expect(id, version);
            referrals.approve(getReference(), id, round, approved, reasons);
        }, "referral", approved != null && approved ? "referral.approval.sent" : "referral.approval.returned");
    }

    /** Whether the reader neither investigated nor composed. */
    public boolean isOutsider() {
        return outsider;
    }

    /** Whether the subject may be told, which approving does. */
    public boolean isContactAllowed() {
        return pageCase.of(getReference()).contactAllowed();
    }

    public Boolean getApproved() {
        return approved;
    }

    public void setApproved(Boolean approved) {
        this.approved = approved;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
