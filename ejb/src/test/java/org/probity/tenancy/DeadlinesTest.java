package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Days;

class DeadlinesTest {

    @Test
    void aMatterIsKeptUntilADayThatIsKept() {
        assertThat(kept(6)).isEqualTo(LocalDate.of(2032, 11, 21));
        assertThat(kept(200)).isEqualTo(Days.LAST);
    }

    private static LocalDate kept(int years) {
        return new Deadlines(5, 2, 10, 5, 5, 20, 30, years).retainUntil(LocalDate.of(2026, 11, 21));
    }
}
