package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.Condition;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.concern.Concerns;
import org.probity.exclusion.Recusals;
import org.probity.exclusion.Restrictions;
import org.probity.investigation.NewConcern;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/**
 * Every method of every service, asked for by every role through the real door: let through where that was agreed, with
 * the conditions the door itself asks, and nowhere else.
 */
@Tag("alone")
@ExtendWith(ArquillianExtension.class)
class PermissionIT {

    private static final String EJB = "probity-ejb.jar";
    private static final String TABLE = "matrix/acts.txt";
    private static final String BOARD = "cwmtaf";
    private static final Set<Condition> PROOFS = Set.of(Condition.SECOND_FACTOR, Condition.FRESH);
    private static final List<Role> MEMBERS = List.of(Role.OFFICER, Role.LEAD, Role.HR, Role.EMPLOYEE, Role.MANAGER,
            Role.ADMINISTRATOR, Role.AUDITOR);

    /** A method of a service, and what to call it on. */
    private record Entry(Object service, Method method, Act act) {

        boolean isOfCase() {
            return Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(OfCase.class));
        }

        /** Nothing for each parameter, except the case. */
        Object[] arguments(String reference) {
            return Arrays.stream(method.getParameters()).map(parameter -> parameter.isAnnotationPresent(OfCase.class) ? reference
                    : Probe.nothing(parameter.getType())).toArray();
        }
    }

    @Inject
    private BeanManager beans;

    @Inject
    private AsMember asMember;

    @Inject
    private Concerns concerns;

    @Inject
    private Recusals recusals;

    @Inject
    private Restrictions restrictions;

    private final Map<String, String> approved = approved();

    @Deployment
    static EnterpriseArchive probity() {
        EnterpriseArchive ear = Deployments.probity(PermissionIT.class, Entry.class, AsMember.class);
        JavaArchive services = ear.getAsType(JavaArchive.class, EJB).addClass(Probe.class);
        ear.delete(EJB);
        return ear.addAsModule(services).addAsLibrary(ShrinkWrap.create(JavaArchive.class, "agreed.jar")
                .addAsResource(new File("../ejb/src/test/resources/" + TABLE), TABLE));
    }

    @Test
    void everyServiceMethodIsOpenToTheRolesThatWereAgreedAndToNoOther() {
        List<String> differences = new ArrayList<>();
        List<Entry> entries = entries();
        for (Entry entry : entries) {
            differences.addAll(differences(entry));
        }
        long acts = entries.stream().map(Entry::act).distinct().count();
        System.out.printf("Permissions: %d methods of %d services x %d roles = %d calls for %d acts, %d disagreements%n", entries.size(),
                entries.stream().map(e -> e.method().getDeclaringClass()).distinct().count(), Role.values().length,
                entries.size() * Role.values().length, acts, differences.size());
        assertThat(differences).isEmpty();
        assertThat(entries).hasSizeGreaterThan(200);
        assertThat(acts).isEqualTo(Act.values().length);
    }

    @Test
    void whoIsNoMemberOfTheBoardIsNobodyThere() {
        int tried = 0;
        for (Entry entry : entries()) {
            for (Role role : MEMBERS) {
                if (cell(entry.act(), role).contains("B")) {
                    assertThat(answer(entry, member(role).at("nscb"), null)).as(entry.method() + " as " + role).isEqualTo("FORBIDDEN");
                    tried++;
                }
            }
        }
        System.out.printf("Permissions: %d calls by members of another board, all refused%n", tried);
        assertThat(tried).isPositive();
    }

    @Test
    void whoHasNotShownWhoTheyAreIsAskedFirst() {
        int tried = 0;
        for (Entry entry : entries()) {
            for (Role role : Role.values()) {
                if (cell(entry.act(), role).matches(".*[2F].*")) {
                    assertThat(answer(entry, member(role).proving(Set.of()), null)).as(entry.method() + " as " + role).isEqualTo("FORBIDDEN");
                    tried++;
                }
            }
        }
        System.out.printf("Permissions: %d calls by somebody who has not shown who they are, all refused%n", tried);
        assertThat(tried).isGreaterThan(40);
    }

    @Test
    void aCaseOutOfSightIsNotThere() {
        String open = report();
        String aside = report();
        String restricted = report();
        Caller officer = asMember.call(BOARD, "officer2", CurrentCaller::get);
        asMember.run(BOARD, "officer2", () -> recusals.stepAside(aside, "We are neighbours"));
        Long lead = asMember.call(BOARD, "lead", () -> CurrentCaller.get().memberId());
        asMember.run(BOARD, "officer", () -> restrictions.restrict(restricted, lead, "A colleague is involved"));
        int tried = 0;
        for (Entry entry : entries().stream().filter(Entry::isOfCase).toList()) {
            for (Role role : MEMBERS) {
                Caller caller = new Caller(officer.accountId(), officer.memberId(), officer.name(), Set.of(role), null, Language.EN).at(BOARD).proving(PROOFS);
                String cell = cell(entry.act(), role);
                String free = cell.equals("-") ? "FORBIDDEN" : "LET";
                assertThat(answer(entry, caller, open)).as("%s %s", entry.method(), role).isEqualTo(free);
                assertThat(answer(entry, caller, aside)).as("%s %s", entry.method(), role).isEqualTo(cell.contains("P") ? "NOT_FOUND" : free);
                assertThat(answer(entry, caller, restricted)).as("%s %s", entry.method(), role).isEqualTo(cell.contains("T") ? "NOT_FOUND" : free);
                tried += 3;
            }
        }
        System.out.printf("Permissions: %d calls about a case in sight, behind a wall and restricted%n", tried);
        assertThat(tried).isGreaterThan(500);
    }

    /** Turns one row of the product's table, and sees the walk above find it. */
    @Test
    void aRowThatIsOtherwiseThanAgreedIsFound() throws ReflectiveOperationException {
        Field row = Act.class.getDeclaredField("grants");
        row.setAccessible(true);
        Object before = row.get(Act.CLOSE);
        List<Entry> closing = entries().stream().filter(entry -> entry.act() == Act.CLOSE).toList();
        assertThat(closing).isNotEmpty().allMatch(entry -> differences(entry).isEmpty());
        try {
            row.set(Act.CLOSE, row.get(Act.REOPEN));
            assertThat(differences(closing.get(0))).containsExactly("CLOSE OFFICER by Closures.close: FORBIDDEN",
                    "CLOSE LEAD by Closures.close: LET");
        } finally {
            row.set(Act.CLOSE, before);
        }
        assertThat(differences(closing.get(0))).isEmpty();
    }

    private List<String> differences(Entry entry) {
        List<String> differences = new ArrayList<>();
        for (Role role : Role.values()) {
            String agreed = cell(entry.act(), role).equals("-") ? "FORBIDDEN" : "LET";
            String answer = answer(entry, member(role), null);
            if (!answer.equals(agreed)) {
                differences.add(entry.act() + " " + role + " by " + entry.method().getDeclaringClass().getSimpleName() + "."
                        + entry.method().getName() + ": " + answer);
            }
        }
        return differences;
    }

    private static Caller member(Role role) {
        return switch (role) {
            case PUBLIC -> Caller.reporter().proving(PROOFS);
            case SYSTEM -> Caller.system();
            case OPERATOR -> new Caller(-2L, null, "Somebody", Set.of(role), null, Language.EN).proving(PROOFS);
            default -> new Caller(-2L, -2L, "Somebody", Set.of(role), null, Language.EN).at(BOARD).proving(PROOFS);
        };
    }

    private static String answer(Entry entry, Caller caller, String reference) {
        return CurrentBoard.call(BOARD, () -> CurrentCaller.call(caller, () -> {
            try {
                return Probe.letsThrough(entry.service(), entry.method(), entry.arguments(reference)) ? "LET" : "NOTHING";
            } catch (Exception e) {
                Refusal refusal = Refusal.in(e);
                return refusal == null ? e.toString() : refusal.kind().name();
            }
        }));
    }

    private String report() {
        return asMember.call(BOARD, "officer", () -> concerns.report(new NewConcern("Something was posted", null, null, null, null,
                "A. Subject", null, null, null, false, false, false, Language.EN)).reference());
    }

    /** All of them: found by the container, so that none can be forgotten. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Guarded.class)) {
                Object service = beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
                Predicate<Method> business = method -> method.isAnnotationPresent(Permitted.class);
                Arrays.stream(bean.getBeanClass().getDeclaredMethods()).filter(business)
                        .forEach(method -> entries.add(new Entry(service, method, method.getAnnotation(Permitted.class).value())));
            }
        }
        return entries;
    }

    private String cell(Act act, Role role) {
        return approved.get(act + " " + role);
    }

    private static Map<String, String> approved() {
        try (InputStream in = PermissionIT.class.getResourceAsStream("/" + TABLE)) {
            List<String[]> lines = in == null ? List.of() : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.trim().split("\\s+")).toList();
            Map<String, String> cells = new TreeMap<>();
            for (String[] line : lines) {
                for (int i = 1; i < line.length; i++) {
                    cells.put(line[0] + " " + lines.get(0)[i], line[i]);
                }
            }
            return cells;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
