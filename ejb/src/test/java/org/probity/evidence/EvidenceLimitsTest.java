package org.probity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.casework.Team;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/** A case keeps as much as can be shown, page by page. */
class EvidenceLimitsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-E-" + System.nanoTime() % 1_000_000_000;

    @Test
    void aCaseTakesFiveHundredPieces() {
        keep(499);
        assertThat(add().problems()).as("looked at as any other").extracting(Refusal.Problem::field).contains("sourceAddress");
        keep(1);
        assertThat(add().problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("evidence.refused.tooMany");
        Page<EvidenceLine> page = database.call("chscb", entities -> locker(entities).list(reference, 4, 99));
        assertThat(page.items()).hasSize(99);
        assertThat(page.total()).isEqualTo(500);
    }

    /** Nobody is kept from looking, so there is no end to who looked: it is read a page at a time. */
    @Test
    void custodyIsReadPageByPage() {
        Long id = keep(1);
        CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities -> {
            for (int i = 0; i < 250; i++) {
                entities.persist(new CustodyEvent(id, CustodyEvent.Kind.VIEWED, CLOCK.instant()));
            }
        }));
        Page<CustodyLine> last = database.call("chscb", entities -> locker(entities).custody(reference, id, 2, 100));
        assertThat(last.items()).hasSize(50);
        assertThat(last.total()).isEqualTo(250);
    }

    private Refusal add() {
        return catchThrowableOfType(Refusal.class, () -> CurrentCaller.run(Caller.system(), () -> database.run("chscb", entities ->
                locker(entities).addAddress(reference, new NewEvidence("A post", null, null, null)))));
    }

    private Long keep(int many) {
        return CurrentCaller.call(Caller.system(), () -> database.call("chscb", entities -> {
            EvidenceItem item = null;
            for (int i = 0; i < many; i++) {
                item = new EvidenceItem(reference, EvidenceItem.Kind.ADDRESS, new NewEvidence("A post", "https://x.example", null, null), null, null, CLOCK.instant());
                entities.persist(item);
            }
            return item.id();
        }));
    }

    private static EvidenceLocker locker(EntityManager entities) {
        return TestDatabase.wire(new EvidenceLocker(), entities, CLOCK, new Investigations() {
            @Override
            public Investigation running(String any) {
                return null;
            }

            @Override
            public Investigation visible(String any) {
                return null;
            }
        }, new Team() {
            @Override
            public void acts(Investigation investigation, Capacity capacity) {
                // anybody may
            }
        });
    }
}
