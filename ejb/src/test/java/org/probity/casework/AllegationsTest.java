package org.probity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.investigation.Allegation;
import org.probity.investigation.Capacities;
import org.probity.investigation.Concern;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Directory;
import org.probity.member.Members;
import org.probity.member.Person;
import org.probity.notification.Outbox;
import org.probity.policy.Acknowledgement;
import org.probity.policy.Clause;
import org.probity.policy.Known;
import org.probity.policy.Policies;
import org.probity.policy.Policy;
import org.probity.policy.PolicyBackdated;

/** A case reads the versions of what is alleged in it, and tells what was found about that. */
class AllegationsTest {

    /** No case is about this day. */
    private static final LocalDate NEVER = LocalDate.of(2189, 1, 1);

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate LONG_AGO = LocalDate.of(1950, 5, 1);

    private final TestDatabase database = TestDatabase.get();
    private final String unique = String.valueOf(System.nanoTime() % 1_000_000_000);
    private final String reference = "CHSCB-L-" + unique;

    @Test
    void theVersionsOfWhatIsAllegedCount() {
        open(LONG_AGO);
        assertThat(page().policies()).as("none was in force then").isEmpty();
        Long first = alleged("1", "2", Clause.Kind.RULE);
        Long second = alleged("9", "S1", Clause.Kind.GUIDANCE);
        assertThat(page().policies()).extracting(CaseView.PolicyLine::version).containsExactly("1", "9");
        assertThat(page().allegations()).as("what can no longer be alleged too").extracting(CaseView.AllegationLine::clauseText).containsExactly("Text of 2", "Text of S1");
        assertThat(this.<Integer>with(allegations -> allegations.policies(found(), List.of(second)).size())).isOne();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void whatTheSubjectAcknowledgedUnderAnyEntryOfTheirsIsKnownOfThem() {
        open(LONG_AGO);
        Long clause = alleged("1", "2", Clause.Kind.RULE);
        assertThat(page().policies()).singleElement().returns(null, CaseView.PolicyLine::acknowledgement);
        String address = "ann" + unique + "@example.org";
        database.run("chscb", entities -> {
            Person subject = new Person("Ann Subject", address, null, null, null, Language.EN);
            Person entry = new Person("Ann Subject", address, "Nurse", null, null, Language.EN);
            entities.persist(subject);
            entities.persist(entry);
            entities.persist(new Acknowledgement(entities.find(Clause.class, clause).policyId(), entry.id(), LONG_AGO));
            itself(entities).concerns(subject.id(), subject.name());
        });
        assertThat(page().policies()).singleElement().extracting(CaseView.PolicyLine::acknowledgement).isEqualTo(new Known(Known.Kind.THIS, "1", LONG_AGO));
        database.run("chscb", entities -> itself(entities).triaged("A post", LONG_AGO.minusDays(1), null, null));
        assertThat(page().policies()).singleElement().extracting(CaseView.PolicyLine::acknowledgement).isEqualTo(new Known(Known.Kind.AFTER, "1", LONG_AGO));
    }

    @Test
    void whatIsFoundIsNoLongerOpenUntilTheCaseIsOpenedAgain() {
        open(LONG_AGO);
        alleged("1", "2", Clause.Kind.RULE);
        stage(Stage.INVESTIGATION, Stage.REVIEW);
        assertThat(page().allegations()).singleElement().returns(null, CaseView.AllegationLine::result).returns(false, CaseView.AllegationLine::openedAgain);
        assertThat(page().alleging()).isTrue();
        Long allegation = page().allegations().get(0).id();
        database.run("chscb", entities -> wired(entities).found(itself(entities), Map.of(allegation, "UNFOUNDED")));
        stage(Stage.CLOSING, Stage.CLOSED);
        assertThat(page().allegations()).singleElement().returns("UNFOUNDED", CaseView.AllegationLine::result).returns(NOW, CaseView.AllegationLine::foundAt)
                .returns(false, CaseView.AllegationLine::openedAgain);
        assertThat(page().alleging()).isFalse();
        stage(Stage.INVESTIGATION);
        assertThat(page().allegations()).singleElement().returns("UNFOUNDED", CaseView.AllegationLine::result).returns(true, CaseView.AllegationLine::openedAgain);
        assertThat(page().alleging()).isTrue();
    }

    @Test
    void aVersionThatACaseGoesByDoesNotEndInThePast() {
        open(LONG_AGO);
        Long policy = database.call("chscb", entities -> policy(entities, "1"));
        assertThatCode(() -> end(policy)).doesNotThrowAnyException();
        Long alleged = alleged("2", "2", Clause.Kind.RULE);
        Long of = database.call("chscb", entities -> entities.find(Clause.class, alleged).policyId());
        assertThat(catchThrowableOfType(Refusal.class, () -> end(of)).problems()).singleElement().returns("policy.refused.alleged", Refusal.Problem::key);
        assertThatCode(() -> end(policy)).doesNotThrowAnyException();
    }

    private void end(Long policy) {
        database.run("chscb", entities -> wired(entities).refuse(new PolicyBackdated(policy, NEVER, NEVER)));
    }

    /** Whoever a case is about may administer the policies: the clause that they broke stays in force on that day before anything is alleged. */
    @Test
    void whatWasInForceOnTheDayOfACaseDoesNotChangeAnyMore() {
        LocalDate day = LocalDate.of(1931, 1, 1).plusDays(System.nanoTime() % 9_000);
        open(day);
        assertThat(changing(day, day)).isEqualTo("policy.refused.casesOfThoseDays");
        assertThat(changing(day.minusDays(3), day.plusDays(3))).isEqualTo("policy.refused.casesOfThoseDays");
        stage(Stage.WITHDRAWN);
        assertThat(changing(day, day)).as("ended").isEqualTo("policy.refused.casesOfThoseDays");
        assertThat(changing(day.plusDays(1), day.plusDays(1))).isNull();
        assertThat(changing(day.minusDays(1), day.minusDays(1))).isNull();
    }

    /** Where nobody knows when it was posted, the policy of the day of the report counts. */
    @Test
    void theDayOfTheReportIsOneOfThoseDaysToo() {
        open(null);
        LocalDate reported = found().policyDay();
        assertThat(changing(reported, reported)).isEqualTo("policy.refused.casesOfThoseDays");
    }

    private String changing(LocalDate first, LocalDate last) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> database.run("chscb", entities -> wired(entities).refuse(new PolicyBackdated(null, first, last))));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private void open(LocalDate posted) {
        NewConcern given = new NewConcern("Something was posted", null, null, posted, null, null, null, null, null, false, false, false, Language.EN);
        database.run("chscb", entities -> {
            Concern concern = new Concern(given, reference, "hash" + reference, NOW);
            entities.persist(concern);
            entities.persist(new Investigation(reference, "A case", concern));
        });
    }

