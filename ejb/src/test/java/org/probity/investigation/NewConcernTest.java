package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.probity.concern.Concerns;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

class NewConcernTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** Once kept, such a day would keep the board from ever being archived. */
    @Test
    void aPostIsFromADayThatIsKept() {
        concern("Words", LocalDate.of(1900, 1, 1)).check(TODAY);
        concern("Words", null).check(TODAY);
        assertThat(catchThrowableOfType(Refusal.class, () -> concern("Words", LocalDate.of(1800, 1, 1)).check(TODAY)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("postedOn", "kernel.refused.days"));
    }

    @Test
    void halfASignIsNoText() {
        concern("Words \ud83d\ude00", null).check(TODAY);
        assertThat(catchThrowableOfType(Refusal.class, () -> concern("Words \ud83d", null).check(TODAY)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("what", "kernel.refused.character"));
    }

    @Test
    void noFieldOfAReportGivesAPasswordAway() {
        String secret = "pass: Hunter22";
        NewConcern concern = new NewConcern(secret, secret, "https://sam:" + "hunter22@drive.example.org/photos", null, secret, secret, secret, secret,
                secret, false, false, false, Language.EN);
        assertThat(catchThrowableOfType(Refusal.class, () -> concern.check(TODAY)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactlyInAnyOrder(Stream.of("what", "platform", "address", "howNoticed",
                        "subjectName", "subjectOrganisation", "reporterName", "reporterContact")
                        .map(field -> tuple(field, "kernel.refused.secret")).toArray(Tuple[]::new));
    }

    @Test
    void noSignOfATitleIsCutInHalf() {
        assertThat(Concerns.titleOf(concern("x".repeat(78) + "\ud83d\ude00 and more", null))).isEqualTo("x".repeat(78) + "…");
    }

    private static NewConcern concern(String what, LocalDate postedOn) {
        return new NewConcern(what, null, null, postedOn, null, null, null, null, null, false, false, false, Language.EN);
    }
}
