package org.probity.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.account.SignIns;
import org.probity.account.SignedIn;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.powers.SecondFactorRules;
import org.probity.referral.ReferralInbox;
import org.probity.referral.ReferralView;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;
import org.probity.web.http.SessionAuthenticator;
import org.probity.web.identity.Homes;

/**
 * One list of the referrals from every board that sends the reader's organisation any. Each board is asked by itself, as
 * the member the reader is there: nothing is joined across boards.
 */
@Named
@RequestScoped
public class InboxPage {

    private static final int SIZE = 25;

    @Inject
    private SignIns signIns;

    @Inject
    private Homes homes;

    @Inject
    private ReferralInbox inbox;

    private int page = 1;
    private long total;
    private List<ReferralView.InboxRow> rows = List.of();

    /** @throws Refusal FORBIDDEN for whoever is no HR partner anywhere */
    public void load() {
        Account account = signIns.find(FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal().getName())
                .orElseThrow(Refusal::notFound);
        List<Homes.Home> mine = homes.of(account, CurrentCaller.get().language()).stream()
                .filter(home -> home.caller().has(Role.HR)).toList();
        if (mine.stream().anyMatch(home -> SecondFactorRules.asks(home.board(), home.caller())) && !secondFactorShown()) {
            PageActions.go("/account/second-factor?next=/referrals");
            return;
        }
        if (mine.isEmpty()) {
            throw Refusal.forbidden("identity.refused.role");
        }
        List<ReferralView.InboxRow> all = new ArrayList<>();
        mine.forEach(home -> all.addAll(at(home)));
        rows = all.stream().sorted(Comparator.comparing(ReferralView.InboxRow::sentAt).reversed())
                .skip((long) (getPage() - 1) * SIZE).limit(SIZE).toList();
    }

    private static boolean secondFactorShown() {
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return SessionAuthenticator.here(request).filter(SignedIn::secondFactor).isPresent();
    }

    /** As many of a board's newest as could stand on the pages up to this one. */
    private List<ReferralView.InboxRow> at(Homes.Home home) {
        return CurrentBoard.call(home.board().slug(), () -> CurrentCaller.call(home.caller(), () -> {
            List<ReferralView.InboxRow> found = new ArrayList<>();
            Page<ReferralView.InboxRow> next;
            int wanted = 0;
            do {
                next = inbox.list(wanted++, Page.LARGEST);
                found.addAll(next.items());
            } while (found.size() < (long) getPage() * SIZE && next.items().size() == Page.LARGEST);
            total += next.total();
            return found;
        }));
    }

    public List<ReferralView.InboxRow> getRows() {
        return rows;
    }

    public long getTotal() {
        return total;
    }

    public int getSize() {
        return SIZE;
    }

    public int getPage() {
        return Math.max(1, page);
    }

    public void setPage(int page) {
        this.page = page;
    }
}
