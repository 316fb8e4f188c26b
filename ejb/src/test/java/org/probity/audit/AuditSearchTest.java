package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Language;

/** Each condition narrows alone and with the others, and pieces follow one another without a gap. */
class AuditSearchTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ENTRIES = 24;

    private final TestDatabase database = TestDatabase.get();
    private final String board = "s" + System.nanoTime();

    /** An entry a day: every second act is a look, every third is Bethan's, every fourth is of case 1. */
    @BeforeEach
    void act() {
        for (int i = 1; i <= ENTRIES; i++) {
            int n = i;
            Clock clock = Clock.fixed(FIRST.plusSeconds(86_400L * (n - 1)), ZoneOffset.UTC);
            CurrentCaller.run(caller(n % 3 == 0 ? "Bethan" : "Alun"), () -> database.run(board, entities -> TestDatabase.wire(new Audit(), clock,
                    new ChainAtOnce(entities)).record(n % 2 == 0 ? "case.looked" : "case.act", n % 4 == 0 ? "X-2026-0001" : null, "thing", null, null, null)));
        }
    }

    @Test
    void everythingComesInPiecesTheNewestFirst() {
        assertThat(pieces(AuditFilter.everything(), 5)).containsExactlyElementsOf(places(n -> true));
    }

    @Test
    void eachConditionNarrows() {
        assertThat(pieces(new AuditFilter(Set.of("case.looked"), "", "", null, null), 5)).containsExactlyElementsOf(places(n -> n % 2 == 0));
        assertThat(pieces(new AuditFilter(Set.of("case.looked", "case.act"), "", "", null, null), 5)).containsExactlyElementsOf(places(n -> true));
        assertThat(pieces(new AuditFilter(Set.of(), "X-2026-0001", "", null, null), 2)).containsExactlyElementsOf(places(n -> n % 4 == 0));
        assertThat(pieces(new AuditFilter(Set.of(), "", " Bethan ", null, null), 2)).containsExactlyElementsOf(places(n -> n % 3 == 0));
        assertThat(pieces(new AuditFilter(Set.of(), "", "Nobody", null, null), 2)).isEmpty();
        assertThat(pieces(new AuditFilter(Set.of(), "", "", LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 7)), 2)).containsExactly(7L, 6L, 5L);
        assertThat(pieces(new AuditFilter(Set.of(), "", "", null, LocalDate.of(2026, 3, 2)), 2)).containsExactly(2L, 1L);
        assertThat(pieces(new AuditFilter(Set.of(), "", "", LocalDate.of(2026, 3, 24), null), 2)).containsExactly(24L);
    }

    @Test
    void conditionsNarrowTogether() {
        assertThat(pieces(new AuditFilter(Set.of("case.looked"), "X-2026-0001", "Bethan", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 13)), 2))
                .containsExactly(12L);
        assertThat(pieces(new AuditFilter(Set.of("case.looked"), "", "Bethan", null, LocalDate.of(2026, 3, 13)), 2)).containsExactly(12L, 6L);
    }

    /** Condition on a place. */
    private interface Which {
        boolean holds(long place);
    }

    private static List<Long> places(Which which) {
        return LongStream.iterate(ENTRIES, n -> n > 0, n -> n - 1).filter(which::holds).boxed().toList();
    }

    private List<Long> pieces(AuditFilter filter, int size) {
        return CurrentCaller.call(caller("Auditor"), () -> database.call(board, entities -> {
            AuditSearch search = TestDatabase.wire(new AuditSearch(), entities, TestDatabase.wire(new Redactions(), entities));
            List<Long> found = new ArrayList<>();
            List<AuditLine> piece = search.lines(filter, Long.MAX_VALUE, size);
            while (!piece.isEmpty()) {
                piece.forEach(line -> found.add(line.seq()));
                piece = search.lines(filter, piece.get(piece.size() - 1).seq(), size);
            }
            return found;
        }));
    }

    private static Caller caller(String name) {
        return new Caller(9L, 1L, name, Set.of(Role.AUDITOR), null, Language.EN);
    }
}
