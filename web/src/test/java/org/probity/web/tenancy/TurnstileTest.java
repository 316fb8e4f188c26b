package org.probity.web.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.identity.CurrentOrigin;
import org.probity.identity.Limit;
import org.probity.identity.Limits;
import org.probity.identity.Origin;
import org.probity.identity.TooMany;

class TurnstileTest {

    private final Turnstile turnstile = new Turnstile();

    @BeforeEach
    void usualRates() throws ReflectiveOperationException {
        Limits limits = new Limits();
        Method read = Limits.class.getDeclaredMethod("read");
        read.setAccessible(true);
        read.invoke(limits);
        Field field = Turnstile.class.getDeclaredField("limits");
        field.setAccessible(true);
        field.set(turnstile, limits);
    }

    @Test
    void whoTriesANameFromOutsideHoldsNobodyUpWhoIsSignedIn() {
        CurrentOrigin.run(Origin.page("198.51.100.1"), () -> {
            IntStream.range(0, 10).forEach(n -> turnstile.account(Limit.SIGN_IN_ACCOUNT, "nesta"));
            assertThatThrownBy(() -> turnstile.account(Limit.SIGN_IN_ACCOUNT, "nesta")).isInstanceOf(TooMany.class);
            assertThatCode(() -> turnstile.session(Limit.SIGN_IN_ACCOUNT, 42L)).doesNotThrowAnyException();
        });
    }

    @Test
    void aSessionIsCountedWhereverItIsFrom() {
        IntStream.range(0, 10).forEach(n -> CurrentOrigin.run(Origin.page("198.51.100." + n), () -> turnstile.session(Limit.SIGN_IN_ACCOUNT, 42L)));
        CurrentOrigin.run(Origin.page("203.0.113.1"), () -> {
            assertThatThrownBy(() -> turnstile.session(Limit.SIGN_IN_ACCOUNT, 42L)).isInstanceOf(TooMany.class);
            assertThatCode(() -> turnstile.session(Limit.SIGN_IN_ACCOUNT, 43L)).doesNotThrowAnyException();
        });
    }
}
