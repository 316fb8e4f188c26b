package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.account.WarningLeft;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.powers.Warning;
import org.probity.tenancy.Board;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.CurrentBoard;

/** Nobody wipes a board alone before an administrator of it was told, and nobody tells themself. */
class WipeWarningTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final TestClock clock = new TestClock(ASKED);
    private final List<AccountMail> written = new ArrayList<>();
    private Long asker;
    private WipeRequest request;

    @BeforeEach
    void somebodyAsks() {
        asker = member("asker", Role.ADMINISTRATOR);
        request = asAsker(BoardResolver.NO_BOARD, requests -> requests.ask(database.call(BoardResolver.NO_BOARD,
                entities -> entities.find(Board.class, "chscb"))));
    }

    @AfterEach
    void itIsOver() {
        database.run(BoardResolver.NO_BOARD, entities -> entities.createQuery("delete from WipeRequest r").executeUpdate());
        database.run("chscb", entities -> entities.createQuery("select m from Member m", Member.class).getResultList().forEach(entities::remove));
    }

    @Test
    void administratorsAreWrittenToAndWhoeverAsksIsNot() {
        Long admin = member("admin", Role.ADMINISTRATOR);
        member("lead", Role.LEAD);
        announce();
        assertThat(written).extracting(AccountMail::address).containsExactly("admin@example.org");
        assertThat(admin).isNotEqualTo(asker);
    }

    @Test
    void whereThereIsNoOtherAdministratorNobodyIsWrittenToAndTheDayNeverBegins() {
        member("lead", Role.LEAD);
        announce();
        assertThat(written).isEmpty();
        assertThat(standing().alone()).isNull();
    }

    @Test
    void theDayBeginsWhenTheFirstMailHasLeft() {
        member("admin", Role.ADMINISTRATOR);
        announce();
        assertThat(standing().alone()).as("not when it is written").isNull();
        clock.advance(Warning.DAY.multipliedBy(2));
        left("chscb", written.get(0).key());
        assertThat(standing().alone()).isEqualTo(ASKED.plus(Warning.DAY.multipliedBy(3)));
    }

    @Test
    void mailOfAnotherBoardAndOfAnotherRequestIsNoneOfItsConcern() {
        left("cwmtaf", request.warning().key() + 1);
        left("chscb", "archive.wipe/chscb/1/1");
        CurrentBoard.outside(() -> {
            stops().warned(new WarningLeft(request.warning().key() + 1, ASKED));
            return null;
        });
        assertThat(standing().alone()).isNull();
    }

    private void left(String board, String key) {
        CurrentBoard.run(board, () -> stops().warned(new WarningLeft(key, clock.instant())));
    }

    /** With a transaction of its own, as the container gives it. */
    private WipeStops stops() {
        return TestDatabase.wire(new WipeStops(), new WipeRequests() {
            @Override
            public void warned(String slug, WarningLeft left) {
                assertThat(CurrentBoard.orNone()).isNull();
                database.run(BoardResolver.NO_BOARD, entities -> requests(entities).warned(slug, left));
            }
        });
    }

    private void announce() {
        asAsker("chscb", requests -> {
            requests.announce(request);
            return null;
        });
    }

    private WipeRequest standing() {
        return database.call(BoardResolver.NO_BOARD, entities -> entities.find(WipeRequest.class, request.id()));
    }

    private <T> T asAsker(String board, Function<WipeRequests, T> work) {
        Caller caller = new Caller(asker, null, "Asker", Set.of(), null, Language.EN);
        return CurrentCaller.call(caller, () -> database.call(board, entities -> work.apply(requests(entities))));
    }

    private WipeRequests requests(EntityManager entities) {
        return TestDatabase.wire(new WipeRequests(), entities, clock, TestDatabase.wire(new Members(), entities), new Fired<>(), new AccountMailer() {
            @Override
            public void post(AccountMail given) {
                written.add(given);
            }
        });
    }

    /** @return number of the account */
    private Long member(String name, Role role) {
        Account account = new Account(name + System.nanoTime(), name, name + "@example.org", "-", Language.EN, false);
        database.run(BoardResolver.NO_BOARD, entities -> entities.persist(account));
        database.run("chscb", entities -> entities.persist(new Member(account, Set.of(role), null)));
        return account.id();
    }
}
