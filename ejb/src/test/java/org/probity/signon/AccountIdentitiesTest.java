package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.account.Account;
import org.probity.account.Sessions;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardResolver;

/** Taking back who an account is at a provider: with its sessions and the audit of it, or not at all. */
class AccountIdentitiesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final ProviderSettings PROVIDER = new ProviderSettings("https://login.example.org", "probity", null, "openid", "Sign in",
            null, null, null, true, true);
    private static final String THROUGH = "chscb/1";

    private final TestDatabase database = TestDatabase.get();
    private Fired<AccountAct> acts = new Fired<>();
    private Account account;
    private String atTheProvider;
    private String elsewhere;
    private String own;

    @BeforeEach
    void somebodySignedInThreeTimes() {
        String name = "officer-" + System.nanoTime() + "@example.org";
        account = installation(entities -> {
            Account made = new Account(name, "Olwen Officer", name, "-", Language.EN, false);
            entities.persist(made);
            return made;
        });
        atTheProvider = start(THROUGH);
        elsewhere = start("cwmtaf/1");
        own = start(null);
        link();
        acts = new Fired<>();
    }

    @Test
    void whoIsUnlinkedIsSignedOutWhereTheProviderVouchedForThemAndNowhereElse() {
        unlink();
        assertThat(stands(atTheProvider)).isFalse();
        assertThat(stands(elsewhere)).isTrue();
        assertThat(stands(own)).isTrue();
        assertThat(isLinked()).isFalse();
        assertThat(acts.all()).extracting(AccountAct::act).containsExactly("account.sessionEnded", "signon.unlinked");
    }

    @Test
    void aLinkThatCannotBeKeptInTheAuditIsNotMade() {
        unlink();
        acts = new Fired<>(act -> {
            if (act.act().equals("signon.linked")) {
                throw new IllegalStateException("The audit cannot be written");
            }
        });
        assertThatThrownBy(this::link).isInstanceOf(IllegalStateException.class);
        assertThat(isLinked()).isFalse();
    }

    private void link() {
        installation(entities -> {
            identities(entities).link(new Introduction("chscb", THROUGH, account.id(), PROVIDER.issuer(), PROVIDER.clientId(), account.username(), CLOCK.instant()));
            return null;
        });
    }

    @Test
    void whatCannotBeKeptInTheAuditDoesNotHappen() {
        acts = new Fired<>(act -> {
            if (act.act().equals("signon.unlinked")) {
                throw new IllegalStateException("The audit cannot be written");
            }
        });
        assertThatThrownBy(this::unlink).isInstanceOf(IllegalStateException.class);
        assertThat(stands(atTheProvider)).isTrue();
        assertThat(isLinked()).isTrue();
    }

    private void unlink() {
        CurrentCaller.run(Caller.system(), () -> installation(entities -> {
            identities(entities).unlink(account.id(), PROVIDER, THROUGH);
            return null;
        }));
    }

    private String start(String through) {
        return installation(entities -> sessions(entities).start(account, through, false, null, "Firefox"));
    }

    private boolean stands(String key) {
        return installation(entities -> sessions(entities).visitor(key).isPresent());
    }

    private boolean isLinked() {
        return installation(entities -> identities(entities).known(PROVIDER.issuer(), PROVIDER.clientId()).stream()
                .anyMatch(known -> known.accountId().equals(account.id())));
    }

    private AccountIdentities identities(EntityManager entities) {
        return TestDatabase.wire(new AccountIdentities(), entities, CLOCK, acts, sessions(entities));
    }

    private Sessions sessions(EntityManager entities) {
        return TestDatabase.wire(new Sessions(), entities, CLOCK, acts);
    }

    private <T> T installation(Function<EntityManager, T> work) {
        return database.call(BoardResolver.NO_BOARD, work);
    }
}
