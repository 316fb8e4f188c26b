package org.probity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.concern.Concerns;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.token.ApiToken;
import org.probity.token.IdempotencyKeys;

/** What is kept of somebody who was turned away. */
class PermissionInterceptorTest {

    private static final String REFERENCE = "CHSCB-2026-0042";
    private static final Caller MEMBER = new Caller(7L, null, "Olwen", Set.of(Role.EMPLOYEE), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final List<DeniedAttempt> kept = new ArrayList<>();
    private final PermissionInterceptor permissionInterceptor = door();

    @Test
    void aMistypedReceiptCodeSaysNotWhoseItWasWithAKeyEither() {
        underAKey(UUID.randomUUID().toString(), () -> pass(method(Concerns.class, "add"), PermissionInterceptorTest::nothingThere, "ABCD-EFGH-JKMN", "More."));
        assertThat(kept).singleElement().satisfies(attempt -> {
            assertThat(attempt.method()).isEqualTo("Concerns.add");
            assertThat(attempt.caller()).isEqualTo(Caller.reporter());
            assertThat(attempt.origin().address()).isNull();
            assertThat(attempt.asked()).isEmpty();
        });
    }

    @Test
    void whatSomebodyAsksForUnderAKeyIsKeptAsWithoutOne() {
        Callable<?> asking = () -> pass(method(Investigations.class, "running"), () -> "never", REFERENCE);
        assertThatThrownBy(() -> as(asking)).isInstanceOf(Refusal.class);
        underAKey(UUID.randomUUID().toString(), asking);
        assertThat(kept).hasSize(2).allSatisfy(attempt -> {
            assertThat(List.of(attempt.method(), attempt.asked())).containsExactly("Investigations.running", REFERENCE);
            assertThat(attempt.caller()).isEqualTo(MEMBER);
        });
    }

    @Test
    void aKeyInTheFormOfAReferenceIsNothingThatWasAskedFor() {
        IdempotencyKeys.Sent sent = new IdempotencyKeys.Sent(REFERENCE, "-", Set.of(), false);
        assertThatThrownBy(() -> as(() -> pass(method(IdempotencyKeys.class, "answerOnce"), PermissionInterceptorTest::nothingThere, sent, null))).isInstanceOf(Refusal.class);
        assertThat(kept).singleElement().satisfies(attempt ->
                assertThat(List.of(attempt.method(), attempt.asked())).containsExactly("IdempotencyKeys.answerOnce", ""));
    }

    /** A resource that finds nothing is no door, with a key or without. */
    @Test
    void whatNoDoorRefusedIsNoAttempt() {
        underAKey(REFERENCE, PermissionInterceptorTest::nothingThere);
        assertThat(kept).isEmpty();
    }

    @Test
    void whatAServiceIsRefusedByAnotherIsToldOnceByTheOuter() {
        assertThatThrownBy(() -> as(() -> pass(method(Concerns.class, "follow"), () -> pass(method(Concerns.class, "add"), PermissionInterceptorTest::nothingThere, "", ""), "")))
                .isInstanceOf(Refusal.class);
        assertThat(kept).extracting(DeniedAttempt::method).containsExactly("Concerns.follow");
    }

    private void underAKey(String key, Callable<?> act) {
        IdempotencyKeys.Sent sent = new IdempotencyKeys.Sent(key, ApiToken.hash("what was sent"), Set.of(), false);
        assertThatThrownBy(() -> as(() -> database.call("chscb", entities -> {
            IdempotencyKeys idempotencyKeys = TestDatabase.wire(new IdempotencyKeys(), entities, Clock.systemUTC());
            return calling(() -> pass(method(IdempotencyKeys.class, "answerOnce"), () -> idempotencyKeys.answerOnce(sent, () -> (IdempotencyKeys.Answer) calling(act)), sent, null));
        }))).isInstanceOf(Refusal.class);
    }

    private static Object as(Callable<?> act) {
        return CurrentCaller.call(MEMBER, () -> CurrentOrigin.call(Origin.page("192.0.2.7"), () -> calling(act)));
    }

    private static Object calling(Callable<?> act) {
        try {
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Object nothingThere() {
        throw Refusal.notFound();
    }

    private Object pass(Method method, Callable<?> behind, Object... given) throws Exception {
        return permissionInterceptor.pass((InvocationContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {InvocationContext.class},
                (proxy, called, args) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getParameters" -> given;
                    default -> behind.call();
                }));
    }

    private static Method method(Class<?> service, String name) {
        return Arrays.stream(service.getMethods()).filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
    }

    private PermissionInterceptor door() {
        try {
            PermissionInterceptor made = new PermissionInterceptor();
            Field denied = PermissionInterceptor.class.getDeclaredField("denied");
            denied.setAccessible(true);
            denied.set(made, Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, called, args) -> kept.add((DeniedAttempt) args[0])));
            return made;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
