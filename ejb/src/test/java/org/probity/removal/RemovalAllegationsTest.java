package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.investigation.Allegation;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.tenancy.Ids;

/** What a removal letter puts to the subject: what is alleged by then, of what it asks for. The request asks under 3.5.2 and 3.5.1. */
class RemovalAllegationsTest {

    /** The second 3.5.2 stands in another policy, or in a version that has ended since. */
    private static final List<Clause> CLAUSES = List.of(clause("3.5.2", 52), clause("3.5.1", 51), clause("3.6.1", 61), clause("3.5.2", 9952));

    private final List<Allegation> alleged = new ArrayList<>();

    @Test
    void aClauseThatIsOnlyAskedUnderIsNotAlleged() {
        alleged.add(alleged("3.5.2", 52));
        alleged.add(alleged("3.6.1", 61));
        RemovalRequest request = SampleRemoval.sending();
        put(request);
        assertThat(said(request)).containsExactly("3.5.2 https://social.example/p/1");
    }

    /** An item names its clause by the number alone, so that whatever is alleged under that number is meant. */
    @ParameterizedTest
    @ValueSource(longs = {52, 9952})
    void whatIsAllegedIsMeantWhateverElseHasItsNumber(long clause) {
        alleged.add(alleged("3.5.2", clause));
        RemovalRequest request = SampleRemoval.sending();
        put(request);
        assertThat(request.alleged()).containsExactly(clause + 1000);
        assertThat(said(request)).containsExactly("3.5.2 https://social.example/p/1");
    }

    @Test
    void whatTwoPoliciesNumberAlikeIsPutOfBoth() {
        alleged.add(alleged("3.5.2", 52));
        alleged.add(alleged("3.5.2", 9952));
        RemovalRequest request = SampleRemoval.sending();
        put(request);
        assertThat(said(request)).containsExactly("3.5.2 https://social.example/p/1", "3.5.2 https://social.example/p/1");
    }

    @Test
    void whatIsAllegedAfterAReopeningIsPutAnew() {
        alleged.add(alleged("3.5.2", 52));
        RemovalRequest request = SampleRemoval.sending();
        put(request);
        request.sent(900L, SampleRemoval.NOW);
        alleged.add(alleged("3.5.1", 51));
        assertThat(said(request)).hasSize(1);
        request.overdue(SampleRemoval.REPLY_BY);
        request.silenceDecided(RemovalDecision.Silence.ASK_AGAIN, "Once more", null, SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER);
        assertThat(said(request)).as("the letter is not written yet").isEmpty();
        put(request);
        put(request);
        assertThat(said(request)).containsExactly("3.5.2 https://social.example/p/1", "3.5.1 https://social.example/u/2");
    }

    @Test
    void whatIsGoneIsNotPutAgain() {
        alleged.add(alleged("3.5.2", 52));
        alleged.add(alleged("3.5.1", 51));
        RemovalRequest request = SampleRemoval.after(RemovalReply.Answer.PARTLY);
        request.checked(List.of(new ItemCheck(1L, RemovalItem.Seen.GONE, null), new ItemCheck(2L, RemovalItem.Seen.STILL_THERE, null)),
                SampleRemoval.then(RemovalDecision.AfterCheck.ASK_AGAIN), SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER);
        put(request);
        assertThat(said(request)).containsExactly("3.5.1 https://social.example/u/2");
    }

    private void put(RemovalRequest request) {
        allegations().put(request);
    }

    private List<String> said(RemovalRequest request) {
        return allegations().of(request).stream().map(one -> one.clause().number() + " " + one.about()).toList();
    }

    private RemovalAllegations allegations() {
        return TestDatabase.wire(new RemovalAllegations(), new Investigations() {
            @Override
            public Investigation byReference(String reference) {
                return Ids.give(new Investigation() {
                }, 1);
            }

            @Override
            public List<Allegation> allegations(Long investigationId) {
                return alleged;
            }
        }, new Policies() {
            @Override
            public Clause clause(Long id) {
                return CLAUSES.stream().filter(clause -> clause.id().equals(id)).findFirst().orElseThrow();
            }
        });
    }

    private static Allegation alleged(String number, long clause) {
        return Ids.give(new Allegation(1L, clause, number), clause + 1000);
    }

    private static Clause clause(String number, long id) {
        return Ids.give(new Clause(1L, number, Clause.Kind.BREACH, Clause.Strength.MUST_NOT, "The words of " + number, null, 1), id);
    }
}
