package org.probity.powers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.Optional;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.account.Account;
import org.probity.account.AccountMailer;
import org.probity.account.OneTimeLink.Kind;
import org.probity.account.OneTimeLinks;
import org.probity.account.SignIns;
import org.probity.kernel.Unguarded;
import org.probity.member.Members;
import org.probity.tenancy.CurrentBoard;

/**
 * Somebody cannot sign in and asks for a link. The asking is answered at once and alike for everybody; whether there is such an
 * account is found out afterwards, so that neither the answer nor its time tells.
 */
@Unguarded("Anybody may ask; the link goes to the account's own address, through guarded services")
@ApplicationScoped
public class ResetRequests {

    /** What was asked, and from where. */
    public record Asked(String username, Origin origin) {
    }

    @Inject
    private Event<Asked> asked;

    @Inject
    private SignIns signIns;

    @Inject
    private Members members;

    @Inject
    private OneTimeLinks links;

    @Inject
    private AccountMailer accountMailer;

    /** Asks for a link to be mailed to whoever signs in under that name. */
    public void ask(String username) {
        asked.fireAsync(new Asked(username, CurrentOrigin.get()));
    }

    void answer(@ObservesAsync Asked request) {
        CurrentOrigin.run(request.origin(), () -> CurrentCaller.run(Caller.system(),
                () -> signIns.find(request.username()).ifPresent(this::write)));
    }

    /** From the first board that has the person as a member: the mail belongs to a board. */
    private void write(Account account) {
        Optional<String> from = account.boards().stream().sorted().filter(board -> isMember(board, account)).findFirst();
        if (from.isPresent() && !links.isFresh(account.id(), Kind.RESET)) {
            OneTimeLinks.Made link = links.make(account.id(), Kind.RESET);
            CurrentBoard.run(from.get(), () -> accountMailer.postAlone(AccountMailer.with(link, "account.reset", account.displayName(),
                    account.email(), account.language())));
        }
    }

    private boolean isMember(String board, Account account) {
        return CurrentBoard.call(board, () -> members.caller(account.id(), account.language())).isPresent();
    }
}
