package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.calendar.Stood;
import org.probity.calendar.WorkingDays;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.kernel.DeadlineShift;
import org.probity.kernel.Language;
import org.probity.member.Organisation;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;
import org.probity.worklist.Work;

/** An employer that has a referral hears at once that its subject may not be contacted, and is not urged to meanwhile. */
class EmployerContactTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Signature SOMEBODY = new Signature(NOW, 1L, "Somebody");

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-E-" + System.nanoTime() % 1_000_000_000;
    private final List<String> mailed = new ArrayList<>();
    private final List<Long> moved = new ArrayList<>();
    private Long id;

    @BeforeEach
    void sent() {
        database.run("chscb", entities -> {
            insert(entities, "investigation", "reference, title, stage, opened_at, hard_stop, contact_allowed", "'A case', 'REFERRAL', now(), false, true");
            insert(entities, "finding_set", "reference, round_no, status, refer, signed_at, signed_name", "1, 'AGREED', true, now(), 'Somebody'");
            Organisation organisation = new Organisation("A trust " + reference, null, "hr@example.org");
            entities.persist(organisation);
            Long set = ((Number) entities.createNativeQuery("select id from finding_set where reference = '" + reference + "'").getSingleResult()).longValue();
            Referral referral = new Referral(reference, set, organisation.id(), "Conduct is for the employer");
            entities.persist(referral);
            referral.composed(organisation.id(), "A photograph was posted", SOMEBODY);
            referral.approved("Fair", SOMEBODY);
            referral.sent(100L, 101L, NOW, SOMEBODY);
            id = referral.id();
        });
    }

    private void insert(EntityManager entities, String table, String columns, String values) {
        entities.createNativeQuery("insert into " + table + " (id, board, version, " + columns + ") values (next value for probity_id, 'chscb', 0, '"
                + reference + "', " + values + ")").executeUpdate();
    }

    @Test
    void theEmployerHearsOnceOfEachChange() {
        stop();
        stop();
        allow();
        allow();
        stop();
        assertThat(mailed).containsExactly("stopped 1", "allowed 2", "stopped 3");
        assertThat(moves()).containsExactly("CONTACT_STOPPED", "CONTACT_ALLOWED", "CONTACT_STOPPED");
    }

    @Test
    void soItDoesAfterTheEndWhereItMayStillReadThePack() {
        change(referral -> {
            referral.accepted(null, SOMEBODY);
            referral.outcomeRecorded(SOMEBODY);
            referral.completed(ReferralMove.Kind.NOTHING_DUE, null, SOMEBODY);
        });
        stop();
        assertThat(mailed).containsExactly("stopped 1");
    }

    @Test
    void whoeverDeclinedOrNeverHadItHearsNothing() {
        change(referral -> referral.declined("Not ours", SOMEBODY));
        stop();
        change(referral -> referral.redirected(referral.organisationId(), "Sent there again", SOMEBODY));
        stop();
        assertThat(mailed).isEmpty();
    }

    /** What the former organisation was told is nothing to the next. */
    @Test
    void anotherOrganisationHearsOfItsOwn() {
        stop();
        change(referral -> {
            referral.declined("Not ours", SOMEBODY);
            referral.redirected(referral.organisationId(), "Sent there again", SOMEBODY);
            referral.composed(referral.organisationId(), "A photograph was posted", SOMEBODY);
            referral.approved("Fair", SOMEBODY);
            referral.sent(100L, 101L, NOW, SOMEBODY);
        });
        allow();
        stop();
        assertThat(mailed).containsExactly("stopped 1", "stopped 1");
    }

    @Test
    void whoWasNotToldOfAStopIsNotToldOfItsEnd() {
        allow();
        assertThat(mailed).isEmpty();
    }

    @Test
    void nobodyIsUrgedToTalkToThemMeanwhileAndEverybodyAfterwards() {
        mayBeContacted(false);
        chase();
        change(referral -> referral.accepted(null, SOMEBODY));
        chase();
        assertThat(mailed).isEmpty();
        mayBeContacted(true);
        chase();
        assertThat(mailed).containsExactly("progress");
    }

    @Test
    void theAcknowledgementIsAskedForAgain() {
        mayBeContacted(true);
        chase();
        assertThat(mailed).containsExactly("acknowledge");
    }

    /** Whoever was told not to act is not late for that. */
    @Test
    void whatTheEmployerOwesIsDueLaterByTheTimeThatItMightNotAct() {
        allow();
        assertThat(due()).as("nobody was told to wait").isEqualTo(NOW);
        stop();
        allow();
        allow();
        assertThat(due()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(moved).containsExactly(id);
    }

    @Test
    void nobodyIsRemindedBeforeItIsDue() {
        mayBeContacted(true);
        change(referral -> referral.shift((begun, due) -> due.plusMillis(1)));
        chase();
        assertThat(mailed).isEmpty();
    }

    /** The next reminder is not a whole round away when it was time for one while nobody could be urged. */
    @Test
    void itIsLookedEachWorkingDayWhetherTheyMayBeUrgedAgain() {
        mayBeContacted(true);
        assertThat(nextChase()).isEqualTo(NOW.plus(Duration.ofDays(Deadlines.usual().chaserDays())));
        mayBeContacted(false);
        assertThat(nextChase()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        change(referral -> referral.shift((begun, due) -> due.plus(Duration.ofDays(30))));
        assertThat(nextChase()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    private Instant nextChase() {
        WorkingDays days = new WorkingDays() {
            @Override
            public Instant plus(Instant from, int count) {
                return from.plus(Duration.ofDays(count));
            }
        };
        return database.call("chscb", entities -> TestDatabase.wire(new ReferralClocks(), OpenFile.of(entities, CLOCK, new Work()),
                OpenFile.investigations(entities, CLOCK), days, TestDatabase.wire(new Boards(), entities), CLOCK).nextChase(id));
    }

    private Instant due() {
        return database.call("chscb", entities -> entities.find(Referral.class, id).acknowledgeBy());
    }

    private Work shifted() {
        return new Work() {
            @Override
            public void shift(String of, Long targetId, DeadlineShift stood) {
                moved.add(targetId);
            }
        };
    }

    private void mayBeContacted(boolean allowed) {
        database.run("chscb", entities -> entities.createQuery("update Investigation i set i.contact.allowed = :allowed where i.reference = :reference")
                .setParameter("allowed", allowed).setParameter("reference", reference).executeUpdate());
    }

    private void stop() {
        act(entities -> events(entities).stop(new ContactStopped(reference)));
    }

    private void allow() {
        act(entities -> events(entities).goOn(new ContactAllowed(reference, Stood.until(NOW, 1))));
    }

    /** Both of them, as the clock may strike. */
    private void chase() {
        act(entities -> {
            Referrals referrals = TestDatabase.wire(new Referrals(), entities, OpenFile.of(entities, CLOCK, new Work()), OpenFile.investigations(entities, CLOCK),
                    new ReferralSending() {
                        @Override
                        boolean chase(Referral referral) {
                            return mailed.add("acknowledge");
                        }

                        @Override
                        boolean chaseProgress(Referral referral) {
                            return mailed.add("progress");
                        }
                    });
            referrals.chase(id);
            referrals.chaseProgress(id);
        });
    }

    private void change(Consumer<Referral> verb) {
        act(entities -> verb.accept(entities.find(Referral.class, id)));
    }

    private List<String> moves() {
        return database.call("chscb", entities -> OpenFile.of(entities, CLOCK, new Work()).moves(entities.find(Referral.class, id), ReferralMove.Kind.ofContact()).stream()
                .map(move -> move.kind().name()).toList());
    }

    private void act(Consumer<EntityManager> work) {
        CurrentCaller.run(new Caller(-9L, -9L, "Olwen", Set.of(Role.OFFICER), null, Language.EN), () -> database.run("chscb", work));
    }

    private ReferralEvents events(EntityManager entities) {
        return TestDatabase.wire(new ReferralEvents(), entities, OpenFile.of(entities, CLOCK, new Work()), shifted(), new ReferralMail() {
            @Override
            void contact(Referral referral, boolean allowed, int number) {
                mailed.add((allowed ? "allowed " : "stopped ") + number);
            }
        });
    }
}
