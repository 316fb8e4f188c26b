package org.probity.ear;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.probity.access.Guarded;

/** Put right behind the door by a test: it sees who gets through, and lets the one method that is tried do nothing. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION + 1)
public class Probe implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<Method> TRIED = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> REACHED = new ThreadLocal<>();
    private static final Map<Class<?>, Object> NOTHING = Map.of(boolean.class, false, int.class, 0, long.class, 0L);

    /** What stands for a value nobody looks at: null, or the primitive's own. */
    public static Object nothing(Class<?> type) {
        return NOTHING.get(type);
    }

    /** Whether a call of that method gets through the door. @throws Exception what the door threw where it does not */
    public static boolean letsThrough(Object service, Method method, Object... arguments) throws Exception {
        TRIED.set(method);
        REACHED.set(false);
        try {
            method.invoke(service, arguments);
            return REACHED.get();
        } catch (InvocationTargetException e) {
            if (REACHED.get()) {
                throw new IllegalStateException(method + " was let through and failed", e.getCause());
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            TRIED.remove();
            REACHED.remove();
        }
    }

    /** Stands still where the tried method would begin; everything else goes on. */
    @AroundInvoke
    public Object stop(InvocationContext invocation) throws Exception {
        if (!invocation.getMethod().equals(TRIED.get())) {
            return invocation.proceed();
        }
        REACHED.set(true);
        return nothing(invocation.getMethod().getReturnType());
    }
}
