package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.audit.AuditEntry;
import org.probity.audit.AuditFilter;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditLines;
import org.probity.audit.AuditQueries;
import org.probity.audit.AuditSearch;
import org.probity.audit.ChainAtOnce;
import org.probity.audit.ChainEntry;
import org.probity.audit.Redactions;
import org.probity.audit.TimelineEntry;
import org.probity.audit.Verdict;
import org.probity.kernel.Language;

/** Entries that are as long as they may be do not fill the memory of whoever reads them. */
class AuditBatchTest {

    private static final int ENTRIES = 20;
    private static final int FITTING = 8;
    private static final Caller AUDITOR = new Caller(9L, 1L, "Auditor", Set.of(Role.AUDITOR), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final String board = "l" + System.nanoTime();

    @BeforeEach
    void actAtLength() {
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> {
            for (int i = 0; i < ENTRIES; i++) {
                TestDatabase.wire(new Audit(), Clock.fixed(Instant.parse("2026-03-01T12:00:00Z").plusSeconds(i), ZoneOffset.UTC), new ChainAtOnce(entities))
                        .record("case.act", "L-2026-0001", "thing", null, null, Map.of("text", "x".repeat(990_000)));
            }
        }));
    }

    @Test
    void aChainIsReadAFewOfThemAtATime() {
        List<Long> read = new ArrayList<>();
        AtomicLong atOnce = new AtomicLong();
        asked(entities -> {
            Statistics counts = entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
            counts.setStatisticsEnabled(true);
            long before = counts.getEntityStatistics(AuditEntry.class.getName()).getLoadCount();
            StoredChain chain = new StoredChain(entities, Long.MAX_VALUE);
            assertThat(chain.hasNext()).isTrue();
            atOnce.set(counts.getEntityStatistics(AuditEntry.class.getName()).getLoadCount() - before);
            counts.setStatisticsEnabled(false);
            chain.forEachRemaining(entry -> read.add(entry.seq()));
            return null;
        });
        assertThat(atOnce).hasValue(FITTING);
        assertThat(read).containsExactlyElementsOf(LongStream.rangeClosed(1, ENTRIES).boxed().toList());
    }

    @Test
    void anAuditorIsShownAFewOfThemAtATime() {
        List<Long> shown = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        for (Long older = Long.MAX_VALUE; older != null;) {
            Long from = older;
            AuditLines page = asked(entities -> search(entities).page(AuditFilter.everything(), from, 15));
            page.items().forEach(line -> shown.add(line.seq()));
            pages.add(page.items().size());
            older = page.older();
        }
        assertThat(pages).containsExactly(FITTING, FITTING, ENTRIES - 2 * FITTING);
        assertThat(shown).containsExactlyElementsOf(LongStream.iterate(ENTRIES, place -> place > 0, place -> place - 1).boxed().toList());
        List<AuditLine> piece = asked(entities -> search(entities).lines(AuditFilter.everything(), Long.MAX_VALUE, 1_000));
        assertThat(piece).hasSize(FITTING);
    }

    @Test
    void aTimelineShowsWhatFits() {
        List<TimelineEntry> shown = asked(entities -> TestDatabase.wire(new AuditQueries(), entities, TestDatabase.wire(new Audit(),
                Clock.systemUTC(), new ChainAtOnce(entities))).timeline("L-2026-0001", "", 0, ENTRIES)).items();
        assertThat(shown).hasSize(ENTRIES).filteredOn(entry -> entry.after() != null).hasSize(FITTING).isEqualTo(shown.subList(0, FITTING));
    }

    /** What is looked through for an entry that is missing is as much as fits, too. */
    @Test
    void aBreakIsLookedIntoAsFarAsFits() {
        ChainEntry first = ChainEntry.after(board, 2, "", "\"text\":\"" + "x".repeat(1_000_000) + "\"}");
        AtomicLong read = new AtomicLong();
        Verdict verdict = new ChainCheck(board, List.of()).check(Stream.generate(() -> first).limit(100).peek(link -> read.incrementAndGet()).iterator());
        assertThat(verdict.whole()).isFalse();
        assertThat(read.get()).isLessThan(25);
    }

    private static AuditSearch search(EntityManager entities) {
        return TestDatabase.wire(new AuditSearch(), entities, TestDatabase.wire(new Redactions(), entities));
    }

    private <T> T asked(Function<EntityManager, T> asking) {
        return CurrentCaller.call(AUDITOR, () -> database.call(board, asking));
    }
}
