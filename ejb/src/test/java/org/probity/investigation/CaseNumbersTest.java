package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.exclusion.UnseenBench;
import org.probity.tenancy.Boards;

/** A reference tells nobody how many others there are. */
class CaseNumbersTest extends UnseenBench {

    @Test
    void numbersFollowNoOrder() {
        List<String> given = new ArrayList<>();
        inBoard(entities -> {
            CaseNumbers numbers = TestDatabase.wire(new CaseNumbers(), entities, CLOCK, TestDatabase.wire(new Boards(), entities));
            for (int i = 0; i < 300; i++) {
                given.add(numbers.next());
            }
        });
        assertThat(given).allMatch(reference -> reference.matches(".*-2026-\\d{6}")).isNotEqualTo(given.stream().sorted().toList());
        Set<String> thousands = given.stream().map(reference -> reference.substring(reference.length() - 6, reference.length() - 3)).collect(Collectors.toSet());
        assertThat(thousands).hasSizeGreaterThan(100);
    }
}
