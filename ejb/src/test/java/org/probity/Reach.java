package org.probity;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Everything of ours that a method comes to: what it calls, what that calls, and the constants they read. */
final class Reach {

    private final Set<JavaCodeUnit> units = new LinkedHashSet<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

    private Reach() {
    }

    static Reach of(JavaCodeUnit start) {
        Reach reach = new Reach();
        reach.add(start);
        while (!reach.open.isEmpty()) {
            reach.follow(reach.open.pop());
        }
        return reach;
    }

    private void follow(JavaCodeUnit unit) {
        Consumer<Optional<? extends JavaCodeUnit>> adding = found -> found.ifPresent(this::add);
        unit.getMethodCallsFromSelf().forEach(call -> adding.accept(call.getTarget().resolveMember()));
        unit.getConstructorCallsFromSelf().forEach(call -> adding.accept(call.getTarget().resolveMember()));
        unit.getMethodReferencesFromSelf().forEach(reference -> adding.accept(reference.getTarget().resolveMember()));
        unit.getFieldAccesses().stream().filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET).forEach(this::read);
    }

    /** A constant that a query is put together from is worked out when its class is loaded. */
    private void read(JavaFieldAccess access) {
        AccessTarget.FieldAccessTarget target = access.getTarget();
        fields.add(target.getFullName());
        if (target.getRawType().isEquivalentTo(String.class)) {
            target.getOwner().getStaticInitializer().ifPresent(this::add);
        }
    }

    private void add(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        if (owner.getPackageName().startsWith("org.probity") && units.add(unit)) {
            open.push(unit);
        }
    }

    boolean comesTo(Class<?> owner, String method) {
        return units.stream().anyMatch(unit -> unit.getOwner().isEquivalentTo(owner) && unit.getName().equals(method));
    }

    boolean reads(Enum<?> constant) {
        return fields.contains(constant.getDeclaringClass().getName() + "." + constant.name());
    }
}
