package org.probity.workflows.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;

/**
 * All that an expression in a process or decision can name: the steps, the running {@code execution} and the plain values that
 * the process remembers. All that it can call: methods of steps that take the execution first, and
 * {@code execution.getVariable}. Nothing leads from there to a class.
 */
final class StepsResolver extends ELResolver {

    private static final String EXECUTION = "execution";

    private final Map<Object, Object> steps;
    private final BeanELResolver methods = new BeanELResolver(true);

    /** @param steps by the name that processes call them */
    StepsResolver(Map<Object, Object> steps) {
        this.steps = Map.copyOf(steps);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        Object value = steps.containsKey(name) ? steps.get(name) : remembered(context, name);
        return value instanceof Nothing ? null : resolved(context, value);
    }

    private static Object resolved(ELContext context, Object value) {
        context.setPropertyResolved(true);
        return value;
    }

    private static Object remembered(ELContext context, String name) {
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            if (name.equals(EXECUTION)) {
                return execution(scope);
            }
            return scope.hasVariable(name) ? plain(scope.getVariable(name)) : Nothing.HERE;
        }
        VariableContext variables = (VariableContext) context.getContext(VariableContext.class);
        if (variables == null || !variables.containsVariable(name)) {
            return Nothing.HERE;
        }
        TypedValue value = variables.resolve(name);
        return value == null ? null : plain(value.getValue());
    }

    private static Object execution(VariableScope scope) {
        return scope instanceof DelegateTask task ? task.getExecution() : scope instanceof DelegateExecution ? scope : Nothing.HERE;
    }

    private static Object plain(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Date
                ? value : Nothing.HERE;
    }

    /** Unlike null, which a variable may well hold. */
    private enum Nothing {
        HERE
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        String name = String.valueOf(method);
        int count = arguments == null ? 0 : arguments.length;
        return isStep(base, name, count) || base instanceof DelegateExecution && name.equals("getVariable") && count == 1
                ? methods.invoke(context, base, method, types, arguments) : null;
    }

    private boolean isStep(Object base, String name, int count) {
        List<Method> called = Arrays.stream(base.getClass().getMethods())
                .filter(each -> each.getName().equals(name) && each.getParameterCount() == count).toList();
        return steps.values().stream().anyMatch(step -> step == base) && !called.isEmpty() && called.stream().allMatch(StepsResolver::isStep);
    }

    /** What a container adds to a bean, and what every object has, takes no execution. */
    private static boolean isStep(Method method) {
        return Steps.class.isAssignableFrom(method.getDeclaringClass()) && method.getParameterCount() > 0
                && method.getParameterTypes()[0] == DelegateExecution.class;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    /** @throws PropertyNotWritableException always: expressions change nothing */
    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("Expressions change nothing");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
