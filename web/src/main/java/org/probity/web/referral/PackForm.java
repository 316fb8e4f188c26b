package org.probity.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.disclosure.PackSource;
import org.probity.disclosure.Packs;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.referral.ReferralQueries;
import org.probity.referral.Referrals;
import org.probity.web.faces.PageActions;

/** A pack put together item by item: in, in with something taken out, or out with a reason. */
@Named
@ViewScoped
public class PackForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReferralQueries queries;

    @Inject
    private Referrals referrals;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String reasons;
    private PackRows rows = new PackRows(List.of(), List.of(), List.of());
    private String fingerprint;
    private PackRows.Rest rest = PackRows.Rest.SUGGESTED;
    private String othersOmissionReason;
    private String summary;
    private Long organisationId;

    /** Reads what can go in, where a pack is to be composed. */
    public void load(String reference, String form) {
        this.reference = reference;
        if (form.equals("compose")) {
            Packs.Composing composing = queries.composing(reference);
            reasons = composing.reasons();
            summary = composing.summary();
            organisationId = composing.organisationId();
            rows = new PackRows(composing.sources(), composing.last(), composing.changed());
            fingerprint = composing.fingerprint();
        }
    }

    public void earlier() {
        pageActions.step(() -> turn(rows.first() - PackRows.SHOWN));
    }

    public void later() {
        pageActions.step(() -> turn(rows.first() + PackRows.SHOWN));
    }

    private void turn(int place) {
        rows.turn(place, read());
    }

    /** What can go in now; what has changed since it was read before is looked at again. */
    private List<PackSource> read() {
        Packs.Composing composing = queries.composing(reference);
        fingerprint = composing.fingerprint();
        return composing.sources();
    }

    public void compose() {
        pageActions.run(() -> {
            try {
                check();
                referrals.compose(reference, rows.pack(rest, othersOmissionReason, summary, organisationId, fingerprint));
            } catch (Refusal refusal) {
                throw shown(refusal);
            }
        }, "investigations/" + reference + "?tab=referral", "referral.compose.done");
    }

    /** What is to blame, or has changed, may stand among items that are not shown: then they are. */
    private Refusal shown(Refusal refusal) {
        if (refusal.problems().stream().anyMatch(problem -> problem.key().equals(Referrals.CHANGED))) {
            rows.reread(read());
        }
        if (refusal.kind() != Refusal.Kind.INVALID) {
            return refusal;
        }
        List<String> named = rows.named(rest);
        if (!rows.isShown(rows.blamed(refusal, named))) {
            turn(rows.blamed(refusal, named));
        }
        return rows.shown(refusal, named);
    }

    private void check() {
        Checks checks = new Checks().required("organisationId", organisationId).text("summary", summary, Checks.LONG_TEXT);
        rows.check(checks, rest, othersOmissionReason);
        checks.done();
    }

    public String getReasons() {
        return reasons;
    }

    /** Those shown now. */
    public List<PackRow> getRows() {
        return rows.shown();
    }

    /** How many stand before them. */
    public int getBefore() {
        return rows.first();
    }

    /** How many there are up to the last of them. */
    public int getUpTo() {
        return rows.end();
    }

    public int getTotal() {
        return rows.size();
    }

    public PackRows.Rest[] getRests() {
        return PackRows.Rest.values();
    }

    public PackRows.Rest getRest() {
        return rest;
    }

    public void setRest(PackRows.Rest rest) {
        this.rest = rest == null ? this.rest : rest;
    }

    public String getOthersOmissionReason() {
        return othersOmissionReason;
    }

    public void setOthersOmissionReason(String othersOmissionReason) {
        this.othersOmissionReason = othersOmissionReason;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public void setOrganisationId(Long organisationId) {
        this.organisationId = organisationId;
    }
}
