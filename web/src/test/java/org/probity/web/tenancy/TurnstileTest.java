package org.probity.web.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.identity.CurrentOrigin;
import org.probity.identity.Limit;
import org.probity.identity.Limits;
import org.probity.identity.Origin;
import org.probity.identity.TooMany;

class TurnstileTest {

    private static final int TRIES = 2_000;

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

    /** A customer is given 256 networks, or 65,536. */
    @ParameterizedTest
    @CsvSource({"2001:db8:1:1::%x, 60", "2001:db8:1:1%02x::1, 240", "2001:db8:1:%x::1, 960"})
    void whoHasManyNetworksTriesNotManyTimesAsOften(String addresses, int most) {
        IntFunction<String> address = n -> addresses.formatted(addresses.contains("%02x") ? n % 256 : n * 32);
        assertThat(tries(address, () -> turnstile.address(Limit.SIGN_IN_ADDRESS))).isEqualTo(most);
        assertThat(tries(address, () -> turnstile.account(Limit.SIGN_IN_ACCOUNT, "somebody"))).isEqualTo(most / 6);
    }

    @Test
    void whoIsElsewhereIsNotHeldUp() {
        tries(n -> "2001:db8:1:" + Integer.toHexString(n) + "::1", () -> turnstile.address(Limit.SIGN_IN_ADDRESS));
        assertThat(tries(n -> "2001:db8:2::1", () -> turnstile.address(Limit.SIGN_IN_ADDRESS))).isEqualTo(60);
    }

    private static long tries(IntFunction<String> address, Runnable one) {
        return IntStream.range(0, TRIES).filter(n -> {
            try {
                CurrentOrigin.run(Origin.page(address.apply(n)), one);
                return true;
            } catch (TooMany e) {
                return false;
            }
        }).count();
    }
}
