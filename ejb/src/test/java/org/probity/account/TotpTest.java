package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B, in base 32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void theCodesOfTheStandardAreRight(long second, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
    }

    @Test
    void aCodeCountsOneStepEarlyOrLateAndNoFurther() {
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(29), 0)).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(89), 0)).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(90), 0)).isEmpty();
    }

    @Test
    void aCodeThatCountedDoesNotCountAgain() {
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(59), 1)).isEmpty();
    }

    @Test
    void spacesDoNotMatterAndNothingIsNoCode() {
        assertThat(Totp.step(SECRET, "287 082", Instant.ofEpochSecond(59), 0)).hasValue(1);
        assertThat(Totp.step(SECRET, null, Instant.ofEpochSecond(59), 0)).isEmpty();
    }

    @Test
    void aNewSecretHas160BitsInBase32() {
        assertThat(Totp.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
    }
}
