package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Scope;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.tenancy.Boards;
import org.probity.token.ApiTokens;

/** Whom a board's provider vouches for changes none of the account's own ways in, whatever page or program asks. */
class ProviderSessionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String THEIRS = "identity.refused.providerKeepsIt";
    private static final Passwords KNOWN = new Passwords() {
        @Override
        protected boolean verify(String password, String kept) {
            return "the right one".equals(password);
        }
    };

    private final TestDatabase database = TestDatabase.get();

    @TempDir
    private Path folder;

    /** What each of the account's services says to somebody with the right passphrase. */
    private record Said(String setUp, String codes, String turnOff, String passphrase, String token) {
    }

    @Test
    void theProvidersWordChangesNoWayIn() {
        assertThat(said("https://idp.example.org|probity")).isEqualTo(new Said(THEIRS, THEIRS, THEIRS, "identity.refused.current", THEIRS));
    }

    @Test
    void thePassphraseWould() {
        assertThat(said(null)).isEqualTo(new Said("none", "identity.refused.noSecondFactor", "identity.refused.noSecondFactor",
                "identity.refused.passphraseShort", "kernel.refused.required"));
    }

    private Said said(String through) {
        return database.call("chscb", entities -> {
            Account account = new Account("somebody" + System.nanoTime(), "Somebody", "somebody@example.org", "-", Language.EN, false);
            entities.persist(account);
            AccountSession session = new AccountSession("key" + System.nanoTime(), account.id(), through, "Firefox", CLOCK.instant());
            entities.persist(session);
            Member member = new Member(account, Set.of(Role.OFFICER), null);
            entities.persist(member);
            return CurrentCaller.call(member.caller(Language.EN), () -> said(entities, session));
        });
    }

    private Said said(EntityManager entities, AccountSession session) {
        Sessions sessions = TestDatabase.wire(new Sessions(), entities, CLOCK);
        SecondFactors factors = TestDatabase.wire(new SecondFactors(), entities, sessions, TestKeys.in(folder), CLOCK);
        OneTimeLinks links = TestDatabase.wire(new OneTimeLinks(), entities, sessions, KNOWN, new Boards(), CLOCK);
        ApiTokens tokens = TestDatabase.wire(new ApiTokens(), entities, CLOCK, TestDatabase.wire(new Members(), entities, CLOCK));
        Long id = session.id();
        return new Said(answer(() -> factors.begin(id)), answer(() -> factors.replaceCodes(id)), answer(() -> factors.turnOff(id)),
                answer(() -> links.change(id, "the right one", "short", "short")),
                answer(() -> tokens.make(new ApiTokens.NewToken("", Set.of(Scope.READ), LocalDate.of(2026, 12, 1)), session.through())));
    }

    private static String answer(Runnable asked) {
        Refusal refusal = catchThrowableOfType(Refusal.class, asked::run);
        return refusal == null ? "none" : refusal.problems().get(0).key();
    }
}
