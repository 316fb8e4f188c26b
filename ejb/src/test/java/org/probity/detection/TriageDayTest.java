package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.casework.CaseLinks;
import org.probity.casework.Team;
import org.probity.investigation.Allegation;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Decision;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Members;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.policy.Policy;
import org.probity.worklist.Work;

/** The day of the post decides which version counts, and where nobody knows it nobody pretends to. */
class TriageDayTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2199-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Caller OFFICER = new Caller(7L, 7L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN);
    private static final LocalDate OLD = LocalDate.of(1960, 1, 1);
    private static final LocalDate NEW = LocalDate.of(1960, 6, 1);

    private final TestDatabase database = TestDatabase.get();
    private final String number = "T" + System.nanoTime() % 1_000_000_000;
    private final String reference = "CHSCB-T-" + number;
    private final List<Map<String, ?>> audited = new ArrayList<>();

    @BeforeEach
    void open() {
        open(reference);
    }

    private void open(String reference) {
        database.run("chscb", entities -> entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, "
                + "contact_allowed) values (next value for probity_id, 'chscb', 0, ?, 'A case', 'DETECTION', timestamp with time zone '1960-07-01 23:30:00+00', false, false)")
                .setParameter(1, reference).executeUpdate());
    }

    @Test
    void aDayThatNobodyKnowsIsNotWrittenDownAndThePolicyOfTheReportCounts() {
        Long clause = version(OLD, null, Clause.Kind.RULE);
        triage(null, number);
        assertThat(posted()).isNull();
        assertThat(alleged()).containsExactly(clause);
        assertThat(answer()).contains("\"postedOn\":\"\"");
        triage(NEW, number);
        assertThat(posted()).isEqualTo(NEW);
        triage(null, number);
        assertThat(posted()).as("what was said before stays").isEqualTo(NEW);
    }

    @Test
    void anotherDayTakesBackWhatWasAllegedUnderTheVersionThatWasNotInForceThen() {
        Long first = version(OLD, NEW.minusDays(1), Clause.Kind.RULE);
        Long second = version(NEW, NEW.plusMonths(1), Clause.Kind.RULE);
        triage(NEW, number);
        assertThat(alleged()).containsExactly(second);
        triage(NEW.minusDays(1), number);
        assertThat(alleged()).containsExactly(first);
        assertThat(answer()).contains("\"takenBack\":[\"" + number + "\"]");
        triage(NEW.minusDays(2), number);
        assertThat(alleged()).as("the same version").containsExactly(first);
    }

    @Test
    void whatGuidesIsNotAlleged() {
        version(OLD, NEW, Clause.Kind.GUIDANCE);
        assertThat(catchThrowableOfType(Refusal.class, () -> triage(OLD, number)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("clauses", "detection.refused.guidance"));
        assertThat(alleged()).isEmpty();
    }

    /** Nobody reads here that there is another case, which may be one that they may not know of: the link is told by itself, walls and all. */
    @Test
    void thatTheCaseIsADuplicateIsSaidInTheLinkAlone() {
        version(OLD, null, Clause.Kind.RULE);
        String earlier = "CHSCB-E-" + number;
        open(earlier);
        triage(null, earlier, List.of(number));
        assertThat(database.<Long>call("chscb", entities -> entities.createQuery("select count(l) from CaseLink l where l.reference = :reference "
                + "and l.other = :other", Long.class).setParameter("reference", reference).setParameter("other", earlier).getSingleResult())).isEqualTo(1);
        assertThat(answer()).doesNotContain("duplicate", earlier);
        assertThat(audited).isNotEmpty().allSatisfy(said -> assertThat(said.toString()).doesNotContain("duplicate", earlier));
    }

    /** Each letter names all that it is about, in each of its rounds. */
    @Test
    void noCaseAllegesMoreThanItsLettersCanName() {
        Long one = version(OLD, null, Clause.Kind.RULE);
        List<String> numbers = IntStream.rangeClosed(1, Allegation.MOST).mapToObj(i -> number + "-" + i).toList();
        database.run("chscb", entities -> {
            Clause clause = entities.find(Clause.class, one);
            numbers.forEach(other -> entities.persist(new Clause(clause.policyId(), other, Clause.Kind.RULE, Clause.Strength.MUST, "Text", null, 2)));
        });
        triage(null, numbers.toArray(String[]::new));
        assertThat(alleged()).hasSize(Allegation.MOST);
        assertThat(catchThrowableOfType(Refusal.class, () -> triage(null, number)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("clauses", "detection.refused.manyClauses"));
    }

    private void triage(LocalDate posted, String... clauses) {
        triage(posted, null, List.of(clauses));
    }

    private void triage(LocalDate posted, String duplicateOf, List<String> clauses) {
        TriageForm form = new TriageForm("A post", clauses, true, false, false, null, null, posted, TriageForm.Audience.PUBLIC,
                TriageForm.Impact.LOW, false, false, duplicateOf, Decision.ADVICE, "Looked at", null, null);
        CurrentCaller.run(OFFICER, () -> database.run("chscb", entities -> {
            entities.createQuery("delete from GateAnswer g where g.reference = :reference").setParameter("reference", reference).executeUpdate();
            triages(entities).triage(reference, form);
        }));
    }

    private Triages triages(EntityManager entities) {
        Investigations cases = TestDatabase.wire(new Investigations() {
            @Override
            public Investigation inSight(String any) {
                return investigation(entities, any);
            }

            @Override
            public Investigation running(String any) {
                return itself(entities);
            }

            @Override
            public int detection(Investigation any) {
                return 1;
            }

            @Override
            public List<Allegation> allegations(Long id) {
                return entities.createQuery("select a from Allegation a where a.investigationId = :id", Allegation.class)
                        .setParameter("id", id).getResultList();
            }
        });
        return TestDatabase.wire(new Triages(), entities, CLOCK, cases, TestDatabase.wire(new CaseLinks(), entities, CLOCK, cases, new Conflicts() {
            @Override
            public void requireAnswer(String any) {
                // nobody has one
            }
        }), TestDatabase.wire(new Policies(), entities), TestDatabase.wire(new Disclosures(), entities), new Members() {
            @Override
            public Long holdAs(Role role) {
                return null;
            }
        }, new Team() {
            @Override
            public void acts(Investigation any, Capacity capacity) {
                // anybody may
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
        }, new Audit() {
            @Override
            public void record(String act, String any, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                audited.add(after);
            }
        });
    }

    /** @return the clause of that version */
    private Long version(LocalDate from, LocalDate until, Clause.Kind kind) {
        return database.call("chscb", entities -> {
            Policy policy = new Policy("Policy " + number, null, from.toString(), "Source", from, null);
            entities.persist(policy);
            Clause clause = new Clause(policy.id(), number, kind, Clause.Strength.MUST, "Text", null, 1);
            entities.persist(clause);
            entities.createQuery("update Policy p set p.inForceUntil = :until where p.id = :id").setParameter("until", until).setParameter("id", policy.id()).executeUpdate();
            return clause.id();
        });
    }

    private Investigation itself(EntityManager entities) {
        return investigation(entities, reference);
    }

    private static Investigation investigation(EntityManager entities, String of) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", of).getSingleResult();
    }

    private LocalDate posted() {
        return database.call("chscb", entities -> itself(entities).postedOn());
    }

    private List<Long> alleged() {
        return database.call("chscb", entities -> entities.createQuery("select a.clauseId from Allegation a, Investigation i where i.id = a.investigationId "
                + "and i.reference = :reference", Long.class).setParameter("reference", reference).getResultList());
    }

    private String answer() {
        return database.call("chscb", entities -> entities.createQuery("select g.answer from GateAnswer g where g.reference = :reference", String.class)
                .setParameter("reference", reference).getSingleResult());
    }
}
