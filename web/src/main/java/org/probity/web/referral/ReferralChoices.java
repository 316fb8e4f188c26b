package org.probity.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.probity.documents.PictureBudget;
import org.probity.identity.CurrentCaller;
import org.probity.kernel.Days;
import org.probity.referral.Answer;
import org.probity.referral.DutyText;
import org.probity.referral.Redirect;
import org.probity.referral.ReferralOutcome;
import org.probity.tenancy.Boards;

/** The choices in the forms about referrals, and what the law says of the duties behind them. */
@Named
@RequestScoped
public class ReferralChoices {

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    public List<Answer> getAnswers() {
        return List.of(Answer.values());
    }

    public List<Redirect> getRedirects() {
        return List.of(Redirect.values());
    }

    public List<ReferralOutcome.Result> getResults() {
        return List.of(ReferralOutcome.Result.values());
    }

    public List<ReferralOutcome.Appeal> getAppeals() {
        return List.of(ReferralOutcome.Appeal.values());
    }

    /** How many million points the pictures that are drawn in a pack may have together. */
    public int getMegapixels() {
        return PictureBudget.MEGAPIXELS;
    }

    /** What holds in the board's country today: the barring duty, then the regulators. */
    public List<DutyText> getDuties() {
        return DutyText.inForce(boards.board().country(), Days.of(clock.instant()), CurrentCaller.get().language());
    }

    public List<DutyText> getRegulators() {
        return getDuties().stream().filter(duty -> !duty.code().equals(DutyText.DBS)).toList();
    }

    /** Name of a regulator, or the code where this country has none of that code. */
    public String regulator(String code) {
        return getRegulators().stream().filter(duty -> duty.code().equals(code)).map(DutyText::name).findFirst().orElse(code);
    }
}
