package org.probity.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.probity.kernel.Refusal;

/** The only way into a service: asks {@link Act} whether the current caller may, and fails closed. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Door implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<Integer> INSIDE = ThreadLocal.withInitial(() -> 0);

    @Inject
    private transient Event<DeniedAttempt> denied;

    /** @throws Refusal FORBIDDEN where the role may not, or where the method declares no act */
    @AroundInvoke
    public Object pass(InvocationContext invocation) throws Exception {
        Permitted permitted = invocation.getMethod().getAnnotation(Permitted.class);
        Caller caller = CurrentCaller.get();
        if (permitted == null || !mayPass(permitted.value(), caller)) {
            denied.fire(new DeniedAttempt(caller, invocation.getMethod().getDeclaringClass().getSimpleName()
                    + "." + invocation.getMethod().getName()));
            throw refusal(permitted, caller);
        }
        INSIDE.set(INSIDE.get() + 1);
        try {
            return invocation.proceed();
        } finally {
            leave();
        }
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
