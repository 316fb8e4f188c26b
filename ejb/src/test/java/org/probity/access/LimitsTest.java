package org.probity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void whoTriesTooOftenIsToldWhenToTryAgainAndNobodyElseIsHeldUp() {
        Limits limits = new Limits();
        limits.read();
        IntStream.range(0, 10).forEach(n -> limits.count(Limit.SIGN_IN_ACCOUNT, "somebody"));
        assertThatThrownBy(() -> limits.count(Limit.SIGN_IN_ACCOUNT, "somebody")).isInstanceOfSatisfying(TooMany.class,
                refusal -> {
                    assertThat(refusal.seconds()).isBetween(1L, 30L);
                    assertThat(refusal.kind().status()).isEqualTo(429);
                    assertThat(refusal.problems().get(0).args()).containsExactly(1L);
                });
        assertThatCode(() -> limits.count(Limit.SIGN_IN_ACCOUNT, "somebody else")).doesNotThrowAnyException();
        assertThatCode(() -> limits.count(Limit.RECEIPT_ADDRESS, "somebody")).doesNotThrowAnyException();
    }

    @Test
    void theEnvironmentChangesOneRateOrAllAndTheRestStayAsUsual() {
        assertThat(Rates.read(null).get(Limit.API_TOKEN)).isEqualTo(new Limit.Rate(60_000, Duration.ofMinutes(1)));
        var some = Rates.read("receipt-address=3/2, api-token=5/1");
        assertThat(some.get(Limit.RECEIPT_ADDRESS)).isEqualTo(new Limit.Rate(3, Duration.ofMinutes(2)));
        assertThat(some.get(Limit.CONCERN_ADDRESS)).isEqualTo(Limit.CONCERN_ADDRESS.usual());
        var all = Rates.read("link-address=1/1,all=9/9");
        assertThat(all.get(Limit.LINK_ADDRESS).tries()).isOne();
        assertThat(all.get(Limit.SIGN_IN_ADDRESS).tries()).isEqualTo(9);
    }

    @Test
    void aRateNobodyCanReadIsNamed() {
        assertThatThrownBy(() -> Rates.read("sign-in-account=ten")).hasMessageContaining("sign-in-account=ten");
        assertThatThrownBy(() -> Rates.read("sign-in-account=0/5")).hasMessageContaining("sign-in-account=0/5");
        assertThatThrownBy(() -> Rates.read("sign-in=10/5")).hasMessageContaining("only sign-in-account, ");
    }

    /** Whoever has many names within one wider circle may do some more, and takes nothing from those in another. */
    @Test
    void manyWithinOneWiderCircleDoNotEachCountForThemselvesAlone() {
        Limits limits = new Limits();
        limits.read();
        assertThat(tries(limits, 400, n -> List.of("network " + n, "site " + n / 100, "all"))).isEqualTo(160);
        assertThat(tries(limits, 10, n -> List.of("network 0 elsewhere", "site elsewhere", "all elsewhere"))).isEqualTo(10);
    }

    /** Who is turned away takes nothing from their neighbours. */
    @Test
    void oneThatTriesTooOftenDoesNotUseUpTheWiderCircle() {
        Limits limits = new Limits();
        limits.read();
        assertThat(tries(limits, 400, n -> List.of("one", "site", "all"))).isEqualTo(10);
        assertThat(tries(limits, 30, n -> List.of("neighbour " + n, "site", "all"))).isEqualTo(30);
        assertThat(tries(limits, 1, n -> List.of("one neighbour more", "site", "all"))).isZero();
    }

    private static long tries(Limits limits, int many, IntFunction<List<String>> circles) {
        return IntStream.range(0, many).filter(n -> {
            try {
                limits.count(Limit.SIGN_IN_ACCOUNT, circles.apply(n));
                return true;
            } catch (TooMany e) {
                return false;
            }
        }).count();
    }
}
