package org.probity.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.probity.kernel.Refusal;

/** The only way into a service: asks {@link Act} whether the current caller may, and fails closed. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Door implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Set<Refusal.Kind> TURNED_AWAY = EnumSet.of(Refusal.Kind.NOT_FOUND, Refusal.Kind.FORBIDDEN);
    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2,12}-\\d{4}-\\d{4,8}");

    private static final ThreadLocal<Integer> INSIDE = ThreadLocal.withInitial(() -> 0);

    @Inject
    private transient Event<DeniedAttempt> denied;

    /**
     * Whoever is turned away, here or by what is behind this door, leaves a trace: the same one where a thing is not theirs to
     * know of as where there is no such thing.
     *
     * @throws Refusal FORBIDDEN where the role may not, or where the method declares no act
     */
    @AroundInvoke
    public Object pass(InvocationContext invocation) throws Exception {
        try {
            return enter(invocation);
        } catch (Exception e) {
            Refusal refusal = Refusal.in(e);
            if (INSIDE.get() == 0 && refusal != null && TURNED_AWAY.contains(refusal.kind()) && !CurrentCaller.get().has(Role.SYSTEM)) {
                denied.fire(attempt(invocation));
            }
            throw e;
        }
    }

    private static Object enter(InvocationContext invocation) throws Exception {
        Permitted permitted = invocation.getMethod().getAnnotation(Permitted.class);
        Caller caller = CurrentCaller.get();
        if (permitted == null || !mayPass(permitted.value(), caller)) {
            throw refusal(permitted, caller);
        }
        INSIDE.set(INSIDE.get() + 1);
        try {
            return invocation.proceed();
        } finally {
            leave();
        }
    }

    /** Of what was asked for only what has the form of a case's reference or of an id is kept, nothing else that somebody typed. */
    private static DeniedAttempt attempt(InvocationContext invocation) {
        String method = invocation.getMethod().getDeclaringClass().getSimpleName() + "." + invocation.getMethod().getName();
        String asked = Arrays.stream(invocation.getParameters())
                .filter(given -> given instanceof Long || given instanceof String text && REFERENCE.matcher(text).matches())
                .map(String::valueOf).collect(Collectors.joining(" "));
        return new DeniedAttempt(CurrentCaller.get(), method, asked);
    }

    private static boolean mayPass(Act act, Caller caller) {
        return act.allows(caller) || act == Act.INTERNAL && INSIDE.get() > 0;
    }

    private static Refusal refusal(Permitted permitted, Caller caller) {
        boolean narrowed = permitted != null && permitted.value().isOpenTo(caller);
        return narrowed ? Refusal.forbidden("identity.refused.scope", Scope.of(permitted.value()).map(Scope::name).orElse("-"))
                : Refusal.forbidden("identity.refused.role");
    }

    private static void leave() {
        if (INSIDE.get() == 1) {
            INSIDE.remove();
        } else {
            INSIDE.set(INSIDE.get() - 1);
        }
    }
}
