package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.account.AccountSession.Ending;
import org.probity.kernel.Language;

/** Few sign-ins of one account stand, whoever makes more. */
class SessionsTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final String PROVIDER = "https://idp.example.org|probity";
    private static final int MOST = 5;

    private final TestDatabase database = TestDatabase.get();
    private int seconds;

    @Test
    void oneSignInTooManyEndsTheOneThatWasSeenLongestAgo() {
        Long account = account(false);
        List<String> keys = start(account, null, MOST);
        call(sessions -> {
            sessions.visitor(keys.get(0)).ifPresent(me -> sessions.seen(me.sessionId()));
            return null;
        });
        List<String> more = start(account, null, 1);
        assertThat(keys.stream().filter(this::stands)).isEqualTo(List.of(keys.get(0), keys.get(2), keys.get(3), keys.get(4)));
        assertThat(stands(more.get(0))).isTrue();
        assertThat(database.<List<Ending>>call("chscb", entities -> entities.createQuery("select s.endedHow from AccountSession s where s.accountId = :id "
                + "and s.endedAt is not null", Ending.class).setParameter("id", account).getResultList())).containsExactly(Ending.CROWDED_OUT);
    }

    @Test
    void nobodySignsOutWhoeverCameInAnotherWay() {
        Long account = account(true);
        List<String> whole = start(account, null, MOST);
        whole.forEach(this::showFactor);
        List<String> provided = start(account, PROVIDER, MOST + 1);
        List<String> half = start(account, null, 2 * MOST);
        assertThat(whole).allMatch(this::stands);
        assertThat(provided.stream().filter(this::stands)).hasSize(MOST);
        assertThat(half.stream().filter(this::stands)).isEqualTo(half.subList(MOST, 2 * MOST));
        showFactor(half.get(MOST));
        assertThat(whole.stream().filter(this::stands)).as("one more has shown its second factor").hasSize(MOST - 1);
        assertThat(stands(half.get(MOST))).isTrue();
    }

    private Long account(boolean factor) {
        return database.call("chscb", entities -> {
            Account account = new Account("sessions" + System.nanoTime(), "Somebody", "somebody@example.org", "-", Language.EN, false);
            if (factor) {
                account.confirmsSecondFactor(START);
            }
            entities.persist(account);
            return account.id();
        });
    }

    /** Their keys, each begun a second after the one before. */
    private List<String> start(Long account, String through, int number) {
        List<String> keys = new ArrayList<>();
        IntStream.range(0, number).forEach(any -> keys.add(database.call("chscb",
                entities -> sessions(entities).start(entities.find(Account.class, account), through, false, null, "Firefox"))));
        return keys;
    }

    /** As {@link SecondFactors} does it. */
    private void showFactor(String key) {
        database.run("chscb", entities -> {
            Sessions sessions = sessions(entities);
            Long id = sessions.visitor(key).orElseThrow().sessionId();
            entities.find(AccountSession.class, id).givesSecondFactor(START);
            sessions.endOldest(id);
        });
    }

    private boolean stands(String key) {
        return call(sessions -> sessions.visitor(key).isPresent());
    }

    private <T> T call(Function<Sessions, T> work) {
        return database.call("chscb", entities -> work.apply(sessions(entities)));
    }

    private Sessions sessions(EntityManager entities) {
        return TestDatabase.wire(new Sessions(), entities, Clock.fixed(START.plusSeconds(++seconds), ZoneOffset.UTC), new Fired<AccountAct>());
    }
}
