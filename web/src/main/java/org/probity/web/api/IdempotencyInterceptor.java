package org.probity.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.util.Set;
import java.util.function.Supplier;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Checks;
import org.probity.kernel.Json;
import org.probity.kernel.Refusal;
import org.probity.token.ApiToken;
import org.probity.token.IdempotencyKeys;

/** Keeps what {@link Idempotent} promises. The first answer is kept in the transaction of the act itself. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_KEY = 200;

    /** A random number of 64 bits, written in hex, is as long; nothing else than the key tells one stranger from another. */
    private static final int SHORTEST_KEY_OF_STRANGERS = 16;

    private static final String IN_USE = "identity.refused.keyInUse";

    @Inject
    private transient IdempotencyKeys idempotencyKeys;

    @Inject
    private transient Preconditions preconditions;

    @Inject
    private transient HttpServletRequest request;

    @AroundInvoke
    public Object post(InvocationContext invocation) throws Exception {
        if (!invocation.getMethod().isAnnotationPresent(POST.class)) {
            return invocation.proceed();
        }
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return preconditions.met(() -> proceed(invocation));
        }
        boolean stranger = CurrentCaller.get().accountId() == null;
        new Checks().required("Idempotency-Key", key).plain("Idempotency-Key", key, LONGEST_KEY)
                .that(!stranger || key.length() >= SHORTEST_KEY_OF_STRANGERS, "Idempotency-Key", "api.refused.guessable",
                        SHORTEST_KEY_OF_STRANGERS).done();
        return response(answered(sent(key, invocation), () -> answer(preconditions.met(() -> proceed(invocation)))));
    }

    /** Whoever loses the race for a key has waited for the winner, whose answer is there by then. */
    private IdempotencyKeys.Answer answered(IdempotencyKeys.Sent sent, Supplier<IdempotencyKeys.Answer> act) {
        try {
            return idempotencyKeys.answerOnce(sent, act);
        } catch (Refusal refusal) {
            if (refusal.problems().stream().noneMatch(problem -> problem.key().equals(IN_USE))) {
                throw refusal;
            }
            return idempotencyKeys.answerOnce(sent, act);
        }
    }

    private IdempotencyKeys.Sent sent(String key, InvocationContext invocation) {
        LeadsTo leads = invocation.getMethod().getAnnotation(LeadsTo.class);
        return IdempotencyKeys.Sent.of(key, fingerprint(), leads == null ? Set.of() : Set.of(leads.value()));
    }

    private static Response proceed(InvocationContext invocation) {
        try {
            return (Response) invocation.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String fingerprint() {
        return ApiToken.hash(request.getMethod() + " " + request.getRequestURI() + " " + request.getQueryString() + " "
                + request.getAttribute(Reading.DIGEST));
    }

    private static IdempotencyKeys.Answer answer(Response response) {
        return new IdempotencyKeys.Answer(response.getStatus(), Json.write(response.getEntity()),
                response.getLocation() == null ? null : response.getLocation().toString());
    }

    private static Response response(IdempotencyKeys.Answer answer) {
        Response.ResponseBuilder builder = Response.status(answer.status()).header("Location", answer.location());
        return answer.body() == null ? builder.build()
                : builder.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
