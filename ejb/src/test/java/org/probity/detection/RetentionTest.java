package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.detection.GateAnswer.Gate;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Days;
import org.probity.kernel.Json;
import org.probity.tenancy.Boards;

/** What came to the designated officer is kept for ten years or to retirement age, never for less than the board's own years. */
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final LocalDate SIX_YEARS = LocalDate.of(2032, 11, 22);
    private static final LocalDate TEN_YEARS = LocalDate.of(2036, 11, 22);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-K-" + System.nanoTime() % 1_000_000_000;

    @BeforeEach
    void anEndedCase() {
        database.run("chscb", entities -> entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, "
                + "hard_stop, contact_allowed) values (next value for probity_id, 'chscb', 0, '" + reference + "', 'A case', 'CLOSED', "
                + "timestamp with time zone '2026-11-20 09:00:00+00', false, false)").executeUpdate());
    }

    @Test
    void anOrdinaryConductMatterIsKeptForTheBoardsYears() {
        answered(1, Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nothing"));
        assertThat(kept(SIX_YEARS, LocalDate.of(2060, 1, 1))).isEqualTo(SIX_YEARS);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatTheDesignatedOfficerWasToldIsKeptForTenYears() {
        answered(1, Gate.SAFEGUARDING, new SafeguardingAnswer(true, false, false, false, true, false, "A child was harmed"));
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("D. Officer", "L-1", NOW, false, "Wait for us", true));
        assertThat(kept(SIX_YEARS, null)).isEqualTo(TEN_YEARS);
        assertThat(kept()).contains(new Retention.Kept(10, null));
    }

    /** As where it was opened again and came to no further action. */
    @Test
    void soIsWhatTheyWereToldInAnEarlierDetection() {
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("D. Officer", "L-1", NOW, false, "Wait for us", true));
        answered(2, Gate.SAFEGUARDING, new SafeguardingAnswer(false, false, false, false, false, true, "Nothing"));
        assertThat(kept(SIX_YEARS, null)).isEqualTo(TEN_YEARS);
    }

    @Test
    void soIsWhatTheyShouldHaveBeenToldAndNeverWere() {
        answered(1, Gate.SAFEGUARDING, new SafeguardingAnswer(false, true, false, false, true, false, "Perhaps an offence"));
        assertThat(kept(SIX_YEARS, null)).isEqualTo(TEN_YEARS);
    }

    /** As where it was withdrawn before anybody told them. */
    @Test
    void soIsWhereAnImageIsSuspected() {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.hardStop = true where i.reference = :reference")
                .setParameter("reference", reference).executeUpdate());
        assertThat(kept(SIX_YEARS, null)).isEqualTo(TEN_YEARS);
    }

    @Test
    void soIsWhereItIsSuspectedOnlyAfterTheEnd() {
        assertThat(database.<LocalDate>call("chscb", entities -> {
            Investigation investigation = entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                    .setParameter("reference", reference).getSingleResult();
            investigation.retain(SIX_YEARS);
            retention(entities).raise(investigation, null);
            return investigation.retainUntil();
        })).isEqualTo(TEN_YEARS);
    }

    @Test
    void aBoardThatKeepsLongerKeepsLonger() {
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("D. Officer", "L-1", NOW, false, "Wait for us", true));
        assertThat(kept(LocalDate.of(2038, 11, 22), null)).isEqualTo(LocalDate.of(2038, 11, 22));
    }

    @Test
    void retirementAgeCountsWhereItIsLater() {
        answered(1, Gate.DESIGNATED_OFFICER_TOLD, new DesignatedOfficerContact("D. Officer", "L-1", NOW, false, "Wait for us", true));
        assertThat(kept(SIX_YEARS, LocalDate.of(2030, 1, 1))).isEqualTo(TEN_YEARS);
        assertThat(kept(SIX_YEARS, LocalDate.of(2051, 5, 1))).isEqualTo(LocalDate.of(2051, 5, 1));
        assertThat(kept(SIX_YEARS, Days.LAST.plusYears(1))).isEqualTo(Days.LAST);
    }

    private void answered(int round, Gate gate, Object answer) {
        CurrentCaller.run(Caller.system(), () -> database.run("chscb",
                entities -> entities.persist(new GateAnswer(reference, round, gate, Json.write(answer), "Reasons", NOW))));
    }

    /** @param board the day that the board's own years come to */
    private LocalDate kept(LocalDate board, LocalDate retirement) {
        return database.call("chscb", entities -> {
            Investigation investigation = investigation(entities);
            investigation.retain(board);
            retention(entities).raise(new InvestigationEnded(investigation.id(), reference, Stage.CLOSED, retirement));
            return investigation.retainUntil();
        });
    }

    private Optional<Retention.Kept> kept() {
        return database.call("chscb", entities -> retention(entities).kept(reference));
    }

    private Retention retention(EntityManager entities) {
        return TestDatabase.wire(new Retention(), entities, Clock.fixed(NOW, ZoneOffset.UTC), TestDatabase.wire(new Boards(), entities),
                TestDatabase.wire(new Safeguarding(), entities), new Investigations() {
                    @Override
                    public Investigation byReference(String any) {
                        return investigation(entities);
                    }

                    @Override
                    public Investigation visible(String any) {
                        return investigation(entities);
                    }
                });
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }
}
