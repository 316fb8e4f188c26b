package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.account.Account;
import org.probity.account.Passwords;
import org.probity.tenancy.CurrentBoard;
import org.probity.tenancy.Installation;
import org.probity.tenancy.Installation.Kind;
import org.probity.tenancy.InstallationMark;

/** What one start after another adds: the first everything, a later one nothing, whatever was wiped meanwhile. */
class DemoDataTest {

    private static final List<String> OPERATORS = List.of("operator@example.org", "operator2@example.org");

    private final TestDatabase database = TestDatabase.get();
    private final Loader loader = new Loader();

    @AfterEach
    void takeTheMarksAway() {
        database.run("chscb", entities -> entities.createQuery("select m from InstallationMark m", InstallationMark.class).getResultList()
                .forEach(entities::remove));
    }

    @Test
    void aWipedDemonstrationBoardDoesNotComeBackAtTheNextStart() {
        loader.keep(Kind.DEMO);
        start();
        assertThat(loader.added).containsExactlyInAnyOrderElementsOf(everything());

        loader.there.remove("nscb");
        start();
        loader.there.clear();
        start();

        assertThat(loader.added).hasSameSizeAs(everything());
        assertThat(loader.there).isEmpty();
    }

    @Test
    void aFirstStartThatWasCutShortIsFinishedByTheNextAndNoLaterOne() {
        loader.keep(Kind.DEMO);
        loader.breaksAt = "lscb";
        assertThatThrownBy(this::start).hasMessage("cut short");
        assertThat(loader.there).contains("chscb").doesNotContain("lscb", "cwmtaf");

        loader.breaksAt = null;
        start();
        assertThat(loader.there).containsExactlyInAnyOrderElementsOf(everything());

        loader.there.clear();
        start();
        assertThat(loader.there).isEmpty();
    }

    @Test
    void aRealInstallationWhoseAccountsAreGoneGetsNoFirstOperatorAgain() {
        loader.keep(Kind.REAL);
        loader.keepFirstDataWritten();

        start();

        assertThat(loader.added).isEmpty();
    }

    private void start() {
        Passwords passwords = new Passwords() {
            @Override
            public String hash(String password) {
                return "a hash";
            }
        };
        TestDatabase.wire(new DemoData(), loader, passwords, new Installation()).load();
    }

    private static List<String> everything() {
        return Stream.concat(DemoData.SLUGS.stream(), OPERATORS.stream()).toList();
    }

    /** What is said of the installation stands in the database, each time in a transaction of its own; what is added is only noted. */
    private final class Loader extends DemoLoader {

        private final List<String> added = new ArrayList<>();
        private final Set<String> there = new TreeSet<>();
        private String breaksAt;

        @Override
        public Optional<Kind> kind() {
            return said(DemoLoader::kind);
        }

        @Override
        public void keep(Kind kind) {
            said(real -> {
                real.keep(kind);
                return null;
            });
        }

        @Override
        public boolean isFirstDataWritten() {
            return said(DemoLoader::isFirstDataWritten);
        }

        @Override
        public void keepFirstDataWritten() {
            said(real -> {
                real.keepFirstDataWritten();
                return null;
            });
        }

        private <T> T said(Function<DemoLoader, T> work) {
            return database.call("chscb", entities -> work.apply(TestDatabase.wire(new DemoLoader(), entities,
                    new TestClock(Instant.parse("2026-11-21T09:00:00Z")))));
        }

        @Override
        public boolean owesPassphrase(String operator) {
            return true;
        }

        @Override
        public boolean anybody() {
            return there.stream().anyMatch(OPERATORS::contains);
        }

        @Override
        public boolean isEmpty() {
            return !there.contains(CurrentBoard.slug());
        }

        @Override
        public void addOperator(String username, String name, String email, String passwordHash, boolean mustChange) {
            add(username);
        }

        @Override
        public void addBoard(DemoBoard.BoardPart part) {
            assertThat(part.slug()).isIn(DemoData.SLUGS);
        }

        @Override
        public Map<String, Account> addAccounts(DemoBoard demo, String passwordHash) {
            return Map.of();
        }

        @Override
        public void add(DemoBoard demo, Map<String, Account> accounts) {
            if (demo.board().slug().equals(breaksAt)) {
                throw new IllegalStateException("cut short");
            }
            add(CurrentBoard.slug());
        }

        private void add(String what) {
            if (there.add(what)) {
                added.add(what);
            }
        }
    }
}
