package org.probity.web.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Json;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.server.Faults;
import org.probity.web.faces.Texts;
import org.probity.web.http.OddParts;

/**
 * What the API answers when it does not do what was asked (RFC 9457), in the caller's language.
 *
 * @param type a URN that stays the same in every language
 * @param errors what is wrong with which field; empty where no single field is to blame
 */
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    /** What it is sent as. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final String CHALLENGE = "Bearer realm=\"probity\"";

    private static final Logger LOG = Logger.getLogger(Problem.class.getName());
    private static final int UNAUTHORISED = 401;
    private static final int TOO_LARGE = 413;
    private static final int INVALID = 422;
    private static final int UNREADABLE = 400;
    private static final int BROKEN = 500;
    private static final int UNAVAILABLE = 503;

    /** Seconds after which somebody who asks while the database is away asks again. */
    private static final int PATIENCE = 10;

    /** One field and what is wrong with it; list entries are counted from 0, as in {@code items[0].address}. */
    public record FieldError(String field, String message) {
    }

    static Problem of(int status) {
        return saying(status, "api.detail." + status);
    }

    static Problem unknownToken() {
        return saying(UNAUTHORISED, "api.detail.token");
    }

    /** @param key of what is told */
    static Problem saying(int status, String key, Object... args) {
        String told = args.length == 0 ? text(key) : Texts.of(language(), key, args);
        return new Problem("urn:probity:problem:" + status, title(status), status, told, List.of());
    }

    /** The problem behind an exception. What nobody foresaw is logged and told without its insides. */
    static Problem of(Throwable thrown) {
        Refusal refusal = Refusal.in(thrown);
        if (refusal != null) {
            return of(refusal);
        }
        OddParts odd = OddParts.in(thrown);
        if (odd != null) {
            return saying(odd.status(), odd.key(), odd.most());
        }
        if (thrown instanceof WebApplicationException web) {
            return of(web.getResponse().getStatus());
        }
        if (isTooLarge(thrown)) {
            return of(TOO_LARGE);
        }
        LOG.log(Level.SEVERE, "A request to the API failed", thrown);
        return of(Faults.isOutage(thrown) ? UNAVAILABLE : Faults.isHangUp(thrown) ? UNREADABLE : BROKEN);
    }

    private static Problem of(Refusal refusal) {
        int status = refusal.kind().status();
        List<FieldError> errors = refusal.problems().stream().filter(p -> p.field() != null)
                .map(p -> new FieldError(p.field(), message(p))).toList();
        String detail = refusal.problems().stream().filter(p -> p.field() == null).findFirst().map(Problem::message)
                .orElseGet(() -> text("api.detail." + (status == INVALID ? "invalid" : status)));
        return new Problem("urn:probity:problem:" + status, title(status), status, detail, errors);
    }

    /** As a response of a resource. */
    Response response() {
        Response.ResponseBuilder builder = Response.status(status).type(MEDIA_TYPE).entity(Json.write(this))
                .language(language().locale().getLanguage());
        if (status == UNAVAILABLE) {
            builder.header(HttpHeaders.RETRY_AFTER, PATIENCE);
        }
        return status == UNAUTHORISED ? builder.header("WWW-Authenticate", CHALLENGE).build() : builder.build();
    }

    /** Straight to the client, where no resource was reached. */
    void send(HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", language().code());
        if (status == UNAUTHORISED) {
            response.setHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
        }
        if (status == UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(PATIENCE));
        }
        response.getWriter().print(Json.write(this));
    }

    /** Whether the server stopped reading because there was too much. */
    static boolean isTooLarge(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t.getClass().getSimpleName().equals("RequestTooBigException")) {
                return true;
            }
        }
        return false;
    }

    private static String title(int status) {
        return Texts.find(language(), "api.title." + status).orElseGet(() -> text("api.title.other"));
    }

    private static String message(Refusal.Problem problem) {
        return Texts.of(language(), problem.key(), problem.args());
    }

    private static String text(String key) {
        return Texts.find(language(), key).orElseGet(() -> Texts.get(language(), "api.detail.other"));
    }

    private static Language language() {
        return CurrentCaller.get().language();
    }
}
