package org.probity.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.account.SignedIn;
import org.probity.correspondence.SubjectLetters;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;
import org.probity.web.faces.PrettyViewHandler;
import org.probity.web.http.SessionAuthenticator;
import org.probity.worklist.WorklistQueries;

/** What the template shows around every page: board, person, languages, navigation. */
@Named
@RequestScoped
public class Frame {

    /** One line of the navigation. */
    public record Link(String key, String address, boolean current) {
    }

    @Inject
    private Boards boards;

    @Inject
    private Installation installation;

    @Inject
    private WorklistQueries worklist;

    @Inject
    private SubjectLetters letters;

    private final Caller caller = CurrentCaller.get();
    private Board board;
    private Optional<SignedIn> signedIn;
    private boolean severalBoards;
    private List<Link> menu;

    @PostConstruct
    void look() {
        board = CurrentBoard.orNone() == null ? null : boards.board();
        signedIn = SignedIn.whole(SessionAuthenticator.here(request()));
        severalBoards = signedIn.filter(someone -> someone.through() == null && someone.account().boards().size() > 1).isPresent();
    }

    /** Whether everything here is made up, which every page says. */
    public boolean isDemo() {
        return installation.isDemo();
    }

    public boolean isAtBoard() {
        return board != null;
    }

    public boolean isSeveralBoards() {
        return severalBoards;
    }

    public String getBoardName() {
        return board == null ? "" : board.name(caller.language());
    }

    /** The theme's address with the colour in it, so that it may be kept for ever. */
    public String getTheme() {
        return root() + "/" + board.slug() + "/theme.css?c=" + board.accent().replace("#", "");
    }

    /** Whether the page that is drawn keeps nothing here. */
    public boolean isWithoutMemory() {
        return PrettyViewHandler.isWithoutMemory(FacesContext.getCurrentInstance().getViewRoot().getViewId());
    }

    public boolean isSignedIn() {
        return signedIn.isPresent();
    }

    public String getPersonName() {
        return signedIn.map(someone -> someone.account().displayName()).orElse("");
    }

    /** Where the board's name leads. */
    public String getHome() {
        return board == null ? root() + "/" : root() + "/" + board.slug() + "/";
    }

    public String getRoot() {
        return root();
    }

    public boolean isSearching() {
        return board != null && Act.SEE_INVESTIGATION.allows(caller);
    }

    /** The languages to switch to: every one but this. */
    public Language getOtherLanguage() {
        return caller.language() == Language.EN ? Language.CY : Language.EN;
    }

    /** This page, to come back to in the other language. */
    public String getHere() {
        return address() == null ? getHome() : address();
    }

    public List<Link> getMenu() {
        if (menu == null) {
            menu = Arrays.stream(Menu.values()).filter(item -> item.offeredTo(caller, this::isAsked)).map(this::link).toList();
        }
        return menu;
    }

    /** The page that tells of an error asks for nothing more: what failed may be the database. */
    private boolean isAsked() {
        return board != null && caller.memberId() != null && request().getDispatcherType() != DispatcherType.ERROR
                && Act.SEE_OWN_REQUESTS.allows(caller) && (worklist.wasAsked() || letters.areThere());
    }

    private Link link(Menu item) {
        String path = item.path().startsWith("/") ? root() + item.path() : getHome() + item.path();
        String here = address() == null ? "" : address().replaceFirst("\\?.*", "");
        return new Link("frame.menu." + item.name().toLowerCase(Locale.ROOT), path,
                here.equals(path) || here.startsWith(path + "/"));
    }

    private static String address() {
        return (String) request().getAttribute(PrettyViewHandler.ADDRESS);
    }

    private static String root() {
        return request().getServletContext().getContextPath();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
