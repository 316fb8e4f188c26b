package org.probity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.audit.Audit;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Person;

/** On each day one version of a policy is in force, and what somebody knew is told by the versions they acknowledged before that day. */
class PolicyVersionsTest {

    private static final LocalDate FIRST = LocalDate.of(2150, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2150, 6, 1);
    private static final LocalDate REPORTED = LocalDate.of(2150, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2150, 3, 1);

    private final TestDatabase database = TestDatabase.get();
    private final String number = "V " + System.nanoTime() % 1_000_000_000;
    private final String title = "Policy " + number;
    private final List<String> audited = new ArrayList<>();
    private final Fired<PolicyBackdated> backdated = new Fired<>();

    @Test
    void theVersionThatFollowsEndsTheOneBefore() {
        Long old = publish("1", FIRST, null);
        Long next = publish("2", SECOND, old);
        assertThat(inForce(SECOND.minusDays(1))).containsExactly(old);
        assertThat(inForce(SECOND)).containsExactly(next);
        assertThat(this.<Long>policies(policies -> policies.clause(number, SECOND).policyId())).isEqualTo(next);
        assertThat(this.<Long>policies(policies -> policies.clause(number, SECOND.minusDays(1)).policyId())).isEqualTo(old);
        assertThat(audited).last().asString().contains("follows=1", "ended=2150-05-31");
        assertThat(this.<List<Long>>policies(policies -> policies.comingAfter(TODAY).stream().map(Policy::id).toList())).contains(next).doesNotContain(old);
    }

    @Test
    void itComesIntoForceAfterThatOneDid() {
        Long old = publish("1", FIRST, null);
        assertThat(refused(() -> publish("2", FIRST, old))).containsExactly(tuple("inForceFrom", "policy.refused.beforeItsPredecessor"));
        assertThat(inForce(FIRST)).containsExactly(old);
    }

    @Test
    void oneVersionIsFollowedByOneOther() {
        Long old = publish("1", FIRST, null);
        publish("2", SECOND, old);
        assertThat(refused(() -> publish("3", SECOND.plusDays(1), old))).containsExactly(tuple("follows", "policy.refused.followed"));
        assertThat(refused(() -> publish("3", SECOND.plusDays(1), -5L))).containsExactly(tuple("follows", "policy.refused.unknownPolicy"));
    }

    @Test
    void twoPoliciesStandSideBySideUnderNumbersOfTheirOwn() {
        Long one = publish("1", FIRST, null);
        assertThat(refused(() -> publishAs("Another " + number, "2", SECOND, null, number))).containsExactly(tuple("clauses", "policy.refused.numberElsewhere"));
        Long other = publishAs("Another " + number, "2", SECOND, null, number + "a");
        assertThat(this.<List<Long>>policies(policies -> policies.inForceOn(SECOND).stream().map(Policy::id).toList())).contains(one, other);
    }

    /** Otherwise both were in force: whoever publishes forgets to say so sooner or later. */
    @Test
    void whatHasTheTitleOfAnotherThatIsInForceSaysThatItFollowsIt() {
        Long one = publish("1", FIRST, null);
        for (String alike : List.of(title, " POLICY  " + number + " ", "Pôlicy " + number)) {
            assertThat(refused(() -> publishAs(alike, "2", SECOND, null, number + "a"))).as(alike).containsExactly(tuple("follows", "policy.refused.titleElsewhere"));
        }
        assertThat(refused(() -> publish("0", FIRST.minusDays(9), null, number + "a"))).containsExactly(tuple("follows", "policy.refused.titleElsewhere"));
        end(one, SECOND.minusDays(1));
        assertThat(inForce(SECOND)).isEmpty();
        Long later = publish("2", SECOND, null, number);
        assertThat(inForce(SECOND)).containsExactly(later);
    }

    @Test
    void whereTwoHaveOneNumberTheClauseIsNamedByItsId() {
        Long one = publish("1", FIRST, null);
        Long other = publishAs("Another " + number, "2", FIRST, null, number + "a");
        Long second = database.call("chscb", entities -> {
            Clause alike = new Clause(other, number, Clause.Kind.RULE, Clause.Strength.MUST, "Another", null, 9);
            entities.persist(alike);
            return alike.id();
        });
        assertThat(refused(() -> policies(policies -> policies.clause(number, FIRST)))).containsExactly(tuple("clauses", "policy.refused.twoClauses"));
        assertThat(this.<Long>policies(policies -> policies.clause("id:" + second, FIRST).policyId())).isEqualTo(other).isNotEqualTo(one);
    }

    @Test
    void aPolicyEndsWithoutASuccessor() {
        Long only = publish("1", FIRST, null);
        Long later = publishAs("Another " + number, "1", SECOND, null, number + "a");
        assertThat(refused(() -> end(later, SECOND.minusDays(1)))).containsExactly(tuple("until", "policy.refused.endsBeforeItBegins"));
        end(only, SECOND);
        assertThat(inForce(SECOND)).containsExactly(only);
        assertThat(inForce(SECOND.plusDays(1))).isEmpty();
        assertThat(refused(() -> end(only, SECOND))).containsExactly(tuple("until", "policy.refused.endsAlready"));
        Long next = publish("2", SECOND.plusDays(20), only);
        assertThat(refused(() -> end(only, TODAY))).containsExactly(tuple("policyId", "policy.refused.followed"));
        assertThat(inForce(SECOND.plusDays(10))).as("the gap stays").isEmpty();
        assertThat(inForce(SECOND.plusDays(20))).containsExactly(next);
    }

