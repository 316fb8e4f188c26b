package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.DeniedAttempt;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.kernel.Language;

/** Who tries what is not theirs leaves a trace, and who tries it a thousand times cannot fill the audit with it. */
class DenialsTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final String board = "d" + System.nanoTime();
    private Instant now = START;

    @Test
    void theFirstIsKeptAtOnceAndRepeatsFoldIntoOneWithTheirCount() {
        for (int i = 0; i < 1_276; i++) {
            deny(7L, "CaseDocuments.content", "CHSCB-2026-0001");
        }
        assertThat(entries()).singleElement().asString().contains("CaseDocuments.content", "CHSCB-2026-0001");

        now = START.plus(DenialLedger.PERIOD);
        fold();
        assertThat(entries()).hasSize(2);
        assertThat(entries().get(1)).contains("\"repeats\":1275", "\"from\":\"2026-11-21T09:00:00Z\"", "CHSCB-2026-0001");
        fold();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void whatWasTriedOnceIsToldOnce() {
        deny(7L, "CaseDocuments.content", "CHSCB-2026-0001");
        now = START.plus(DenialLedger.PERIOD);
        fold();

        assertThat(entries()).hasSize(1);
    }

    /** A thousand different things asked for are no thousand entries either. */
    @Test
    void differentAttemptsOfOnePersonAreLimitedAndTheRestIsCounted() {
        for (int i = 0; i < 1_000; i++) {
            deny(7L, "CaseDocuments.content", String.format("CHSCB-2026-%04d", i));
        }
        deny(8L, "CaseDocuments.content", "CHSCB-2026-0001");
        assertThat(entries()).hasSize(DenialLedger.DIFFERENT + 2);

        now = START.plus(DenialLedger.PERIOD);
        fold();
        assertThat(entries()).hasSize(DenialLedger.DIFFERENT + 3).last().asString()
                .contains("\"method\":\"*\"", "\"repeats\":" + (1_000 - DenialLedger.DIFFERENT - 1));
    }

    /** Strangers have as many addresses as they like. */
    @Test
    void attemptsOfStrangersFromManyAddressesAreLimitedForTheBoard() {
        for (int i = 0; i < DenialLedger.AT_ONE_BOARD + 50; i++) {
            String address = "2001:db8::" + Integer.toHexString(i);
            CurrentOrigin.run(Origin.page(address), () -> deny(null, "AuditPage", ""));
        }

        assertThat(entries()).hasSize(DenialLedger.AT_ONE_BOARD + 1);
        deny(7L, "CaseDocuments.content", "CHSCB-2026-0001");
        assertThat(entries()).as("what a member tries is told all the same").hasSize(DenialLedger.AT_ONE_BOARD + 2)
                .last().asString().contains("CaseDocuments.content", "CHSCB-2026-0001");
    }

    @Test
    void attemptsOfMembersAreLimitedForTheBoardToo() {
        for (long account = 0; account < DenialLedger.AT_ONE_BOARD + 50; account++) {
            deny(account, "CaseDocuments.content", "CHSCB-2026-0001");
        }
        deny(null, "AuditPage", "");

        assertThat(entries()).hasSize(DenialLedger.AT_ONE_BOARD + 2);
    }

    @Test
    void anotherPeriodBeginsAnew() {
        deny(7L, "CaseDocuments.content", "CHSCB-2026-0001");
        now = START.plus(Duration.ofMinutes(11));
        deny(7L, "CaseDocuments.content", "CHSCB-2026-0001");

        assertThat(entries()).hasSize(2);
    }

    /** A role of an earlier release is none; what it did not get is told all the same. */
    @Test
    void whatSomebodyTriedInARoleThatIsNoMoreIsToldToo() {
        deny(7L, "CaseDocuments.content", "CHSCB-2026-0001");
        deny(7L, "CaseDocuments.content", "CHSCB-2026-0001");
        database.run(board, entities -> entities.createQuery("update Denial d set d.actorRoles = 'EMPLOYEE,CHAPERONE'").executeUpdate());
        now = START.plus(DenialLedger.PERIOD);
        fold();

        assertThat(entries()).hasSize(2);
    }

    /** A mistyped code, or a token that may not report: what stays of it does not say who has one. */
    @Test
    void whoComesBackWithAReceiptCodeIsNobodyFromNowhere() {
        Caller member = new Caller(7L, null, "Olwen", Set.of(Role.EMPLOYEE), null, Language.EN);
        CurrentOrigin.run(Origin.page("192.0.2.7"), () -> {
            deny(member, Act.FOLLOW_CONCERN, "Concerns.follow", "ABCD-EFGH-JKMN");
            deny(member, Act.REPORT_CONCERN, "Concerns.report", "");
        });
        database.run(board, entities -> {
            assertThat(entities.createQuery("select concat(a.actorName, a.actorRoles, coalesce(a.address, '')) from AuditEntry a", String.class)
                    .getResultList()).containsExactly("PUBLIC", "PUBLIC");
            assertThat(entities.createQuery("select coalesce(a.accountId, -1) from AuditEntry a", Long.class).getResultList()).containsOnly(-1L);
            assertThat(entities.createQuery("select d.who from Denial d", String.class).getResultList()).containsOnly("from null");
        });
    }

    /** Of whom is always kept what they do. */
    @Test
    void anOfficerWhoTriesACodeIsNamed() {
        deny(new Caller(7L, null, "Olwen", Set.of(Role.OFFICER), null, Language.EN), Act.FOLLOW_CONCERN, "Concerns.follow", "");
        assertThat(database.<List<String>>call(board, entities -> entities.createQuery("select a.actorName from AuditEntry a", String.class).getResultList()))
                .containsExactly("Olwen");
    }

    private void deny(Long account, String method, String asked) {
        Caller caller = new Caller(account, null, account == null ? "" : "Olwen", account == null ? Set.of(Role.PUBLIC) : Set.of(Role.EMPLOYEE), null, Language.EN);
        deny(caller, Act.SEE_INVESTIGATION, method, asked);
    }

    private void deny(Caller caller, Act act, String method, String asked) {
        database.run(board, entities -> ledger(entities).keep(DeniedAttempt.by(caller, Set.of(act), method, Stream.of(asked))));
    }

    private void fold() {
        database.run(board, entities -> CurrentCaller.run(Caller.system(), () -> ledger(entities).fold()));
    }

    private List<String> entries() {
        return database.call(board, entities -> entities.createQuery("select a.after from AuditEntry a order by a.seq", String.class).getResultList());
    }

    private DenialLedger ledger(EntityManager entities) {
        return TestDatabase.wire(new DenialLedger(), entities, new ChainAtOnce(entities), Clock.fixed(now, ZoneOffset.UTC));
    }
}
