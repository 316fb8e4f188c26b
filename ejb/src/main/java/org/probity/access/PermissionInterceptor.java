package org.probity.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.Refusal;

/**
 * The only way into a service: asks {@link Act} whether the current caller may, and {@link CaseExclusions} whether they see the case
 * it is about; fails closed.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class PermissionInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Set<Refusal.Kind> TURNED_AWAY = EnumSet.of(Refusal.Kind.NOT_FOUND, Refusal.Kind.FORBIDDEN);

    private static final ThreadLocal<Integer> INSIDE = ThreadLocal.withInitial(() -> 0);

    /** A refusal that has passed {@link #outside}: it is on its way out. */
    private static final ThreadLocal<Refusal> TOLD = new ThreadLocal<>();

    @Inject
    private transient Event<DeniedAttempt> denied;

    @Inject
    private transient Provider<CaseExclusions> walls;

    @Inject
    private transient Event<CaseOpening> opening;

    /**
     * Whoever is turned away, here or by what is behind this door, leaves a trace: the same one where a thing is not theirs to
     * know of as where there is no such thing.
     *
     * @throws Refusal FORBIDDEN where the role may not, or where the method declares no act; {@link Unproven} where they have to
     *         show who they are first; NOT_FOUND where the case is out
     *         of the caller's sight; STATE where they have a conflict of interest to answer first
     */
    @AroundInvoke
    public Object pass(InvocationContext invocation) throws Exception {
        try {
            return enter(invocation);
        } catch (Exception e) {
            if (INSIDE.get() == 0) {
                tell(Refusal.in(e), invocation);
            }
            throw e;
        }
    }

    /**
     * Runs what a service was handed to run as if there were no service around it: what that is refused is told by the door of
     * the act itself, with what the act was asked for, and by no other.
     */
    public static <T> T outside(Supplier<T> act) {
        int inside = INSIDE.get();
        INSIDE.remove();
        try {
            return act.get();
        } catch (RuntimeException e) {
            TOLD.set(Refusal.in(e));
            throw e;
        } finally {
            INSIDE.set(inside);
        }
    }

    private void tell(Refusal refusal, InvocationContext invocation) {
        boolean told = refusal == TOLD.get();
        TOLD.remove();
        if (refusal != null && !told && !(refusal instanceof Unproven) && TURNED_AWAY.contains(refusal.kind()) && !CurrentCaller.get().has(Role.SYSTEM)) {
            denied.fire(attempt(invocation));
        }
    }

    private Object enter(InvocationContext invocation) throws Exception {
        Permitted permitted = invocation.getMethod().getAnnotation(Permitted.class);
        Caller caller = CurrentCaller.get();
        if (permitted == null || !mayPass(permitted.value(), caller)) {
            throw Act.refusal(caller, permitted == null ? List.of() : List.of(permitted.value()));
        }
        INSIDE.set(INSIDE.get() + 1);
        try {
            requireSight(invocation, permitted.value(), caller);
            return invocation.proceed();
        } finally {
            leave();
        }
    }

    private static DeniedAttempt attempt(InvocationContext invocation) {
        String method = invocation.getMethod().getDeclaringClass().getSimpleName() + "." + invocation.getMethod().getName();
        Permitted permitted = invocation.getMethod().getAnnotation(Permitted.class);
        return DeniedAttempt.by(CurrentCaller.get(), permitted == null ? Set.of() : Set.of(permitted.value()), method, Arrays.stream(invocation.getParameters()));
    }

    private static boolean mayPass(Act act, Caller caller) {
        return act.allowsHere(caller) || act == Act.INTERNAL && INSIDE.get() > 0;
    }

    /** Whoever has several roles comes in as the first that sees the case. */
    private void requireSight(InvocationContext invocation, Act act, Caller caller) {
        cases(invocation).forEach(reference -> {
            Grant grant = act.grants().stream().filter(part -> part.isOpenHere(caller) && walls.get().admits(reference, part)).findFirst()
                    .orElseThrow(Refusal::notFound);
            if (grant.conditions().contains(Condition.CONFLICT_ANSWERED)) {
                opening.fire(new CaseOpening(reference));
            }
        });
    }

    private static Stream<String> cases(InvocationContext invocation) {
        Parameter[] parameters = invocation.getMethod().getParameters();
        return IntStream.range(0, parameters.length).filter(i -> parameters[i].isAnnotationPresent(OfCase.class))
                .mapToObj(i -> (String) invocation.getParameters()[i]).filter(reference -> reference != null);
    }

    private static void leave() {
        if (INSIDE.get() == 1) {
            INSIDE.remove();
        } else {
            INSIDE.set(INSIDE.get() - 1);
        }
    }
}
