package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.probity.AtOnce;
import org.probity.TestDatabase;

/** More who try to sign in than there are processors, while working out takes as long as anybody waits. */
class PasswordsTest {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int MANY = 4 * PROCESSORS + 16;
    private static final int LONGER_THAN_ANYBODY_WAITS = 30;

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch tooMany = new CountDownLatch(PROCESSORS + 1);
    private final CountDownLatch answered = new CountDownLatch(MANY - PROCESSORS);

    @Test
    void noMoreAreWorkedOutAtOnceThanThereAreProcessorsAndTheOthersAreToldToComeBack() throws Exception {
        Passwords passwords = TestDatabase.wire(new Passwords(), new Waiting());
        List<Optional<Throwable>> ended = AtOnce.run(MANY, () -> {
            try {
                passwords.verify("a try", "kept");
            } finally {
                answered.countDown();
            }
        });
        assertThat(most).hasValue(PROCESSORS);
        assertThat(ended.stream().flatMap(Optional::stream)).hasSize(MANY - PROCESSORS)
                .allSatisfy(thrown -> assertThat(thrown).isInstanceOfSatisfying(TooMany.class, busy -> assertThat(busy.seconds()).isBetween(1L, 10L)));
        assertThat(passwords.verify("a try", "kept")).isTrue();
    }

    /** Goes on once everybody else has been answered, or one more is worked out than there should be. */
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
            tooMany.countDown();
            try {
                while (tooMany.getCount() > 0 && !answered.await(LONGER_THAN_ANYBODY_WAITS, TimeUnit.MILLISECONDS)) {
                    Thread.onSpinWait();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            now.decrementAndGet();
            return true;
        }
    }
}
