package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.audit.Audit;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Organisation;
import org.probity.outcome.Outcome;
import org.probity.outcome.ReferralOutcome;
import org.probity.tenancy.BoardOwned;
import org.probity.worklist.Work;

/** An employer writes often, and not without an end. */
class ReferralLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Signature SOMEBODY = new Signature(NOW, 1L, "Somebody");
    private static final Audit SILENT = new Audit() {
        @Override
        public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
            // the audit has tests of its own
        }
    };

    private static final NameWalls NAMES = new NameWalls() {
        @Override
        public void raise(String reference, Said said) {
            // names in what is said have tests of their own
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final String reference = "CHSCB-R-" + System.nanoTime() % 1_000_000_000;
    private Long employer;
    private Long id;

    @BeforeEach
    void accepted() {
        database.run("chscb", entities -> {
            insert(entities, "investigation", "reference, title, stage, opened_at, hard_stop, contact_allowed", "'A case', 'REFERRAL', now(), false, true");
            insert(entities, "finding_set", "reference, round_no, status, refer, signed_at, signed_name", "1, 'AGREED', true, now(), 'Somebody'");
            Organisation organisation = new Organisation("A trust " + reference, null, "hr@example.org");
            entities.persist(organisation);
            employer = organisation.id();
            Long set = ((Number) entities.createNativeQuery("select id from finding_set where reference = '" + reference + "'").getSingleResult()).longValue();
            Referral referral = new Referral(reference, set, employer, "Conduct is for the employer");
            entities.persist(referral);
            referral.composed(employer, "A photograph was posted", SOMEBODY);
            referral.approved("Fair", SOMEBODY);
            referral.sent(100L, 101L, NOW, SOMEBODY);
            referral.accepted(null, SOMEBODY);
            id = referral.id();
        });
    }

    private void insert(EntityManager entities, String table, String columns, String values) {
        entities.createNativeQuery("insert into " + table + " (id, board, version, " + columns + ") values (next value for probity_id, 'chscb', 0, '"
                + reference + "', " + values + ")").executeUpdate();
    }

    @Test
    void progressIsToldTwoHundredTimes() {
        progress(199);
        asEmployer(entities -> answers(entities).progress(id, "A hearing is set"));
        progress(1);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> asEmployer(entities -> answers(entities).progress(id, "Once more")));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE);
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("referral.refused.manyProgress");
            assertThat(problem.args()).containsExactly(200);
        });
    }

    @Test
    void anAppealIsNotLodgedForEver() {
        database.run("chscb", entities -> {
            Referral referral = entities.find(Referral.class, id);
            referral.outcomeRecorded(SOMEBODY);
            IntStream.range(0, 20).forEach(n -> entities.persist(new Outcome(id, n + 1, told(ReferralOutcome.Appeal.LODGED), false, SOMEBODY)));
        });
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> asEmployer(entities -> answers(entities).outcome(id, told(ReferralOutcome.Appeal.LODGED))));
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("referral.refused.manyAppeals");
        asEmployer(entities -> answers(entities).outcome(id, told(ReferralOutcome.Appeal.DECIDED)));
    }

    private static ReferralOutcome told(ReferralOutcome.Appeal appeal) {
        return new ReferralOutcome(ReferralOutcome.Result.WARNING, LocalDate.of(2026, 11, 20), "A warning", appeal,
                appeal == ReferralOutcome.Appeal.DECIDED ? "It stands" : null);
    }

    /** As may come with an archive: no more of them are in memory than a page shows, and those are the latest. */
    @Test
    void ofVeryManyMovesTheLatestAreRead() {
        progress(700);
        database.run("chscb", entities -> assertThat(file(entities).moves(entities.find(Referral.class, id), EnumSet.allOf(ReferralMove.Kind.class)))
                .hasSize(500).last().extracting(ReferralMove::words).isEqualTo("Progress 699"));
    }

    @Test
    void aPackIsNotBegunForEver() {
        Referral referral = new Referral(reference, 7L, 8L, "Conduct is for the employer");
        IntStream.range(1, Referral.MOST_ROUNDS).forEach(n -> {
            referral.composed(8L, "A photograph was posted", SOMEBODY);
            referral.composedOf("print");
            referral.givenBack("Not yet", "print", SOMEBODY);
        });
        referral.composed(8L, "A photograph was posted", SOMEBODY);
        referral.composedOf("print");
        assertThat(catchThrowableOfType(Refusal.class, () -> referral.givenBack("Not yet", "print", SOMEBODY)).problems())
                .singleElement().extracting(Refusal.Problem::key).isEqualTo("referral.refused.manyRounds");
        referral.givenBack("An answer has come", "another print", SOMEBODY);
        referral.composed(8L, "A photograph was posted", SOMEBODY);
        referral.approved("It will do", SOMEBODY);
    }

    /** Who may not act on a referral finds it not there before anything of its case is held. */
    @Test
    void whoIsOfAnotherOrganisationHoldsNothing() {
        Caller stranger = new Caller(-9L, -9L, "Hari", Set.of(Role.HR), -77L, Language.EN);
        Investigations holding = new Investigations() {
            @Override
            public Investigation lockCaseOf(Class<? extends BoardOwned> type, Long any) {
                throw new AssertionError("the case was held for a stranger");
            }
        };
        CurrentCaller.run(stranger, () -> database.run("chscb", entities -> {
            ReferralAnswers answers = TestDatabase.wire(new ReferralAnswers(), entities, file(entities, holding));
            ReferralInbox inbox = TestDatabase.wire(new ReferralInbox(), entities, file(entities, holding), holding);
            for (Runnable act : Set.<Runnable>of(() -> answers.progress(id, "x"), () -> answers.acknowledge(id, Answer.ACCEPTED, null),
                    () -> answers.outcome(id, told(ReferralOutcome.Appeal.NONE)), () -> inbox.expect(id, 1))) {
                assertThat(catchThrowableOfType(Refusal.class, act::run).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
            }
        }));
    }

    private void progress(int many) {
        database.run("chscb", entities -> IntStream.range(0, many).forEach(n ->
                entities.persist(new ReferralMove(entities.find(Referral.class, id), ReferralMove.Kind.PROGRESS, "Progress " + n, SOMEBODY))));
    }

    private void asEmployer(Consumer<EntityManager> work) {
        CurrentCaller.run(new Caller(-8L, -8L, "Hari", Set.of(Role.HR), employer, Language.EN), () -> database.run("chscb", work));
    }

    private static ReferralAnswers answers(EntityManager entities) {
        return TestDatabase.wire(new ReferralAnswers(), entities, file(entities), new ReferralMail() {
            @Override
            void outcome(Referral referral, int number) {
                // the mail has tests of its own
            }
        }, new DueDuties() {
            @Override
            boolean asks(Referral referral, ReferralOutcome.Result result) {
                return false;
            }
        }, new NothingDue() {
            @Override
            void pass(Referral referral) {
                // has tests of its own
            }
        }, new Work() {
            @Override
            public boolean isOpen(String task, String any, Long targetId) {
                return false;
            }
        });
    }

    private static ReferralFile file(EntityManager entities) {
        return file(entities, TestDatabase.wire(new Investigations(), entities));
    }

    private static ReferralFile file(EntityManager entities, Investigations investigations) {
        return TestDatabase.wire(new ReferralFile(), entities, investigations, TestDatabase.wire(new CaseExclusions(), entities, CLOCK), SILENT, NAMES, CLOCK);
    }
}
