package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.casework.Team;
import org.probity.detection.Safeguarding;
import org.probity.disclosure.PackCase;
import org.probity.disclosure.Packs;
import org.probity.investigation.Investigation;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Organisation;
import org.probity.outcome.Outcome;
import org.probity.outcome.ReferralOutcome;
import org.probity.outcome.ReferralOutcome.Appeal;
import org.probity.outcome.ReferralOutcome.Result;
import org.probity.tenancy.Boards;
import org.probity.worklist.Work;

/** A case that was reopened has an earlier referral, about which its employer can still tell of an appeal while the next one runs. */
class EarlierReferralTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Signature SOMEBODY = new Signature(NOW, 1L, "Somebody");
    private static final Caller LEAD = new Caller(-9L, -9L, "Lena", Set.of(Role.LEAD), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-E-" + System.nanoTime() % 1_000_000_000;
    private Long employer;
    private Long earlier;
    private Long running;

    @BeforeEach
    void reopenedAfterAReferral() {
        database.run("chscb", entities -> {
            entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, contact_allowed) values "
                    + "(next value for probity_id, 'chscb', 0, '" + reference + "', 'A case', 'REFERRAL', now(), false, true)").executeUpdate();
            Organisation organisation = new Organisation("A trust " + reference, null, "hr@example.org");
            entities.persist(organisation);
            employer = organisation.id();
            Referral first = composed(entities);
            first.approved("Fair", SOMEBODY);
            first.sent(100L, 101L, NOW, SOMEBODY);
            first.accepted(null, SOMEBODY);
            first.outcomeRecorded(SOMEBODY);
            first.completed(ReferralMove.Kind.DUTIES_CHECKED, "Looked at", SOMEBODY);
            earlier = first.id();
        });
        running = database.call("chscb", entities -> composed(entities).id());
    }

    private Referral composed(EntityManager entities) {
        Long set = ((Number) entities.createNativeQuery("select next value for probity_id").getSingleResult()).longValue();
        entities.createNativeQuery("insert into finding_set (id, board, version, reference, round_no, status, refer, signed_at, signed_name) values ("
                + set + ", 'chscb', 0, '" + reference + "', " + set + ", 'AGREED', true, now(), 'Somebody')").executeUpdate();
        Referral referral = new Referral(reference, set, employer, "Conduct is for the employer");
        entities.persist(referral);
        referral.composed(employer, "A photograph was posted", SOMEBODY);
        return referral;
    }

    @Test
    void theOneThatRunsIsShownAndTheEarlierOneIsNamedBesideIt() {
        asked();
        assertThat(this.<ReferralView.Desk>desk(queries -> queries.desk(reference).orElseThrow())).returns(running, ReferralView.Desk::id)
                .returns("approveReferral", ReferralView.Desk::step).extracting(ReferralView.Desk::othersDue, InstanceOfAssertFactories.LIST).containsExactly(earlier);
        assertThat(this.<ReferralView.Desk>desk(queries -> queries.desk(reference, earlier))).returns(earlier, ReferralView.Desk::id)
                .returns("checkDuties", ReferralView.Desk::step).extracting(ReferralView.Desk::othersDue, InstanceOfAssertFactories.LIST).isEmpty();
    }

    @Test
    void whereNoneRunsTheOneWhoseDutiesWaitIsShown() {
        database.run("chscb", entities -> entities.find(Referral.class, running).withdrawn(SOMEBODY));
        assertThat(this.<Long>desk(queries -> queries.desk(reference).orElseThrow().id())).isEqualTo(running);
        asked();
        assertThat(this.<Long>desk(queries -> queries.desk(reference).orElseThrow().id())).isEqualTo(earlier);
    }

    @Test
    void noReferralOfAnotherCaseIsShown() {
        database.run("chscb", entities -> entities.createQuery("update Referral r set r.reference = 'CHSCB-OTHER' where r.id = :id")
                .setParameter("id", earlier).executeUpdate());
        assertThat(catchThrowableOfType(Refusal.class, () -> desk(queries -> queries.desk(reference, earlier))).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    /** The employer told of another decision, from which other duties follow. */
    private void asked() {
        database.run("chscb", entities -> entities.persist(new Outcome(earlier, 1,
                new ReferralOutcome(Result.DISMISSAL, LocalDate.of(2026, 11, 21), "Decided", Appeal.DECIDED, "Decided again"), true, SOMEBODY)));
    }

    private <T> T desk(Function<ReferralQueries, T> read) {
        return CurrentCaller.call(LEAD, () -> database.call("chscb", entities -> {
            Work work = new Work() {
                @Override
                public boolean isOpen(String task, String of, Long targetId) {
                    return task.equals("approveReferral") && running.equals(targetId);
                }
            };
            DueDuties duties = TestDatabase.wire(new DueDuties(), entities, CLOCK, TestDatabase.wire(new Boards(), entities),
                    TestDatabase.wire(new Safeguarding(), entities));
            return read.apply(TestDatabase.wire(new ReferralQueries(), entities, OpenFile.investigations(entities, CLOCK),
                    OpenFile.of(entities, CLOCK, work), duties, work, TestDatabase.wire(new Directory(), entities), new Team() {
                        @Override
                        public boolean bars(Investigation any, Capacity capacity) {
                            return false;
                        }
                    }, new Packs() {
                        @Override
                        public List<PackedItem> items(Long any, int round) {
                            return List.of();
                        }

                        @Override
                        public List<PackedItem> compared(PackCase of) {
                            return List.of();
                        }
                    }));
        }));
    }
}
