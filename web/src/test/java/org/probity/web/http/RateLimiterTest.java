package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Limit;
import org.probity.access.Limits;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.access.TooMany;
import org.probity.account.SignIns;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

class RateLimiterTest {

    private static final int TRIES = 2_000;

    private final RateLimiter rateLimiter = new RateLimiter();

    @BeforeEach
    void usualRates() throws ReflectiveOperationException {
        Limits limits = new Limits();
        Method read = Limits.class.getDeclaredMethod("read");
        read.setAccessible(true);
        read.invoke(limits);
        Field field = RateLimiter.class.getDeclaredField("limits");
        field.setAccessible(true);
        field.set(rateLimiter, limits);
        Field signIns = RateLimiter.class.getDeclaredField("signIns");
        signIns.setAccessible(true);
        signIns.set(rateLimiter, new SignIns() {
            @Override
            public boolean knowsBrowser(String carried) {
                return carried.endsWith(".genuine");
            }
        });
    }

    @Test
    void whoTriesANameFromOutsideHoldsNobodyUpWhoIsSignedIn() {
        CurrentOrigin.run(Origin.page("198.51.100.1"), () -> {
            IntStream.range(0, 10).forEach(n -> rateLimiter.account(Limit.SIGN_IN_ACCOUNT, "nesta"));
            assertThatThrownBy(() -> rateLimiter.account(Limit.SIGN_IN_ACCOUNT, "nesta")).isInstanceOf(TooMany.class);
            assertThatCode(() -> rateLimiter.session(Limit.SIGN_IN_ACCOUNT, 7L, 42L)).doesNotThrowAnyException();
        });
    }

    /** As somebody accused may be, in the network of the ward. */
    @Test
    void whoGuessesCodesHoldsNobodyUpWhoHasTheRightOne() {
        CurrentOrigin.run(Origin.page("198.51.100.2"), () -> {
            IntStream.range(0, 20).forEach(n -> assertThatThrownBy(() -> rateLimiter.guess(Limit.RECEIPT_ADDRESS, this::wrong)).isInstanceOf(Refusal.class));
            assertThatThrownBy(() -> rateLimiter.guess(Limit.RECEIPT_ADDRESS, this::wrong)).isInstanceOf(TooMany.class);
            assertThat(rateLimiter.guess(Limit.RECEIPT_ADDRESS, () -> "found")).isEqualTo("found");
        });
    }

    private String wrong() {
        throw Refusal.notFound();
    }

    @Test
    void whoReportsFromTheSameNetworkHoldsNobodyUpWhoIsSignedIn() {
        CurrentOrigin.run(Origin.page("198.51.100.3"), () -> {
            IntStream.range(0, 60).forEach(n -> rateLimiter.visitor(Limit.CONCERN_ADDRESS));
            assertThatThrownBy(() -> rateLimiter.visitor(Limit.CONCERN_ADDRESS)).isInstanceOf(TooMany.class);
            Caller member = new Caller(7L, null, "Olwen", Set.of(Role.EMPLOYEE), null, Language.EN);
            CurrentCaller.run(member, () -> assertThatCode(() -> rateLimiter.visitor(Limit.CONCERN_ADDRESS)).doesNotThrowAnyException());
        });
    }

    /** A provider may be a board's only way in. */
    @Test
    void whoSetsOutAgainAndAgainHoldsNobodyUpWhoHasSignedInBefore() {
        CurrentOrigin.run(Origin.page("198.51.100.4"), () -> {
            IntStream.range(0, 1_200).forEach(n -> rateLimiter.browser(Limit.SIGN_ON_ADDRESS, null));
            assertThatThrownBy(() -> rateLimiter.browser(Limit.SIGN_ON_ADDRESS, "written by somebody else")).isInstanceOf(TooMany.class);
            IntStream.range(0, 1_200).forEach(n -> rateLimiter.browser(Limit.SIGN_ON_ADDRESS, "one.genuine"));
            assertThatThrownBy(() -> rateLimiter.browser(Limit.SIGN_ON_ADDRESS, "one.genuine")).isInstanceOf(TooMany.class);
            assertThatCode(() -> rateLimiter.browser(Limit.SIGN_ON_ADDRESS, "other.genuine")).doesNotThrowAnyException();
        });
    }

    @Test
    void aSessionIsCountedWhereverItIsFrom() {
        IntStream.range(0, 10).forEach(n -> CurrentOrigin.run(Origin.page("198.51.100." + n), () -> rateLimiter.session(Limit.SIGN_IN_ACCOUNT, 7L, 42L)));
        CurrentOrigin.run(Origin.page("203.0.113.1"), () -> {
            assertThatThrownBy(() -> rateLimiter.session(Limit.SIGN_IN_ACCOUNT, 7L, 42L)).isInstanceOf(TooMany.class);
            assertThatCode(() -> rateLimiter.session(Limit.SIGN_IN_ACCOUNT, 7L, 43L)).doesNotThrowAnyException();
        });
    }

    @Test
    void whoSignsInAgainAndAgainTriesNotAsOftenAsTheyHaveSessions() {
        IntFunction<String> address = n -> "198.51.100." + n % 200;
        AtomicLong session = new AtomicLong();
        assertThat(tries(address, () -> rateLimiter.session(Limit.SIGN_IN_ACCOUNT, 7L, session.incrementAndGet()))).isEqualTo(40);
        assertThat(tries(address, () -> rateLimiter.session(Limit.SIGN_IN_ACCOUNT, 8L, -1L))).as("somebody else").isEqualTo(10);
    }

    /** A customer is given 256 networks, or 65,536. */
    @ParameterizedTest
    @CsvSource({"2001:db8:1:1::%x, 60", "2001:db8:1:1%02x::1, 240", "2001:db8:1:%x::1, 960"})
    void whoHasManyNetworksTriesNotManyTimesAsOften(String addresses, int most) {
        IntFunction<String> address = n -> addresses.formatted(addresses.contains("%02x") ? n % 256 : n * 32);
        assertThat(tries(address, () -> rateLimiter.address(Limit.SIGN_IN_ADDRESS))).isEqualTo(most);
        assertThat(tries(address, () -> rateLimiter.account(Limit.SIGN_IN_ACCOUNT, "somebody"))).isEqualTo(most / 6);
    }

    @Test
    void whoIsElsewhereIsNotHeldUp() {
        tries(n -> "2001:db8:1:" + Integer.toHexString(n) + "::1", () -> rateLimiter.address(Limit.SIGN_IN_ADDRESS));
        assertThat(tries(n -> "2001:db8:2::1", () -> rateLimiter.address(Limit.SIGN_IN_ADDRESS))).isEqualTo(60);
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
