package org.probity.ear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import org.probity.access.Caller;
import org.probity.access.Condition;
import org.probity.access.CurrentCaller;
import org.probity.account.Account;
import org.probity.account.SignIns;
import org.probity.kernel.Language;
import org.probity.member.Members;
import org.probity.tenancy.CurrentBoard;

/** Runs work inside the server as one of the demo members, as the web filter would for somebody who has just signed in. */
@ApplicationScoped
public class AsMember {

    @Inject
    private SignIns signIns;

    @Inject
    private Members members;

    /** @param role as in the log-in, such as {@code officer2} */
    public <T> T call(String board, String role, Supplier<T> work) {
        Account account = signIns.find(board + "-" + role + "@example.org").orElseThrow();
        return CurrentBoard.call(board, () -> {
            Caller caller = members.caller(account.id(), Language.EN).orElseThrow().proving(Set.of(Condition.FRESH));
            return CurrentCaller.call(caller, work);
        });
    }

    public void run(String board, String role, Runnable work) {
        call(board, role, () -> {
            work.run();
            return null;
        });
    }
}
