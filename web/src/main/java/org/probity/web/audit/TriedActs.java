package org.probity.web.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Permitted;
import org.probity.kernel.Language;
import org.probity.web.api.LeadsTo;
import org.probity.web.faces.Texts;

/** What somebody tried who was denied it: kept is only the method they came to, which says what act it is. */
@ApplicationScoped
class TriedActs {

    private static final String OURS = "org.probity.";

    @Inject
    private BeanManager beans;

    private Map<String, Act> acts;

    @PostConstruct
    void read() {
        acts = of(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass));
    }

    /** The name of the act, or nothing where no such method is known any more. */
    String label(Language language, Object method) {
        Act act = acts.get(String.valueOf(method));
        return act == null ? "" : Texts.get(language, "identity.act." + act);
    }

    static Map<String, Act> of(Stream<? extends Class<?>> classes) {
        Map<String, Act> acts = new HashMap<>();
        classes.filter(type -> type.getName().startsWith(OURS)).flatMap(type -> Arrays.stream(type.getMethods())).forEach(method -> {
            Act act = act(method);
            if (act != null && act != Act.INTERNAL) {
                acts.putIfAbsent(method.getDeclaringClass().getSimpleName() + "." + method.getName(), act);
            }
        });
        return acts;
    }

    private static Act act(Method method) {
        Permitted permitted = method.getAnnotation(Permitted.class);
        LeadsTo leads = method.getAnnotation(LeadsTo.class);
        return permitted != null ? permitted.value() : leads == null ? null : leads.value()[0];
    }
}
