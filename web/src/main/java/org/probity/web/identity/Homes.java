package org.probity.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.member.Members;
import org.probity.signon.Providers;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.http.SignInSource;

/** Where somebody belongs: their boards, and the page each role starts on. */
@ApplicationScoped
public class Homes {

    /** A membership: the board and who the account is there. */
    public record Home(Board board, Caller caller) {
    }

    /** Characters of a path that is kept to come back to; none of ours is longer, and strangers write it too. */
    private static final int LONGEST = 500;

    @Inject
    private Boards boards;

    @Inject
    private Members members;

    @Inject
    private Providers providers;

    @Inject
    private HttpServletRequest request;

    /** The account's boards that this session may enter, with its roles at each, by name. */
    public List<Home> of(Account account, Language language) {
        List<Home> homes = new ArrayList<>();
        for (Board board : boards.all()) {
            if (!board.closed() && account.boards().contains(board.slug()) && CurrentBoard.call(board.slug(), () -> providers.admits(SignInSource.of(request)))) {
                CurrentBoard.call(board.slug(), () -> members.caller(account.id(), language))
                        .ifPresent(caller -> homes.add(new Home(board, caller)));
            }
        }
        return homes;
    }

    /** The first page after sign-in, from the root. */
    public String first(Account account, Language language) {
        if (account.operator() && SignInSource.of(request) == null) {
            return "/operator";
        }
        List<Home> homes = of(account, language);
        if (!homes.isEmpty() && homes.stream().allMatch(home -> home.caller().roles().equals(Set.of(Role.HR)))) {
            return "/referrals";
        }
        return homes.size() == 1 ? at(homes.get(0)) : "/boards";
    }

    /** The first page at a board, from the root. */
    public static String at(Home home) {
        return home.caller().roles().equals(Set.of(Role.HR)) ? "/referrals"
                : "/" + home.board().slug() + "/" + start(home.caller());
    }

    /** The first page of a member, below their board. */
    static String start(Caller caller) {
        if (caller.has(Role.OFFICER)) {
            return "worklist";
        }
        if (caller.has(Role.LEAD)) {
            return "approvals";
        }
        return caller.has(Role.EMPLOYEE) ? "requests" : "home";
    }

    /** Whether a path leads to a page of ours and nowhere else. */
    public static boolean isOwnPath(String path) {
        return isHere(path) && !path.matches("/(?:[a-z0-9]+/)?(?:signin|signout)(?:[/?].*)?");
    }

    /** Whether it is a path of this server, and no browser could take it for another one's. */
    static boolean isHere(String path) {
        return path != null && path.length() <= LONGEST && path.matches("/([A-Za-z0-9?][^\\\\\\p{Cntrl}]*)?") && !path.contains("//");
    }
}
