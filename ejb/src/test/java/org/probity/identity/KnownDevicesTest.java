package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.kernel.Language;
import org.probity.tenancy.TestKeys;

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
