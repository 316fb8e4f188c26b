package org.probity.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.probity.kernel.Checks;
import org.probity.referral.Pack;
import org.probity.referral.ReferralQueries;
import org.probity.referral.ReferralView;
import org.probity.referral.Referrals;
import org.probity.web.kernel.Acts;

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
    private Acts acts;

    private String reference;
    private String reasons;
    private final ArrayList<PackRow> rows = new ArrayList<>();
    private String summary;
    private Long organisationId;

    /** Reads what can go in, where a pack is to be composed. */
    public void load(String reference, String form) {
        this.reference = reference;
        if (form.equals("compose")) {
            ReferralView.Composing composing = queries.composing(reference);
            reasons = composing.reasons();
            summary = composing.summary();
            organisationId = composing.organisationId();
            composing.sources().forEach(source -> rows.add(new PackRow(source)));
            rows.forEach(row -> row.beginFrom(composing.last()));
        }
    }

    public void compose() {
        acts.run(() -> {
            check();
            referrals.compose(reference, new Pack(rows.stream().map(PackRow::item).toList(), summary, organisationId));
        }, "investigations/" + reference + "?tab=referral", "referral.compose.done");
    }

    private void check() {
        Checks checks = new Checks().required("organisationId", organisationId).text("summary", summary, Checks.LONG_TEXT);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).check(checks, "items[" + i + "].");
        }
        checks.done();
    }

    public String getReasons() {
        return reasons;
    }

    public List<PackRow> getRows() {
        return rows;
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
