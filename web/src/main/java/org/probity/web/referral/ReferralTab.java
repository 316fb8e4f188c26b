package org.probity.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.referral.ReferralMove;
import org.probity.referral.ReferralQueries;
import org.probity.referral.ReferralView;
import org.probity.referral.Status;
import org.probity.web.investigation.PageCase;

/** Where the referral of a case stands, for the board's own people. */
@Named
@RequestScoped
public class ReferralTab {

    @Inject
    private ReferralQueries queries;

    @Inject
    private PageCase pageCase;

    private ReferralView.Desk desk;
    private ReferralView.Marks marks;

    /** The case's referral, or null. */
    public ReferralView.Desk of(String reference) {
        if (desk == null) {
            desk = queries.desk(reference).orElse(null);
        }
        return desk;
    }

    /** The same, or another referral of the case. @param id null for the same @throws Refusal NOT_FOUND where the case has no such */
    public ReferralView.Desk of(String reference, Long id) {
        if (desk == null && id != null) {
            desk = queries.desk(reference, id);
        }
        return of(reference);
    }

    /** What the head of the case says of its referral. */
    public ReferralView.Marks marks(String reference) {
        if (marks == null) {
            marks = queries.marks(reference);
        }
        return marks;
    }

    /** Whether the clocks of the case stand still, so that nothing can be done about it. */
    public boolean paused(String reference) {
        return pageCase.of(reference).pausedAt() != null;
    }

    /** What was done, the newest first. */
    public List<ReferralView.MoveLine> moves(String reference) {
        return newestFirst(of(reference).moves());
    }

    /** The last of that kind, or null. */
    public ReferralView.MoveLine last(String reference, ReferralMove.Kind kind) {
        return moves(reference).stream().filter(move -> move.kind() == kind).findFirst().orElse(null);
    }

    /** What the employer asks; null where nothing is asked. */
    public ReferralView.MoveLine question(String reference) {
        return last(reference, ReferralMove.Kind.QUESTION);
    }

    /** Why the employer declined; null where it has not. */
    public ReferralView.MoveLine refusal(String reference) {
        return last(reference, ReferralMove.Kind.DECLINED);
    }

    /** Why the lead gave the pack back; null where that was not the last thing said about it. */
    public ReferralView.MoveLine returned(String reference) {
        ReferralView.MoveLine latest = moves(reference).stream().findFirst().orElse(null);
        return latest != null && latest.kind() == ReferralMove.Kind.RETURNED ? latest : null;
    }

    /** Whether the reader works on what waits now, at the address of the referral. */
    public boolean mine(String reference) {
        String step = of(reference).step();
        return step != null && CurrentCaller.get().has(Role.OFFICER)
                && List.of("composePack", "answerQuestion", "redirectReferral", "checkDuties").contains(step);
    }

    /** The earlier referrals whose duties the reader has to look at. */
    public List<Long> othersDue(String reference) {
        return CurrentCaller.get().has(Role.OFFICER) ? of(reference).othersDue() : List.of();
    }

    /** Whether the reader could decide on the pack, had they neither investigated nor composed it. */
    public boolean deciding(String reference) {
        return "approveReferral".equals(of(reference).step()) && CurrentCaller.get().has(Role.LEAD);
    }

    /** Colour of a status; the words say the same. */
    public String tone(Status status) {
        return switch (status) {
            case OUTCOME_RECORDED, COMPLETED -> "good";
            case DECLINED -> "bad";
            case STOPPED, WITHDRAWN -> "none";
            default -> "wait";
        };
    }

    static List<ReferralView.MoveLine> newestFirst(List<ReferralView.MoveLine> moves) {
        List<ReferralView.MoveLine> turned = new ArrayList<>(moves);
        Collections.reverse(turned);
        return turned;
    }
}
