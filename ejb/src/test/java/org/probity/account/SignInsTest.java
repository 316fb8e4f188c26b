package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.AtOnce;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.DeniedAttempt;
import org.probity.access.Limits;
import org.probity.kernel.Language;
import org.probity.tenancy.Installation;

/** Tries at the same moment: each is counted and told, as it would be if it came alone. */
class SignInsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final int MANY = 8;
    private static final String RIGHT = "the right one";

    private final TestDatabase database = TestDatabase.get();
    private final Installation installation = new Installation();
    private final Limits limits = new Limits();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final CyclicBarrier looked = new CyclicBarrier(MANY);
    private final String username = "tries" + System.nanoTime() + "@example.org";

    @BeforeEach
    void open() {
        installation.is(Installation.Kind.DEMO);
        limits.read();
        database.run("chscb", entities -> entities.persist(new Account(username, "Somebody", username, "-", Language.EN, false)));
    }

    @Test
    void wrongPassphrasesAtTheSameMomentAreEachCountedAndTold() throws Exception {
        assertThat(AtOnce.run(MANY, () -> check("a wrong one", false))).allMatch(thrown -> thrown.isEmpty());
        assertThat(failures()).containsExactly(MANY);
        assertThat(told).hasSize(MANY).containsOnly("account.signInFailed");
    }

    @Test
    void thePersonComesInWhileOthersTryWrongOnes() throws Exception {
        database.run("chscb", entities -> entities.createQuery("update Account a set a.failures = 3 where a.username = :name")
                .setParameter("name", username).executeUpdate());
        AtomicBoolean first = new AtomicBoolean(true);
        assertThat(AtOnce.run(MANY, () -> {
            boolean own = first.getAndSet(false);
            assertThat(check(own ? RIGHT : "a wrong one", own)).isEqualTo(own ? SignIns.Result.WELCOME : SignIns.Result.WRONG);
        })).allMatch(thrown -> thrown.isEmpty());
        assertThat(told).hasSize(MANY - 1);
    }

    private SignIns.Result check(String typed, boolean own) {
        Fired<DeniedAttempt> failed = new Fired<>();
        SignIns.Result result = database.call("chscb", entities -> TestDatabase.wire(new SignIns(), entities, new Together(), limits,
                installation, failed, CLOCK).check(username, typed, own, null));
        failed.all().forEach(attempt -> told.add(attempt.act()));
        return result;
    }

    private List<Integer> failures() {
        return database.call("chscb", entities -> entities.createQuery("select a.failures from Account a where a.username = :name", Integer.class)
                .setParameter("name", username).getResultList());
    }

    /** All have read the account before one of them goes on. */
    private final class Together extends Passwords {

        @Override
        protected boolean verifyOfStranger(String password, String hash, String network) {
            return verify(password, hash);
        }

        @Override
        protected boolean verify(String password, String hash) {
            try {
                looked.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            return RIGHT.equals(password);
        }
    }
}
