package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.DeniedAttempt;
import org.probity.access.Limits;
import org.probity.access.TooMany;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;

/** How often people try at their own browsers, with however many of them. */
class KnownDevicesTest {

    private static final int TRIES = 200;

    @TempDir
    private Path folder;

    private final Limits limits = new Limits();
    private KnownDevices devices;

    @BeforeEach
    void usualRates() {
        limits.read();
        devices = TestDatabase.wire(new KnownDevices(), TestKeys.in(folder), limits);
    }

    /** Each sign-in gives the browser something new to carry. */
    @Test
    void whoSignsInAgainAndAgainIsCountedHoweverManyBrowsersThatMakes() {
        Account busy = account();
        assertThat(tries(busy, () -> devices.carriedFor(busy))).isEqualTo(40);
        Account other = account();
        assertThat(devices.mayTry(devices.carriedFor(other), other)).as("somebody else").isTrue();
    }

    @Test
    void whoTookOneBrowserKeepsTheOwnerOutOfNoOther() {
        Account owner = account();
        String taken = devices.carriedFor(owner);
        String own = devices.carriedFor(owner);
        assertThat(tries(owner, () -> taken)).isEqualTo(10);
        assertThat(tries(owner, () -> own)).isEqualTo(10);
    }

    @Test
    void whoeverIsToldToComeBackSinceOthersKeepTheServerBusyHasNotTried() {
        at(new Passwords() {
            @Override
            protected boolean verify(String password, String kept) {
                throw new TooMany(Duration.ofSeconds(5));
            }
        }, browser -> {
            for (int i = 0; i < TRIES; i++) {
                assertThat(browser.mayTry()).as("try %d", i).isTrue();
                assertThatThrownBy(browser::tries).isInstanceOf(TooMany.class);
            }
        });
    }

    @Test
    void whoeverIsWrongHasTried() {
        at(new Passwords() {
            @Override
            protected boolean verify(String password, String kept) {
                return false;
            }
        }, browser -> {
            for (int i = 0; i < 10; i++) {
                assertThat(browser.mayTry()).as("try %d", i).isTrue();
                browser.tries();
            }
            assertThat(browser.mayTry()).isFalse();
        });
    }

    /** One of the account's own. */
    private record Browser(SignIns signIns, AccountStore store, Account account, String carried) {

        private boolean mayTry() {
            return signIns.mayTry(account.username(), carried);
        }

        private void tries() {
            store.validate(new DeviceCredential(account.username(), "a try", carried, "192.0.2.7"));
        }
    }

    private void at(Passwords passwords, Consumer<Browser> work) {
        Account account = account();
        TestDatabase.get().run("chscb", entities -> {
            SignIns signIns = TestDatabase.wire(new SignIns(), entities, passwords, devices, new Fired<DeniedAttempt>());
            work.accept(new Browser(signIns, TestDatabase.wire(new AccountStore(), signIns), account, devices.carriedFor(account)));
        });
    }

    private long tries(Account account, Supplier<String> carried) {
        return Stream.generate(carried).limit(TRIES).filter(each -> devices.mayTry(each, account)).count();
    }

    private static Account account() {
        return TestDatabase.get().call("chscb", entities -> {
            Account account = new Account("browsers" + System.nanoTime(), "Somebody", "somebody@example.org", "-", Language.EN, false);
            entities.persist(account);
            return account;
        });
    }
}
