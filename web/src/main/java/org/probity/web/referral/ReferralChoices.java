package org.probity.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.letter.PictureBudget;
import org.probity.outcome.DutyText;
import org.probity.outcome.ReferralOutcome;
import org.probity.referral.Answer;
import org.probity.referral.Redirect;

/** The choices in the forms about referrals, and what the law says of the duties behind them. */
@Named
@RequestScoped
public class ReferralChoices {

    public List<Answer> getAnswers() {
        return List.of(Answer.values());
    }

    public List<Redirect> getRedirects() {
        return List.of(Redirect.values());
    }

    public List<ReferralOutcome.Result> getResults() {
        return List.of(ReferralOutcome.Result.values());
    }

    /** @param first whether it is the decision itself: what follows tells of an appeal */
    public List<ReferralOutcome.Appeal> appeals(boolean first) {
        return Stream.of(ReferralOutcome.Appeal.values()).filter(one -> first || one != ReferralOutcome.Appeal.NONE).toList();
    }

    /** How many million points the pictures that are drawn in a pack may have together. */
    public int getMegapixels() {
        return PictureBudget.MEGAPIXELS;
    }

    /** Name of a regulator, of whichever country. */
    public String regulator(String code) {
        return DutyText.nameOf(code, CurrentCaller.get().language());
    }
}