    private void stage(Stage... stages) {
        database.run("chscb", entities -> List.of(stages).forEach(stage -> itself(entities).moveTo(stage, NOW)));
    }

    /** Of a version that was never in force, so that it is in no other test's way. @return its clause */
    private Long alleged(String version, String number, Clause.Kind kind) {
        return database.call("chscb", entities -> {
            Clause clause = new Clause(policy(entities, version), number, kind, Clause.Strength.MUST, "Text of " + number, null, 1);
            entities.persist(clause);
            entities.persist(new Allegation(itself(entities).id(), clause.id(), number));
            return clause.id();
        });
    }

    private Long policy(EntityManager entities, String version) {
        Policy policy = new Policy("Policy " + unique, null, version, "Source", LocalDate.of(2190, 1, 1), null);
        entities.persist(policy);
        return policy.id();
    }

    private Investigation found() {
        return database.call("chscb", this::itself);
    }

    private Investigation itself(EntityManager entities) {
        return entities.createQuery("select i from Investigation i where i.reference = :reference", Investigation.class)
                .setParameter("reference", reference).getSingleResult();
    }

    private <T> T with(Function<Allegations, T> work) {
        return database.call("chscb", entities -> work.apply(wired(entities)));
    }

    private static Allegations wired(EntityManager entities) {
        return TestDatabase.wire(new Allegations(), entities, CLOCK, TestDatabase.wire(new Policies(), entities), people(entities));
    }

    private static People people(EntityManager entities) {
        return TestDatabase.wire(new People(), entities, TestDatabase.wire(new Directory(), entities, TestDatabase.wire(new Members(), entities)));
    }

    private CaseView page() {
        return CurrentCaller.call(Caller.system(), () -> database.call("chscb", entities -> TestDatabase.wire(new InvestigationQueries(), entities,
                cases(entities), wired(entities), TestDatabase.wire(new CaseLinks(), entities), TestDatabase.wire(new InPosts(), entities), TestDatabase.wire(new Team(), entities), TestDatabase.wire(new Capacities(), entities, TestDatabase.wire(new Outbox(), entities)),
                people(entities)).page(reference)));
    }

    private static Investigations cases(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities, TestDatabase.wire(new Conflicts(), entities), TestDatabase.wire(new CaseExclusions(), entities), new Audit() {
            @Override
            public void looked(String any, Long investigation) {
                // the audit has tests of its own
            }
        });
    }
}
