package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.probity.AtOnce;
import org.probity.TestDatabase;
import org.probity.access.TooMany;

/** More who try to sign in than are worked out at once, while working out takes as long as anybody waits. */
class PasswordsTest {

    private static final int MANY = 4 * Runtime.getRuntime().availableProcessors() + 16;
    private static final int SECONDS = 30;
    private static final String OWN_BROWSER = "tried at one's own browser";

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger networks = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(1);
    private CountDownLatch goOn;
    private final Passwords passwords = TestDatabase.wire(new Passwords(), new Waiting());

    @Test
    void noMoreKnownOnesAreWorkedOutAtOnceThanTheyHaveProcessorsAndTheOthersAreToldToComeBack() throws Exception {
        allButFewComeBack(Passwords.KNOWN, () -> passwords.verify("a try", "kept"));
    }

    @Test
    void noMoreStrangersAreWorkedOutAtOnceThanHalfTheProcessors() throws Exception {
        assertThat(Passwords.STRANGERS).isBetween(1, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        allButFewComeBack(Passwords.STRANGERS, () -> passwords.verifyOfStranger("a try", "kept", "network " + networks.incrementAndGet()));
    }

    private void allButFewComeBack(int atOnce, BooleanSupplier attempt) throws Exception {
        goOn = new CountDownLatch(MANY - atOnce);
        List<Optional<Throwable>> ended = AtOnce.run(MANY, () -> {
            try {
                assertThat(attempt.getAsBoolean()).isTrue();
            } finally {
                goOn.countDown();
            }
        });
        assertThat(most).hasValue(atOnce);
        assertThat(ended.stream().flatMap(Optional::stream)).hasSize(MANY - atOnce)
                .allSatisfy(thrown -> assertThat(thrown).isInstanceOfSatisfying(TooMany.class,
                        busy -> assertThat(busy.seconds()).isBetween(1L, 10L)));
        assertThat(attempt.getAsBoolean()).isTrue();
    }

    /** One of them is at their own browser, and comes once one of the others has found no place. */
    @Test
    void strangersWhoHoldAllTurnsAndAllPlacesKeepNobodyOutWhoIsKnown() throws Exception {
        goOn = new CountDownLatch(1);
        AtomicInteger number = new AtomicInteger();
        AtomicInteger known = new AtomicInteger();
        AtOnce.run(MANY, () -> {
            int n = number.getAndIncrement();
            if (n > 0) {
                stranger("network " + n, full);
                return;
            }
            try {
                await(full);
                known.addAndGet(passwords.verify(OWN_BROWSER, "kept") ? 1 : 0);
            } finally {
                goOn.countDown();
            }
        });
        assertThat(known).hasValue(1);
    }

    /** Without that the others of it would take the places of all other networks. */
    @Test
    void ofOneNetworkNoMoreThanTwoStrangersWait() throws Exception {
        int came = Passwords.STRANGERS + 6;
        goOn = new CountDownLatch(4);
        List<Optional<Throwable>> ended = AtOnce.run(came, () -> stranger("one network", goOn));
        assertThat(ended.stream().flatMap(Optional::stream)).hasSize(4).hasOnlyElementsOfType(TooMany.class);
    }

    private void stranger(String network, CountDownLatch refused) {
        try {
            passwords.verifyOfStranger("a try", "kept", network);
        } catch (TooMany busy) {
            refused.countDown();
            throw busy;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on once it is told to. */
    private final class Waiting implements Pbkdf2PasswordHash {

        @Override
        public void initialize(Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String generate(char[] password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean verify(char[] password, String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            if (!OWN_BROWSER.equals(new String(password))) {
                PasswordsTest.await(goOn);
            }
            now.decrementAndGet();
            return true;
        }
    }
}