    @Test
    void whoeverGoesByWhatWasInForceIsAskedBeforeItChangesOnDaysThatAreOver() {
        Long old = publish("1", FIRST, null);
        Long recent = publish("2", TODAY.minusDays(3), old);
        assertThat(backdated.all()).containsExactly(new PolicyBackdated(old, TODAY.minusDays(3), TODAY.minusDays(1)));
        Long today = publish("3", TODAY, recent);
        publish("4", SECOND, today);
        assertThat(backdated.all()).hasSize(1);
    }

    /** It has ended by itself, and what relies on it loses nothing by what follows. */
    @Test
    void whatHasEndedBeforeIsFollowedWhateverReliesOnIt() {
        Long old = publish("1", FIRST, null);
        end(old, TODAY);
        publish("2", SECOND, old);
        assertThat(backdated.all()).isEmpty();
        Long other = publishAs("Another " + number, "1", FIRST, null, number + "a");
        database.run("chscb", entities -> entities.find(Policy.class, other).endsOn(TODAY.minusDays(9)));
        publishAs("Another " + number, "2", TODAY.minusDays(5), other, number + "a");
        assertThat(backdated.all()).containsExactly(new PolicyBackdated(null, TODAY.minusDays(5), TODAY.minusDays(1)));
    }

    /** Whoever administers may be whom a case is about that nobody has come to yet. */
    @Test
    void noPolicyEndsOnADayThatIsOver() {
        Long only = publish("1", FIRST, null);
        assertThat(refused(() -> end(only, TODAY.minusDays(1)))).containsExactly(tuple("until", "policy.refused.endsInThePast"));
        assertThat(inForce(TODAY)).containsExactly(only);
        end(only, TODAY);
        assertThat(inForce(TODAY)).containsExactly(only);
        assertThat(inForce(TODAY.plusDays(1))).isEmpty();
    }

    /** Each would see none of the other's numbers. */
    @Test
    void whoPublishesHoldsTheVersionsThereAre() {
        publish("1", FIRST, null);
        database.run("chscb", first -> {
            desk(first).publish(new PolicyDesk.NewPolicy("Another " + number, null, "1", "Source", SECOND, null,
                    List.of(new PolicyDesk.NewClause(number + "a", Clause.Kind.RULE, Clause.Strength.MUST, "Text", null)), null));
            assertThat(catchThrowable(() -> publishAs("A third " + number, "1", SECOND, null, number + "a"))).as("it waits for the first, in vain").isNotNull()
                    .isNotInstanceOf(Refusal.class);
        });
        assertThat(refused(() -> publishAs("A third " + number, "1", SECOND, null, number + "a"))).containsExactly(tuple("clauses", "policy.refused.numberElsewhere"));
    }

    @ParameterizedTest
    @CsvSource({", , 2150-07-01, NONE, ", "2150-02-01, , 2150-07-01, OLDER, 1", ", 2150-06-02, 2150-07-01, THIS, 2", "2150-02-01, 2150-06-02, 2150-07-01, THIS, 2",
            ", 2150-07-01, 2150-07-01, THIS, 2", ", 2150-07-02, 2150-07-01, AFTER, 2", "2150-02-01, 2150-07-02, 2150-07-01, OLDER, 1",
            "2150-07-02, , 2150-07-01, AFTER, 1", "2150-02-01, , , UNDATED, 1", ", , , NONE, ",
            ", 2150-07-01, , UNDATED, 2", ", 2150-07-02, , AFTER, 2", "2150-02-01, 2150-07-02, , UNDATED, 1"})
    void whatIsAcknowledgedAfterThePostIsNoKnowledge(LocalDate first, LocalDate second, LocalDate posted, Known.Kind kind, String version) {
        Long old = publish("1", FIRST, null);
        Long next = publish("2", SECOND, old);
        List<Long> entries = List.of(acknowledging(old, first), acknowledging(next, second));
        Known known = policies(policies -> policies.known(policies.policy(next), entries, posted, REPORTED));
        assertThat(known).returns(kind, Known::kind).returns(version, Known::version);
    }

    private Long acknowledging(Long policy, LocalDate day) {
        return database.call("chscb", entities -> {
            Person person = new Person("Ann Entry", null, null, null, null, Language.EN);
            entities.persist(person);
            Stream.ofNullable(day).forEach(on -> entities.persist(new Acknowledgement(policy, person.id(), on)));
            return person.id();
        });
    }

    private Long publish(String version, LocalDate from, Long follows) {
        return publish(version, from, follows, number);
    }

    private Long publish(String version, LocalDate from, Long follows, String clause) {
        return publishAs(title, version, from, follows, clause);
    }

    private Long publishAs(String named, String version, LocalDate from, Long follows, String clause) {
        return database.call("chscb", entities -> desk(entities).publish(new PolicyDesk.NewPolicy(named, null, version, "Source", from, null,
                List.of(new PolicyDesk.NewClause(clause, Clause.Kind.RULE, Clause.Strength.MUST, "Text", null)), follows)));
    }

    private void end(Long policy, LocalDate until) {
        database.run("chscb", entities -> desk(entities).end(policy, until));
    }

    private PolicyDesk desk(EntityManager entities) {
        return TestDatabase.wire(new PolicyDesk(), entities, backdated, Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC), new Audit() {
            @Override
            public void record(String act, String reference, String subjectKind, Long subjectId, Map<String, ?> before, Map<String, ?> after) {
                audited.add(act + " " + after);
            }
        });
    }

    private List<Long> inForce(LocalDate day) {
        return policies(policies -> policies.inForceOn(day).stream().filter(p -> p.title(Language.EN).equals(title)).map(Policy::id).toList());
    }

    private <T> T policies(Function<Policies, T> work) {
        return database.call("chscb", entities -> work.apply(TestDatabase.wire(new Policies(), entities)));
    }

    private static List<Tuple> refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().stream().map(p -> tuple(p.field(), p.key())).toList();
    }
}
