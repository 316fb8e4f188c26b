package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
}
