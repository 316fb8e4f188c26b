package org.probity.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Limit;
import org.probity.access.Limits;
import org.probity.access.Origin;
import org.probity.access.TooMany;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;
import org.probity.token.ApiToken;
import org.probity.token.TokenBearers;
import org.probity.web.http.ClientAddress;
import org.probity.web.http.LongBodies;
import org.probity.web.http.RateLimiter;

/**
 * The way into the API: the board comes from the path, the caller from the bearer token, the language from
 * {@code Accept-Language}. Sessions do not count here, so no other site can act with somebody's cookie.
 *
 * <p>A token of another board is as unknown as any wrong one.
 */
@WebFilter("/api/*")
public class ApiFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern AT_BOARD = Pattern.compile("/api/boards/([^/]+)(/.*)?");
    private static final String SCHEME = "bearer ";

    @Inject
    private transient Boards boards;

    @Inject
    private transient TokenBearers bearers;

    @Inject
    private transient ReadTransaction transaction;

    @Inject
    private transient Limits limits;

    @Inject
    private transient RateLimiter rateLimiter;

    @Inject
    private transient Installation installation;

    @Inject
    private transient LongBodies longBodies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (installation.isDemo()) {
            response.setHeader("Probity-Installation", "demo");
        }
        Caller nobody = Caller.reporter().reading(language(request));
        Problem problem = CurrentOrigin.call(Origin.api(ClientAddress.of(request)),
                () -> CurrentCaller.call(nobody, () -> enter(request, response, chain)));
        if (problem != null && !response.isCommitted()) {
            problem.send(response);
        }
    }

    /** The one of our two languages that the caller likes better. */
    private static Language language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage)
                .filter(code -> code.equals("cy") || code.equals("en")).findFirst().map(Language::of).orElse(Language.EN);
    }

    /** @return what stood in the way, or null where the request was answered */
    private Problem enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            rateLimiter.address(Limit.API_ADDRESS);
            LongBodies.requireReadable();
            if (hasNul(request.getRequestURI()) || hasNul(request.getQueryString())) {
                return Problem.of(HttpServletResponse.SC_BAD_REQUEST);
            }
            Matcher atBoard = AT_BOARD.matcher(request.getRequestURI().substring(request.getContextPath().length()));
            if (!atBoard.matches()) {
                return pass(request, response, chain);
            }
            String slug = atBoard.group(1);
            return Board.isSlug(slug) ? CurrentBoard.call(slug, () -> reading(request, response, chain)) : Problem.of(Refusal.notFound());
        } catch (TooMany e) {
            response.setHeader("Retry-After", String.valueOf(e.seconds()));
            return Problem.of(e);
        } catch (RuntimeException e) {
            return Problem.of(e);
        }
    }

    private Problem reading(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        transaction.begin(request.getMethod());
        try {
            return boards.open(CurrentBoard.slug()).isPresent() ? identify(request, response, chain) : Problem.of(Refusal.notFound());
        } finally {
            transaction.abandon();
        }
    }

    private Problem identify(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        String given = request.getHeader("Authorization");
        if (given == null) {
            return pass(request, response, chain);
        }
        Optional<String> token = token(given);
        token.ifPresent(known -> limits.count(Limit.API_TOKEN, ApiToken.hash(known)));
        Optional<TokenBearers.Bearer> bearer = token.flatMap(bearers::of);
        if (bearer.isEmpty()) {
            return Problem.unknownToken();
        }
        Language language = CurrentCaller.get().language();
        noteUse(bearer.get(), request.getMethod());
        return CurrentCaller.call(bearer.get().caller().reading(language), () -> pass(request, response, chain));
    }

    /** Once a minute, in a transaction before that of the request: nobody waits for the row of a token while something long is read. */
    private void noteUse(TokenBearers.Bearer bearer, String method) {
        if (bearer.isUseWorthNoting()) {
            transaction.end();
            bearers.noteUse(bearer);
            transaction.begin(method);
        }
    }

    /** No text may hold it, and a database would say so too late. */
    private static boolean hasNul(String address) {
        return address != null && address.contains("%00");
    }

    /** The bearer token that comes with the request. */
    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization")).flatMap(ApiFilter::token);
    }

    private static Optional<String> token(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? Optional.of(authorization.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private Problem pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        LongBodies.Turn turn = longBodies.enter(request, CurrentCaller.get().accountId(), LongBodies.ONE_FILE);
        try {
            if (turn.answer().isForNow()) {
                response.setHeader("Retry-After", String.valueOf(LongBodies.COME_BACK));
                return Problem.saying(turn.answer().status(), turn.answer().text());
            }
            return turn.answer() == LongBodies.Answer.WELCOME ? answered(request, response, chain) : Problem.of(turn.answer().status());
        } finally {
            longBodies.leave(turn);
        }
    }

    private static Problem answered(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, new ProblemResponse(response));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
