package org.probity.workflows.engine;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;

/** Expressions that reach what {@link StepsResolver} knows and nothing else, without any function. */
final class StepsExpressions extends JuelExpressionManager {

    private final Map<Object, Object> steps;

    StepsExpressions(Map<Object, Object> steps) {
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        return new StepsResolver(steps);
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new NoFunctions();
    }

    private static final class NoFunctions extends FunctionMapper {
        @Override
        public Method resolveFunction(String prefix, String name) {
            return null;
        }
    }
}
