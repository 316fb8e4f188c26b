package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.account.Accounts;
import org.probity.account.Passwords;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Memberships;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Boards;

/** A board's link lets somebody in who has no way in yet; it opens nothing that is somebody's already. */
class ConsentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String PASSPHRASE = "purple goat under the window";
    private static final Passwords CHOSEN = new Passwords() {
        @Override
        public String hash(String password) {
            return "chosen";
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final String email = "asked" + System.nanoTime() + "@example.org";
    private final String secret = "secret" + System.nanoTime();

    @Test
    void whoHasNoAccountHasOneFromThenOn() {
        invite();
        assertThat(this.<Boolean>call(consent -> consent.signsIn(secret))).isFalse();
        accept();
        assertThat(keptPassphrase()).isEqualTo("chosen");
    }

    /** As one is whom a start of the server added and who has not used the link it left within the hour. */
    @ParameterizedTest
    @CsvSource({"true,", "true,theirs", "false,theirs"})
    void anOperatorsAccountAndOneWithAPassphraseAreOpenedByNoInvitation(boolean operator, String passphrase) {
        Account account = new Account(email, "Ola Operator", email, passphrase, Language.EN, operator);
        database.run(BoardResolver.NO_BOARD, entities -> entities.persist(account));
        invite();
        assertThat(catchThrowableOfType(Refusal.class, this::accept)).extracting(Refusal::kind).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(keptPassphrase()).isEqualTo(passphrase);
        assertThat(this.<Boolean>call(consent -> consent.signsIn(secret))).as("the page asks them to sign in").isTrue();
    }

    @Test
    void anAccountThatNobodyHasChosenAPassphraseForIsOpened() {
        database.run(BoardResolver.NO_BOARD, entities -> entities.persist(new Account(email, "Nia Newcomer", email, null, Language.EN, false)));
        invite();
        accept();
        assertThat(keptPassphrase()).isEqualTo("chosen");
    }

    private void invite() {
        Caller administrator = new Caller(1L, 1L, "Ada Administrator", Set.of(Role.ADMINISTRATOR), null, Language.EN);
        CurrentCaller.run(administrator, () -> database.run("chscb", entities -> {
            Invitation invitation = new Invitation("Nia Newcomer", email, Set.of(Role.EMPLOYEE), null, Language.EN, Signature.now(CLOCK.instant()));
            invitation.sent(secret, CLOCK.instant());
            entities.persist(invitation);
        }));
    }

    private void accept() {
        call(consent -> {
            consent.accept(secret, PASSPHRASE, PASSPHRASE);
            return null;
        });
    }

    private String keptPassphrase() {
        return database.call(BoardResolver.NO_BOARD, entities -> entities.createQuery("select a from Account a where a.username = :name",
                Account.class).setParameter("name", email).getSingleResult().passwordHash());
    }

    private <T> T call(Function<Consent, T> work) {
        return CurrentCaller.call(Caller.reporter(), () -> database.call("chscb", entities -> work.apply(consent(entities))));
    }

    private static Consent consent(EntityManager entities) {
        Accounts accounts = TestDatabase.wire(new Accounts(), entities, CHOSEN, TestDatabase.wire(new Boards(), entities), CLOCK);
        Memberships memberships = new Memberships() {
            @Override
            public void expect(Account account, String name, String email, Set<Role> roles) {
                // no cases are looked through here
            }

            @Override
            public Member join(Account account, String name, Set<Role> roles, Long organisation) {
                return null;
            }
        };
        return TestDatabase.wire(new Consent(), entities, accounts, memberships, CLOCK, new Fired<AccountAct>());
    }
}
