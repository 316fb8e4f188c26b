package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

class AuditFilterTest {

    /** The audit keeps what was looked for. */
    @Test
    void noSearchOfTheAuditGivesAPasswordAway() {
        assertThat(new AuditFilter(null, "CHSCB-2026-0042", " Ann Example ", null, null).asked()).containsEntry("who", "Ann Example");
        assertThat(catchThrowableOfType(Refusal.class, () -> new AuditFilter(null, "pin 4821", "pw: hunter22", null, null)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key)
                .containsExactly(tuple("reference", "kernel.refused.secret"), tuple("who", "kernel.refused.secret"));
    }
}
