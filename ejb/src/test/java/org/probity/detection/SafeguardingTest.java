package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeguardingTest {

    @Test
    void triageSaysWhetherAChildIsInvolved() {
        assertThat(Safeguarding.saysChild("{\"childInvolved\":true,\"impact\":\"HIGH\"}")).isTrue();
        assertThat(Safeguarding.saysChild("{\"childInvolved\":false}")).isFalse();
        assertThat(Safeguarding.saysChild("{}")).isFalse();
    }
}
