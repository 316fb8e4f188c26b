package org.probity.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.spelling.NoSurnames;
import org.probity.tenancy.CurrentBoard;

/** What members are called who are recorded with what they are, or where. */
class RecordedNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Siân Evans CHSCB; sian evans; evans", "Siân Evans - CHSCB; sian evans; evans", "CHSCB - Siân Evans; sian evans; evans",
        "Siân Evans, Compliance Officer; sian evans; evans", "Evans, Siân - Auditor; evans sian; evans", "Siân Evans, Head of Practice; sian evans; evans",
        "Siân Evans-Jones Safeguarding Lead; sian evans jones; jones", "DS Evans CHSCB; ds evans; evans"})
    void whatStandsBesideTheNameIsNoneOfIt(String recorded, String parts, String surname) {
        PersonName name = RecordedNames.of(recorded);
        assertThat(String.join(" ", name.closed().parts())).isEqualTo(parts);
        assertThat(RecordedNames.surnames(name)).contains(surname).noneMatch(NoSurnames::isListed);
    }

    /** Who is called so is found by it, and who is recorded by a post alone by that. */
    @ParameterizedTest
    @CsvSource({"Siân Evans", "Emma Jane Ward", "Lucy Jane Major", "Chscb Second Compliance Officer", "Chscb Lead", "Siân Compliance", "Ann Jones-Bishop", "Siân Evans (CHSCB)"})
    void whatTheyAreCalledStays(String recorded) {
        PersonName name = RecordedNames.of(recorded);
        assertThat(name.closed()).isSameAs(name);
    }

    @Test
    void theBoardsOwnNameIsNobodys() {
        assertThat(RecordedNames.of("Siân Evans Ourplace").closed().parts()).hasSize(3);
        PersonName name = CurrentBoard.call("ourplace", () -> RecordedNames.of("Siân Evans Ourplace"));
        assertThat(name.closed().parts()).isEqualTo(List.of("sian", "evans"));
        assertThat(CurrentBoard.call("ourplace", () -> RecordedNames.surnames(name))).containsExactly("evans");
    }
}
