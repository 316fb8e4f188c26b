package org.probity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.RolesLost;
import org.probity.access.Scope;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.tenancy.Board;

class ApiTokensTest {

    private static final Instant NOW = Instant.parse("2026-05-11T09:00:00Z");
    private static final Origin PAGE = Origin.page("198.51.100.1");
    private static final Origin API = Origin.api("198.51.100.1");

    private final TestDatabase database = TestDatabase.get();
    private final List<Object> told = new ArrayList<>();
    private Caller officer;

    @BeforeEach
    void somebody() {
        officer = database.call("chscb", ApiTokensTest::member).caller(Language.EN);
    }

    @Test
    void whoeverSitsAtAPageMakesATokenOfWhichOnlyTheHashIsKept() {
        String made = make(PAGE, officer, null);
        assertThat(kept()).singleElement().satisfies(token -> {
            assertThat(token.scopes()).containsExactly(Scope.READ);
            assertThat(token).extracting("tokenHash").isEqualTo(ApiToken.hash(made));
        });
        assertThat(told).singleElement().extracting("act").isEqualTo("account.tokenMade");
    }

    @Test
    void noTokenMakesAnotherNotEvenALesserOne() {
        for (Set<Scope> scopes : List.of(Scope.all(), Set.of(Scope.READ, Scope.ADMINISTRATION))) {
            assertRefused(Refusal.Kind.FORBIDDEN, () -> make(API, officer.within(scopes), null));
        }
        assertThat(kept()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whomAProviderVouchedForMakesNone() {
        assertRefused(Refusal.Kind.STATE, () -> make(PAGE, officer, "https://provider.example.org"));
        assertThat(kept()).isEmpty();
    }

    @Test
    void aTokenOpensNoRoleThatWasGivenLater() {
        String made = make(PAGE, officer, null);
        assertThat(bearer(made)).containsExactly(Role.OFFICER);
        change(member -> member.takes(Set.of(Role.OFFICER, Role.ADMINISTRATOR)));
        assertThat(bearer(made)).containsExactly(Role.OFFICER);
    }

    @Test
    void aRoleThatIsTakenAwayTakesTheTokenWithItAndGivenBackItBringsNoneBack() {
        String made = make(PAGE, officer, null);
        change(member -> member.takes(Set.of(Role.MANAGER)));
        assertThat(bearer(made)).as("before anybody has revoked it").isEmpty();
        lose(Set.of(Role.MANAGER));
        change(member -> member.takes(Set.of(Role.OFFICER)));
        assertThat(bearer(made)).isNull();
        assertThat(told).extracting("act").containsExactly("account.tokenMade", "account.tokenRevoked");
    }

    @Test
    void aRoleThatStaysLeavesTheTokenAlone() {
        String made = make(PAGE, officer, null);
        lose(Set.of(Role.OFFICER, Role.LEAD));
        assertThat(bearer(made)).containsExactly(Role.OFFICER);
    }

    @Test
    void whoLeavesAndComesBackComesWithoutTheirTokens() {
        String made = make(PAGE, officer, null);
        change(member -> member.ends(NOW));
        assertThat(bearer(made)).as("while they are away").isNull();
        lose(Set.of());
        change(member -> member.joinsAgain("Tomos Member", Set.of(Role.OFFICER), null));
        assertThat(bearer(made)).isNull();
    }

    @Test
    void aNewPassphraseOrASecondFactorSetUpOrSetAsideMakesEveryEarlierTokenVoid() {
        for (Consumer<Account> change : List.<Consumer<Account>>of(account -> account.chooses("new", NOW),
                account -> account.confirmsSecondFactor(NOW), account -> account.dropsSecondFactor(NOW))) {
            somebody();
            String made = make(PAGE, officer, null);
            assertThat(bearer(made)).containsExactly(Role.OFFICER);
            database.run("chscb", entities -> change.accept(entities.find(Account.class, officer.accountId())));
            assertThat(bearer(made)).isNull();
            List<ApiTokens.TokenLine> shown = CurrentCaller.call(officer, () -> database.call("chscb", entities -> tokens(entities).mine(0, 25).items()));
            assertThat(shown).noneMatch(ApiTokens.TokenLine::works);
        }
    }

    @Test
    void thatATokenIsUsedIsNotedOnceAMinute() {
        String made = make(PAGE, officer, null);
        assertThat(used(made, NOW)).isEqualTo(NOW);
        assertThat(used(made, NOW.plusSeconds(59))).as("within the minute").isEqualTo(NOW);
        assertThat(used(made, NOW.plusSeconds(61))).isEqualTo(NOW.plusSeconds(61));
    }

    private Instant used(String token, Instant at) {
        database.run("chscb", entities -> {
            TokenBearers bearers = TestDatabase.wire(new TokenBearers(), entities, Clock.fixed(at, ZoneOffset.UTC));
            bearers.of(token).filter(TokenBearers.Bearer::isUseWorthNoting).ifPresent(bearers::noteUse);
        });
        return CurrentCaller.call(officer, () -> database.call("chscb", entities -> tokens(entities).mine(0, 25).items())).get(0).lastUsed();
    }

    @Test
    void aTokenOpensNothingWhileTheBoardAsksItsMemberForASecondFactorTheyLack() {
        String made = make(PAGE, officer, null);
        change(member -> member.takes(Set.of(Role.OFFICER, Role.MANAGER)));
        ask(Role.LEAD);
        assertThat(bearer(made)).as("not theirs").isNotEmpty();
        ask(Role.MANAGER);
        assertThat(bearer(made)).as("as at the pages, whatever role the token was made for").isNull();
        ask(Role.LEAD, Role.OFFICER);
        assertThat(bearer(made)).isNull();
        database.run("chscb", entities -> entities.find(Account.class, officer.accountId()).confirmsSecondFactor(NOW.minusSeconds(1)));
        assertThat(bearer(made)).as("made after they had one").isNotEmpty();
    }

    @AfterEach
    void askNobody() {
        ask();
    }

    private void ask(Role... roles) {
        String kept = new RoleSet().convertToDatabaseColumn(Set.of(roles));
        database.run("chscb", entities -> entities.find(Board.class, "chscb").asksSecondFactorOf(kept));
    }

    /** The roles a program with that token acts in; null where it opens nothing. */
    private Set<Role> bearer(String token) {
        return database.call("chscb", entities -> TestDatabase.wire(new TokenBearers(), entities, Clock.fixed(NOW, ZoneOffset.UTC)).of(token)
                .map(bearer -> bearer.caller().roles()).orElse(null));
    }

    private void change(Consumer<Member> work) {
        database.run("chscb", entities -> work.accept(entities.find(Member.class, officer.memberId())));
    }

    private void lose(Set<Role> left) {
        CurrentCaller.run(officer, () -> database.run("chscb", entities -> tokens(entities).revoke(new RolesLost(officer.memberId(), "t@example.org", left))));
    }

    private static void assertRefused(Refusal.Kind kind, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private String make(Origin origin, Caller caller, String through) {
        return CurrentOrigin.call(origin, () -> CurrentCaller.call(caller, () -> database.call("chscb", entities ->
                tokens(entities).make(new ApiTokens.NewToken("A program", Set.of(Scope.READ), LocalDate.of(2026, 6, 1)), through))));
    }

    private List<ApiToken> kept() {
        return database.call("chscb", entities -> entities.createQuery("select t from ApiToken t where t.accountId = :account",
                ApiToken.class).setParameter("account", officer.accountId()).getResultList());
    }

    private ApiTokens tokens(EntityManager entities) {
        Object event = Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
            told.add(arguments[0]);
            return null;
        });
        return TestDatabase.wire(new ApiTokens(), entities, Clock.fixed(NOW, ZoneOffset.UTC), event,
                TestDatabase.wire(new Members(), entities, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static Member member(EntityManager entities) {
        Account account = new Account("tomos-" + System.nanoTime(), "Tomos Member", "tomos@example.org", "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(Role.OFFICER), null);
        entities.persist(member);
        return member;
    }
}
