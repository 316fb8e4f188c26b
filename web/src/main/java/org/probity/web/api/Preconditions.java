package org.probity.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;

/** {@code If-Match}: an act on a version of what the caller saw. Looking and acting share a transaction. */
@ApplicationScoped
public class Preconditions {

    private static final Pattern INVESTIGATION = Pattern.compile("/api/boards/[^/]+/investigations/([^/]+)/.+");
    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,9})\"?");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Investigations investigations;

    @Inject
    private Preconditions inTransaction;

    /** @throws Refusal STALE where the investigation in the address has another version than the one asked for */
    Response met(Supplier<Response> act) {
        return asked() == null ? act.get() : inTransaction.checked(act);
    }

    /** Only by way of {@link #met}. */
    @Transactional
    public Response checked(Supplier<Response> act) {
        Matcher address = INVESTIGATION.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        if (address.matches()) {
            investigations.expect(address.group(1), version(asked()));
        }
        return act.get();
    }

    /** For what is no investigation: the check of its service gets the version that was asked for, if one was. */
    public void expect(IntConsumer check) {
        if (asked() != null) {
            check.accept(version(asked()));
        }
    }

    /** The version that was asked for, for a service that looks at it itself; null where none was. */
    public Integer version() {
        return asked() == null ? null : version(asked());
    }

    private String asked() {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        return header == null || header.strip().equals("*") ? null : header.strip();
    }

    private static int version(String tag) {
        Matcher matcher = VERSION.matcher(tag);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
}
