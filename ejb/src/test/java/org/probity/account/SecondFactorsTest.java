package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.AtOnce;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.Condition;
import org.probity.access.CurrentCaller;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.powers.SecondFactorRules;
import org.probity.tenancy.Boards;

/** A second factor is the person's who sets it up, and of nobody else who is in with the same passphrase. */
class SecondFactorsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final int MANY = 8;
    private static final Passwords KNOWN = new Passwords() {
        @Override
        protected boolean verify(String password, String kept) {
            return "the right one".equals(password);
        }

        @Override
        public String hash(String password) {
            return "-";
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final Queue<String> kept = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    private Long account;
    private Long mine;
    private Long theirs;

    @BeforeEach
    void signInTwice() {
        database.run("chscb", entities -> {
            Account person = new Account("factor" + System.nanoTime(), "Somebody", "somebody@example.org", "-", Language.EN, false);
            entities.persist(person);
            account = person.id();
            mine = session(entities);
            theirs = session(entities);
        });
    }

    @Test
    void theSecretThatOneSessionSetsUpIsShownToNoOther() {
        String first = begin(mine);
        assertThat(begin(mine)).as("looked at again").isEqualTo(first);
        String second = begin(theirs);
        assertThat(second).isNotEqualTo(first);
        assertThat(refused(factors -> factors.confirm(mine, code(first))).kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(refused(factors -> factors.confirm(mine, code(second))).kind()).as("the other's secret").isEqualTo(Refusal.Kind.STALE);
        assertThat(confirm(theirs, code(second))).hasSize(10);
    }

    @Test
    void aNewPassphraseDropsTheSecretOfTheSessionThatStays() {
        String before = begin(mine);
        call(factors -> {
            factors.change(mine, "the right one", "correct horse battery staple", "correct horse battery staple");
            return null;
        });
        assertThat(refused(factors -> factors.confirm(mine, code(before))).kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(begin(mine)).isNotEqualTo(before);
    }

    @Test
    void aSecretThatIsStillSetUpProvesNothing() {
        String secret = begin(mine);
        assertThat(refused(factors -> factors.show(account, theirs, code(secret))).kind()).isEqualTo(Refusal.Kind.STATE);
    }

    @Test
    void wrongCodesAtTheSameMomentAreEachCountedAndKept() throws Exception {
        String secret = begin(mine);
        confirm(mine, code(secret));
        kept.clear();
        List<Optional<Throwable>> thrown = AtOnce.run(MANY, () -> assertThat(isRight(theirs, "wrong")).isFalse());
        assertThat(thrown.stream().filter(Optional::isEmpty)).hasSize(SecondFactor.FAILURES_ALLOWED);
        assertThat(thrown.stream().flatMap(Optional::stream)).allMatch(e -> Refusal.in(e).kind() == Refusal.Kind.TOO_MANY);
        assertThat(kept).hasSize(SecondFactor.FAILURES_ALLOWED).containsOnly("account.codeRefused");
    }

    /** Whoever found a browser open and guesses the passphrase leaves a trace. */
    @Test
    void aWrongPassphraseBeforeANewOneIsKept() {
        assertThat(refused(factors -> {
            factors.change(mine, "a wrong one", "correct horse battery staple", "correct horse battery staple");
            return null;
        }).problems().get(0).field()).isEqualTo("current");
        assertThat(kept).containsExactly("account.confirmationFailed");
    }

    /** Nobody who finds a browser open where somebody signed in long ago changes their second factor. */
    @Test
    void whoeverChangesItHasJustShownWhoTheyAre() throws NoSuchMethodException {
        assertThat(List.of(SecondFactors.class.getMethod("begin", Long.class), SecondFactors.class.getMethod("confirm", Long.class, String.class),
                SecondFactors.class.getMethod("replaceCodes", Long.class), SecondFactorRules.class.getMethod("turnOff", SignedIn.class)))
                .allSatisfy(method -> assertThat(method.getAnnotation(Permitted.class).value().grants())
                        .allMatch(grant -> grant.conditions().contains(Condition.FRESH)));
    }

    private String begin(Long session) {
        return call(factors -> factors.begin(session)).secret();
    }

    private List<String> confirm(Long session, String code) {
        return call(factors -> factors.confirm(session, code));
    }

    private boolean isRight(Long session, String code) {
        return call(factors -> factors.show(account, session, code));
    }

    private static String code(String secret) {
        return Totp.code(secret, CLOCK.instant().getEpochSecond() / 30);
    }

    private Refusal refused(Function<Ways, ?> asked) {
        return catchThrowableOfType(Refusal.class, () -> call(asked));
    }

    private <T> T call(Function<Ways, T> asked) {
        Fired<AccountAct> acts = new Fired<>();
        Caller caller = new Caller(account, null, "Somebody", Set.of(Role.OFFICER), null, Language.EN);
        try {
            return CurrentCaller.call(caller, () -> database.call("chscb", entities -> asked.apply(new Ways(entities, acts))));
        } finally {
            acts.all().forEach(act -> kept.add(act.act()));
        }
    }

    private Long session(EntityManager entities) {
        AccountSession session = new AccountSession("key" + System.nanoTime(), account, null, "Firefox", CLOCK.instant());
        entities.persist(session);
        return session.id();
    }

    /** The services of one request. */
    private final class Ways {

        private final SecondFactors factors;
        private final OneTimeLinks links;

        Ways(EntityManager entities, Fired<AccountAct> acts) {
            Sessions sessions = TestDatabase.wire(new Sessions(), entities, acts, CLOCK);
            factors = TestDatabase.wire(new SecondFactors(), entities, sessions, TestKeys.in(folder), acts, CLOCK);
            Confirmations confirmations = TestDatabase.wire(new Confirmations(), sessions, factors, KNOWN, acts, CLOCK);
            links = TestDatabase.wire(new OneTimeLinks(), entities, sessions, KNOWN, new Boards(), factors, confirmations, acts, CLOCK);
        }

        SecondFactors.SetUp begin(Long session) {
            return factors.begin(session);
        }

        List<String> confirm(Long session, String code) {
            return factors.confirm(session, code);
        }

        boolean show(Long accountId, Long session, String code) {
            return factors.show(accountId, session, code);
        }

        void change(Long session, String current, String passphrase, String again) {
            links.change(session, current, passphrase, again);
        }
    }
}
