package org.probity.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.Limit;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.access.TooMany;
import org.probity.account.Account;
import org.probity.account.SignedIn;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Members;
import org.probity.powers.SecondFactorRules;
import org.probity.server.Faults;
import org.probity.signon.Providers;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;
import org.probity.web.faces.PrettyViewHandler;

/**
 * The one way into every page. Takes the board out of the path, finds out who is asking and what they are at that board, and
 * forwards to the view of the address. What is no known address, board or membership is answered alike: not found.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class BoardFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    /** How deep in the stack the server's reader of forms stands where it gave up. */
    private static final int FRAMES_OF_READING = 8;

    @Inject
    private transient Boards boards;

    @Inject
    private transient SessionAuthenticator sessionAuthenticator;

    @Inject
    private transient Members members;

    @Inject
    private transient Providers providers;

    @Inject
    private transient PageGuard pageGuard;

    @Inject
    private transient Installation installation;

    @Inject
    private transient Proofs proofs;

    @Inject
    private transient LongBodies longBodies;

    @Inject
    private transient RateLimiter rateLimiter;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse response = new PlainAnswer(answer);
        try {
            RequestContext.from(Origin.page(ClientAddress.of(request)), () -> open(request, response, chain));
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted() || !Faults.isOutage(e)) {
                throw e;
            }
            Unavailable.answer(response, installation.isDemo());
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        SecurityHeaders.write(request, response);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            showError(request, response, chain);
        } else if (Routes.isWinding(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (Resources.refuses(path, request, response)) {
            return;
        } else if (Routes.passes(path)) {
            Resources.keep(path, response);
            chain.doFilter(request, response);
        } else if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", METHODS));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (isFetchedForm(request) || Routes.holdsNoText(request.getQueryString())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (SecurityHeaders.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            try {
                rateLimiter.address(Limit.PAGE_ADDRESS);
                enterReadable(request, response, path);
            } catch (TooMany e) {
                Refusal.Problem why = e.problems().get(0);
                TryLater.tell(request, response, e.kind().status(), e.seconds(), why.key(), why.args());
            }
        }
    }

    /** Nobody sends files to fetch a page; the server would read and keep them all before a page could refuse them (CVE-2026-3260). */
    private static boolean isFetchedForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && !request.getMethod().equals("POST") && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /**
     * A form that the server itself cannot read is the sender's fault, not ours; a race is lost outside of pages too; and whose
     * session another of their requests has ended meanwhile is nobody.
     */
    private void enterReadable(HttpServletRequest request, HttpServletResponse response, String path) throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        try {
            enter(request, response, path);
        } catch (IOException | ServletException | RuntimeException e) {
            Optional<Integer> told = status(e);
            if (!response.isCommitted() && SessionAuthenticator.hasEnded(session)) {
                response.sendRedirect(request.getContextPath() + "/signin");
            } else if (response.isCommitted() || told.isEmpty()) {
                throw e;
            } else {
                response.sendError(told.get());
            }
        }
    }

    /** What is told of an exception that was foreseen. */
    private static Optional<Integer> status(Exception thrown) {
        Refusal refusal = Refusal.in(thrown);
        if (refusal != null) {
            return Optional.of(refusal.kind().status());
        }
        if (OddParts.in(thrown) != null) {
            return Optional.of(OddParts.in(thrown).status());
        }
        if (LongBodies.isTooLarge(thrown)) {
            return Optional.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        return isUnreadable(thrown) ? Optional.of(HttpServletResponse.SC_BAD_REQUEST) : Optional.empty();
    }

    private static boolean isUnreadable(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof BoardRequest.Unreadable || isOfReader(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfReader(Throwable thrown) {
        return !thrown.getClass().getSimpleName().contains("TooBig") && Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES_OF_READING).anyMatch(frame -> frame.getClassName().startsWith("io.undertow.server.handlers.form."));
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, String path) throws IOException, ServletException {
        LongBodies.requireReadable();
        Optional<SignedIn> anybody = sessionAuthenticator.look(request, !path.equals(Routes.SESSION));
        request.setAttribute(SignedIn.ATTRIBUTE, anybody.orElse(null));
        Optional<Account> account = SignedIn.whole(anybody).map(SignedIn::account);
        Optional<Language> wanted = Languages.wanted(request);
        if (wanted.isPresent()) {
            switchLanguage(request, response, account.isEmpty(), wanted.get());
            return;
        }
        Language language = Languages.of(request, account);
        remember(request, new RequestContext(null, siteCaller(account, language, SignInSource.of(request) == null).proving(proofs.of(anybody))));
        Optional<Routes.Found> site = Routes.withoutBoard(path);
        if (site.isPresent()) {
            visit(request, response, site.get(), (RequestContext) request.getAttribute(RequestContext.ATTRIBUTE), anybody, false);
        } else {
            enterBoard(request, response, path, account, language);
        }
    }

    /** Somebody whom another board's provider vouched for, or whom this board does not take without its own, is nobody here. */
    private void enterBoard(HttpServletRequest request, HttpServletResponse response, String path, Optional<Account> anybody,
            Language language) throws IOException, ServletException {
        int end = path.indexOf('/', 1);
        String slug = end < 0 ? path.substring(1) : path.substring(1, end);
        String rest = end < 0 ? "" : path.substring(end);
        Optional<Board> board = boards.open(slug);
        if (board.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (rest.startsWith(Resources.PREFIX)) {
            SecurityHeaders.keepForEver(response);
            request.getRequestDispatcher(rest).forward(new BoardRequest(request, slug, Map.of()), response);
        } else {
            Optional<Account> account = anybody.filter(a -> CurrentBoard.call(slug, () -> providers.admits(SignInSource.of(request))));
            Optional<Caller> member = account.flatMap(a -> CurrentBoard.call(slug, () -> members.visitor(a.id(), language)))
                    .map(m -> m.proving(proofs.of(SessionAuthenticator.here(request))));
            boolean factorAsked = member.filter(m -> SecondFactorRules.asks(board.get(), m)).isPresent()
                    && !SessionAuthenticator.here(request).orElseThrow().secondFactor();
            RequestContext requestContext = new RequestContext(slug, member.filter(m -> !factorAsked).orElse(Caller.reporter().reading(language)));
            Optional<Routes.Found> found = Routes.atBoard(rest);
            if (found.isEmpty() || account.isPresent() && member.isEmpty() && !found.get().address().open()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                remember(request, requestContext);
                visit(request, response, found.get(), requestContext,
                        SessionAuthenticator.here(request).filter(someone -> account.isPresent() || someone.owesSecondFactor()), factorAsked);
            }
        }
    }

    private void visit(HttpServletRequest request, HttpServletResponse response, Routes.Found found, RequestContext requestContext,
            Optional<SignedIn> someone, boolean factorAsked) throws IOException, ServletException {
        String address = address(request);
        request.setAttribute(PrettyViewHandler.ADDRESS, address);
        BoardRequest inside = new BoardRequest(request, requestContext.board(), found.parameters());
        Optional<String> detour = Detours.before(found.address(), someone, factorAsked, Proofs.lacking(found, requestContext), address);
        if (detour.isEmpty()) {
            take(request, response, () -> requestContext.run(() -> {
                int refused = pageGuard.refuses(found, request.getMethod().equals("POST"));
                if (refused == 0) {
                    request.getRequestDispatcher(found.address().target()).forward(inside, response);
                } else {
                    response.sendError(refused);
                }
            }));
        } else if (request.getMethod().equals("POST") && !LongBodies.isLong()) {
            request.setAttribute(TypedServlet.DETOUR, detour.get());
            requestContext.run(() -> request.getRequestDispatcher("/internal/typed").forward(inside, response));
        } else {
            response.sendRedirect(request.getServletContext().getContextPath() + detour.get());
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response, RequestContext.Work work) throws IOException, ServletException {
        LongBodies.Turn turn = longBodies.enter(request, SignedIn.whole(SessionAuthenticator.here(request)).map(someone -> someone.account().id())
                .orElse(null), LongBodies.FILES);
        try {
            if (turn.answer().isForNow()) {
                TryLater.tell(request, response, turn.answer().status(), LongBodies.COME_BACK, turn.answer().text());
            } else if (turn.answer() == LongBodies.Answer.WELCOME) {
                work.run();
            } else {
                response.sendError(turn.answer().status());
            }
        } finally {
            longBodies.leave(turn);
        }
    }

    /** A link may set the language of a browser, never that of an account: that takes a form of ours. */
    private static void switchLanguage(HttpServletRequest request, HttpServletResponse response, boolean stranger,
            Language language) throws IOException {
        if (stranger) {
            Languages.choose(request, response, language);
        }
        response.sendRedirect(address(request).replaceFirst("([?&])language=(cy|en)&?", "$1").replaceFirst("[?&]$", ""));
    }

    /** Faces finds no board in an error page's request, unless it is put back. */
    private static void showError(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestContext requestContext = request.getAttribute(RequestContext.ATTRIBUTE) instanceof RequestContext known ? known
                : new RequestContext(null, Caller.reporter().reading(Languages.of(request, Optional.empty())));
        request.removeAttribute(PrettyViewHandler.ADDRESS);
        HttpServletRequest plain = request instanceof BoardRequest board ? (HttpServletRequest) board.getRequest() : request;
        requestContext.run(() -> chain.doFilter(new BoardRequest(new ErrorRequest(plain), requestContext.board(), Map.of()), response));
    }

    private static Caller siteCaller(Optional<Account> account, Language language, boolean passphrase) {
        return account.map(a -> new Caller(a.id(), null, a.displayName(),
                Set.of(a.operator() && passphrase ? Role.OPERATOR : Role.PUBLIC), null, language)).orElse(Caller.reporter().reading(language));
    }

    private static void remember(HttpServletRequest request, RequestContext requestContext) {
        request.setAttribute(RequestContext.ATTRIBUTE, requestContext);
    }

    private static String address(HttpServletRequest request) {
        return request.getQueryString() == null ? request.getRequestURI() : request.getRequestURI() + "?" + request.getQueryString();
    }
}
