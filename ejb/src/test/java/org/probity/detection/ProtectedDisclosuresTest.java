package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.casework.CaseLinks;
import org.probity.casework.InvestigationQueries;
import org.probity.casework.ReferringWanted;
import org.probity.casework.Team;
import org.probity.closure.AdvisingWanted;
import org.probity.closure.Closures;
import org.probity.correspondence.AskingWanted;
import org.probity.detection.DisclosureQueries.DisclosureLine;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.investigation.Capacities;
import org.probity.investigation.CaseLine;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Decision;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.notification.Outbox;
import org.probity.policy.Policies;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;
import org.probity.worklist.StillProcesses;
import org.probity.worklist.Urgency;
import org.probity.worklist.Work;

/** Whoever may have made a protected disclosure is kept from discipline until a lead has decided, whatever becomes of the case meanwhile. */
class ProtectedDisclosuresTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final String WHY = "She told the regulator of it first";
    private static final String UNDECIDED = "detection.refused.disclosureUndecided";
    private static final String PROTECTED = "detection.refused.disclosureProtected";

    private final TestDatabase database = TestDatabase.get();
    private final String board = "w" + System.nanoTime();
    private final String reference = "WHI-2026-0001";
    private final List<String> audited = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();
    private int advised;
    private Member officer;
    private Member colleague;
    private Member lead;
    private Member other;

    @BeforeEach
    void aBoardWithTwoLeads() {
        database.run(board, entities -> entities.persist(new Board(board, board, null, "W" + System.nanoTime() % 1_000_000_000, Board.Country.ENGLAND,
                "#1d5b8f", false, "desk@example.org", Deadlines.usual())));
        officer = member("Olwen Prydderch", Role.OFFICER);
        colleague = member("Owain Gethin", Role.OFFICER);
        lead = member("Lena Dafis", Role.LEAD);
        other = member("Luned Parri", Role.LEAD);
        database.run(board, entities -> entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, "
                + "contact_allowed) values (next value for probity_id, '" + board + "', 0, '" + reference + "', 'A case', 'DETECTION', now(), false, false)")
                .executeUpdate());
    }

    private Member member(String name, Role role) {
        return database.call(board, entities -> {
            Account account = new Account(name + System.nanoTime(), name, name.charAt(1) + System.nanoTime() + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member;
        });
    }

    /** The way of harm: no further action, closed, opened again, and triaged as if nothing had been said. */
    @ParameterizedTest
    @EnumSource(value = Decision.class, names = {"INVESTIGATE", "ADVICE"})
    void whatTriageFlaggedStaysWhenTheCaseIsClosedAndOpenedAgain(Decision decision) {
        as(officer, entities -> triages(entities).triage(reference, triage(true, Decision.NO_FURTHER_ACTION)));
        closedAndOpenedAgain();
        assertThat(problem(officer, entities -> triages(entities).triage(reference, triage(false, decision)))).isEqualTo("decision " + UNDECIDED);
        as(officer, entities -> triages(entities).triage(reference, triage(false, Decision.NO_FURTHER_ACTION)));
        assertThat(lines()).extracting(DisclosureLine::words, DisclosureLine::raisedBy, DisclosureLine::treatment)
                .containsExactly(tuple("Looked at", officer.name(), null));
        assertThat(referring()).containsExactly(UNDECIDED);
        as(lead, entities -> disclosures(entities).decide(reference, 1, Treatment.PROTECTED, "It is in the public interest"));
        closedAndOpenedAgain();
        assertThat(problem(officer, entities -> triages(entities).triage(reference, triage(false, decision)))).isEqualTo("decision " + PROTECTED);
        assertThat(referring()).as("for good").containsExactly(PROTECTED);
    }

    /** Advice would go to the subject at once. */
    @ParameterizedTest
    @EnumSource(value = Decision.class, names = {"INVESTIGATE", "ADVICE"})
    void nobodyIsAdvisedOrInvestigatedWhereTriageItselfSaysThatItMayBeOne(Decision decision) {
        assertThat(problem(officer, entities -> triages(entities).triage(reference, triage(true, decision))))
                .isEqualTo("whistleblowing detection.refused.whistleblowing");
    }

    @Test
    void triageRaisesItOnceAndGoesOnWhereALeadDecidedThatItIsNone() {
        as(officer, entities -> triages(entities).triage(reference, triage(true, Decision.NO_FURTHER_ACTION)));
        closedAndOpenedAgain();
        as(officer, entities -> triages(entities).triage(reference, triage(true, Decision.NO_FURTHER_ACTION)));
        assertThat(lines()).hasSize(1);
        as(lead, entities -> disclosures(entities).decide(reference, null, Treatment.NOT_PROTECTED, "It was said in anger"));
        closedAndOpenedAgain();
        as(officer, entities -> triages(entities).triage(reference, triage(false, Decision.ADVICE)));
        assertThat(referring()).isEmpty();
        closedAndOpenedAgain();
        as(officer, entities -> triages(entities).triage(reference, triage(true, Decision.NO_FURTHER_ACTION)));
        assertThat(lines()).extracting(DisclosureLine::number, DisclosureLine::treatment).containsExactly(tuple(2, null), tuple(1, Treatment.NOT_PROTECTED));
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"DETECTION", "INVESTIGATION", "REVIEW", "REFERRAL", "CLOSING"})
    void whoeverWorksOnTheCaseRaisesItAtAnyStage(Stage stage) {
        set("i.stage = " + stage + ", i.pausedAt = i.openedAt");
        for (Member one : List.of(colleague, lead)) {
            as(one, entities -> disclosures(entities).raise(reference, WHY));
            assertThat(referring()).containsExactly(UNDECIDED);
            assertThat(problem(officer, entities -> disclosures(entities).raise(reference, WHY))).isEqualTo("null detection.refused.disclosureOpen");
            set("i.pausedAt = null");
            as(other, entities -> disclosures(entities).decide(reference, null, Treatment.NOT_PROTECTED, "It is not"));
        }
        assertThat(lines()).hasSize(2);
        assertThat(audited).containsExactly("detection.disclosureRaised", "detection.disclosureDecided", "detection.disclosureRaised", "detection.disclosureDecided");
    }

    @Test
    void nobodyRaisesItOfAnEndedCaseOrWithoutSayingWhy() {
        assertThat(problem(colleague, entities -> disclosures(entities).raise(reference, " "))).isEqualTo("words kernel.refused.required");
        set("i.stage = WITHDRAWN");
        assertThat(problem(colleague, entities -> disclosures(entities).raise(reference, WHY))).isEqualTo("null investigation.refused.ended");
    }

    /** And is told of it by mail that says nothing of the case. */
    @Test
    void onlyALeadWhoNeitherRaisedItNorInvestigatedDecides() {
        Member investigator = member("Lowri Bowen", Role.LEAD);
        as(investigator, entities -> team(entities).acts(investigation(entities), Capacity.INVESTIGATED));
        as(lead, entities -> disclosures(entities).raise(reference, WHY));
        assertThat(mailed).containsExactly("approval.wanted " + other.name());
        assertThat(decided(investigator, Treatment.NOT_PROTECTED)).isEqualTo("null investigation.refused.capacity.INVESTIGATED");
        assertThat(decided(lead, Treatment.NOT_PROTECTED)).isEqualTo("null detection.refused.disclosureRaisedBySelf");
        assertThat(waiting(investigator)).isFalse();
        assertThat(waiting(lead)).isFalse();
        assertThat(waiting(officer)).isFalse();
        assertThat(waiting(other)).isTrue();
        assertThat(decided(other, Treatment.NOT_PROTECTED)).isNull();
        assertThat(waiting(other)).isFalse();
        assertThat(problem(other, entities -> team(entities).acts(investigation(entities), Capacity.INVESTIGATED))).as("who decided does not investigate")
                .isEqualTo("null investigation.refused.capacity.APPROVED");
    }

    /** Else two leads of whom one reviewed would leave nobody to approve. */
    @Test
    void whoReviewedTheFindingsMayDecideAndIsTheirReviewerStill() {
        as(lead, entities -> team(entities).acts(investigation(entities), Capacity.REVIEWED));
        as(colleague, entities -> disclosures(entities).raise(reference, WHY));
        assertThat(decided(lead, Treatment.NOT_PROTECTED)).isNull();
        as(lead, entities -> assertThat(team(entities).actedAs(investigation(entities))).isEqualTo(Capacity.REVIEWED));
    }

    @Test
    void thatItIsProtectedIsTakenBackByAnotherLeadAloneAndEachDecisionIsKept() {
        as(colleague, entities -> disclosures(entities).raise(reference, WHY));
        assertThat(decided(lead, Treatment.PROTECTED)).isNull();
        assertThat(decided(other, Treatment.PROTECTED)).isEqualTo("null detection.refused.disclosureStands");
        assertThat(decided(lead, Treatment.NOT_PROTECTED)).isEqualTo("null detection.refused.disclosureDecidedBySelf");
        assertThat(problem(colleague, entities -> disclosures(entities).raise(reference, WHY))).isEqualTo("null detection.refused.disclosureStands");
        assertThat(referring()).containsExactly(PROTECTED);
        assertThat(decided(other, Treatment.NOT_PROTECTED)).isNull();
        assertThat(decided(lead, Treatment.PROTECTED)).as("raised anew").isEqualTo("null detection.refused.disclosureSettled");
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line.decisions())
                .extracting(DisclosureQueries.DecisionLine::treatment, DisclosureQueries.DecisionLine::decidedBy)
                .containsExactly(tuple(Treatment.PROTECTED, lead.name()), tuple(Treatment.NOT_PROTECTED, other.name())));
        assertThat(referring()).isEmpty();
        as(colleague, entities -> disclosures(entities).raise(reference, "There is more"));
        assertThat(problem(lead, entities -> disclosures(entities).decide(reference, 1, Treatment.PROTECTED, "Yes"))).isEqualTo("null kernel.refused.stale");
        assertThat(referring()).containsExactly(UNDECIDED);
    }

    @Test
    void aDecisionHasItsReasonsAndSomethingToDecide() {
        assertThat(decided(lead, Treatment.PROTECTED)).isEqualTo("null detection.refused.noDisclosure");
        as(colleague, entities -> disclosures(entities).raise(reference, WHY));
        assertThat(problem(lead, entities -> disclosures(entities).decide(reference, null, null, " "))).isEqualTo("treatment kernel.refused.required");
        set("i.pausedAt = i.openedAt");
        assertThat(decided(lead, Treatment.PROTECTED)).isEqualTo("null investigation.refused.paused");
        set("i.pausedAt = null, i.stage = CLOSED, i.endedAt = i.openedAt");
        assertThat(decided(lead, Treatment.PROTECTED)).as("so that nobody opens it again undecided").isNull();
    }

    /** Raised after triage had decided to advise, and before the letter. */
    @Test
    void adviceWaitsForTheDecisionAndIsSentWhereItIsNotProtected() {
        set("i.stage = CLOSING, i.decision = ADVICE");
        assertThat(heldAdvice()).isFalse();
        as(colleague, entities -> disclosures(entities).raise(reference, WHY));
        assertThat(heldAdvice()).isTrue();
        assertThat(decided(lead, Treatment.PROTECTED)).isNull();
        assertThat(heldAdvice()).isTrue();
        assertThat(advised).isZero();
        assertThat(decided(other, Treatment.NOT_PROTECTED)).isNull();
        assertThat(advised).isOne();
        as(colleague, entities -> disclosures(entities).raise(reference, "There is more"));
        assertThat(decided(other, Treatment.NOT_PROTECTED)).isNull();
        assertThat(advised).as("once").isOne();
    }

    /** As a migration leaves it where an earlier release kept the name alone. */
    @Test
    void whoRaisedItBeforeNamesWereAccountsDoesNotDecide() {
        database.run(board, entities -> entities.createNativeQuery("insert into protected_disclosure (id, board, version, reference, disclosure_no, words, "
                + "advice_held, signed_at, signed_name) values (next value for probity_id, '" + board + "', 0, '" + reference + "', 1, 'Before', false, now(), '"
                + lead.name() + "')").executeUpdate());
        assertThat(decided(lead, Treatment.NOT_PROTECTED)).isEqualTo("null detection.refused.disclosureRaisedBySelf");
        assertThat(decided(other, Treatment.NOT_PROTECTED)).isNull();
    }

    private void closedAndOpenedAgain() {
        as(lead, entities -> cases(entities).move(investigation(entities), Stage.CLOSING, null));
        as(lead, entities -> cases(entities).move(investigation(entities), Stage.CLOSED, null));
        as(lead, entities -> TestDatabase.wire(new Closures(), entities, CLOCK, cases(entities), audit(), new Fired<>(), new StillProcesses() {
            @Override
            public void start(String process, String of, Map<String, Object> ids) {
                // the process has tests of its own
            }
        }).reopen(reference, "New facts"));
    }

    private List<String> referring() {
        ReferringWanted wanted = new ReferringWanted(reference, List.of());
        AskingWanted asking = new AskingWanted(reference);
        as(officer, entities -> {
            rows(entities).keep(wanted);
            rows(entities).keep(asking);
        });
        List<String> reasons = wanted.reasons().stream().map(Refusal.Problem::key).toList();
        assertThat(asking.reason().stream().toList()).as("nor is the subject asked").isEqualTo(reasons);
        return reasons;
    }

    private boolean heldAdvice() {
        AdvisingWanted wanted = new AdvisingWanted(reference);
        as(officer, entities -> rows(entities).keep(wanted));
        return wanted.isHeld();
    }

    private String decided(Member who, Treatment treatment) {
        return problem(who, entities -> disclosures(entities).decide(reference, null, treatment, "Because"));
    }

    private List<DisclosureLine> lines() {
        return CurrentCaller.call(officer.caller(Language.EN), () -> database.call(board, entities -> queries(entities).of(reference)));
    }

    /** Whether it is offered to them, in the list and at the case alike. */
    private boolean waiting(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> {
            boolean listed = queries(entities).waiting().stream().anyMatch(one -> one.about().reference().equals(reference));
            assertThat(queries(entities).mayDecide(reference)).isEqualTo(listed);
            return listed;
        }));
    }

    private static TriageForm triage(boolean whistleblowing, Decision decision) {
        return new TriageForm("A post", decision == Decision.INVESTIGATE ? List.of("3.5") : List.of(), true, false, whistleblowing,
                decision == Decision.INVESTIGATE ? 7L : null, null, null, TriageForm.Audience.PUBLIC, TriageForm.Impact.LOW, false, false, null, decision,
                "Looked at", null, null);
    }

    private void set(String change) {
        database.run(board, entities -> entities.createQuery("update Investigation i set " + change + " where i.reference = :reference")
                .setParameter("reference", reference).executeUpdate());
    }

    private String problem(Member who, Consumer<EntityManager> act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(who, act));
        return refusal == null ? null : refusal.problems().get(0).field() + " " + refusal.problems().get(0).key();
    }

    private void as(Member who, Consumer<EntityManager> act) {
        CurrentCaller.run(who.caller(Language.EN), () -> database.run(board, act));
    }

    private ProtectedDisclosures disclosures(EntityManager entities) {
        return TestDatabase.wire(new ProtectedDisclosures(), entities, CLOCK, cases(entities), rows(entities), team(entities), desk(entities), audit(),
                TestDatabase.wire(new SubjectTime(), CLOCK, TestDatabase.wire(new WorkingDays(), entities), new Fired<>()), new Closures() {
                    @Override
                    public void sendHeldAdvice(Investigation any) {
                        advised++;
                    }
                });
    }

    private Disclosures rows(EntityManager entities) {
        return TestDatabase.wire(new Disclosures(), entities, CLOCK, desk(entities), audit(), new NobodyLeft() {
            @Override
            public void notice(ProtectedDisclosure raised) {
                // who is left has tests of its own
            }
        });
    }

    private DisclosureQueries queries(EntityManager entities) {
        return TestDatabase.wire(new DisclosureQueries(), entities, cases(entities), rows(entities), team(entities), new InvestigationQueries() {
            @Override
            public List<CaseLine> lines(Set<String> references) {
                return references.stream().map(one -> new CaseLine(1L, one, "A case", Stage.DETECTION, false, new Urgency(false, false, false), null,
                        CLOCK.instant(), null, null, null, false)).toList();
            }
        });
    }

    private Triages triages(EntityManager entities) {
        Investigations cases = cases(entities);
        return TestDatabase.wire(new Triages(), entities, CLOCK, cases, rows(entities), team(entities), audit(), TestDatabase.wire(new CaseLinks(), entities, CLOCK, cases),
                TestDatabase.wire(new Policies(), entities), new Members() {
                    @Override
                    public Long holdAs(Role role) {
                        return null;
                    }
                }, new Work() {
                    @Override
                    public void assign(String any, Long member, String about) {
                        // nobody waits for it
                    }

                    @Override
                    public void finish(String task, String any, Long target, Map<String, Object> answers) {
                        // nothing follows
                    }
                });
    }

    private DeskMail desk(EntityManager entities) {
        return TestDatabase.wire(new DeskMail(), cases(entities), TestDatabase.wire(new Members(), entities, CLOCK),
                TestDatabase.wire(new Capacities(), entities), new Outbox() {
            @Override
            public void queue(String key, String toName, String toAddress, Language language, String template, Object... args) {
                mailed.add(template + " " + toName);
            }
        });
    }

    private static Team team(EntityManager entities) {
        return TestDatabase.wire(new Team(), entities, CLOCK, new Fired<>());
    }

    private Investigations cases(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities, CLOCK, audit(), new CaseExclusions() {
            @Override
            public boolean hides(String any) {
                return false;
            }
        }, new Conflicts() {
            @Override
            public void requireAnswer(String any) {
                // nobody has one
            }
        });
    }

    private Audit audit() {
        return new Audit() {
            @Override
            public void looked(String of, Long id) {
                // that somebody looked has tests of its own
            }

            @Override
            public void record(String act, String of, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                if (act.startsWith("detection.disclosure")) {
                    audited.add(act);
                }
            }
        };
    }

    private Investigation investigation(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }
}
