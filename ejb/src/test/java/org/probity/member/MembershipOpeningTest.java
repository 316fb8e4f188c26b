package org.probity.member;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;

/** Somebody is looked for beforehand as they are known once they have joined: otherwise it would be for nothing. */
class MembershipOpeningTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private final String login = "newcomer" + System.nanoTime() % 1_000_000_000 + "@example.org";
    private KnownAs expected;

    @Test
    void whoHasAnAccountIsExpectedAsTheyAreKnown() {
        Account account = account();
        inBoard(entities -> memberships(entities).expect(account, "Siân Evans", "other@example.org", Set.of(Role.OFFICER)));
        Long member = join(account, "Siân Evans", Set.of(Role.OFFICER));
        assertThat(known(account).likeness()).isEqualTo(expected.likeness());

        inBoard(entities -> memberships(entities).expect(member, Set.of(Role.OFFICER, Role.LEAD)));
        inBoard(entities -> memberships(entities).changeRoles(member, Set.of(Role.OFFICER, Role.LEAD), "Leads too"));
        assertThat(known(account).likeness()).isEqualTo(expected.likeness());
    }

    @Test
    void whoHasBeenAMemberIsExpectedByTheirEarlierWaysInToo() {
        Account account = account();
        Long member = join(account, "Siân Evans", Set.of(Role.OFFICER));
        inBoard(entities -> entities.find(Member.class, member).ends(CLOCK.instant()));
        inBoard(entities -> memberships(entities).expect(account, "Siân Jones", login, Set.of(Role.AUDITOR)));
        join(account, "Siân Jones", Set.of(Role.AUDITOR));
        assertThat(known(account).likeness()).isEqualTo(expected.likeness());
    }

    @Test
    void whoHasNoAccountYetIsExpectedByTheirAddress() {
        inBoard(entities -> memberships(entities).expect(null, "Dylan Rees", login, Set.of(Role.HR)));
        Account account = database.call("cwmtaf", entities -> {
            Account made = new Account(login, "Dylan Rees", login, "-", Language.EN, false);
            entities.persist(made);
            return made;
        });
        join(account, "Dylan Rees", Set.of(Role.HR));
        assertThat(known(account).likeness()).isNotEqualTo(expected.likeness());
        assertThat(known(account).likenessBefore()).isEqualTo(expected.likeness());
    }

    @Test
    void whoGainsNothingIsNotLookedFor() {
        Account account = account();
        Long member = join(account, "Siân Evans", Set.of(Role.OFFICER, Role.LEAD));
        inBoard(entities -> memberships(entities).expect(member, Set.of(Role.LEAD)));
        inBoard(entities -> memberships(entities).expect(member, null));
        assertThat(expected).isNull();
    }

    private Account account() {
        return database.call("cwmtaf", entities -> {
            Account account = new Account(login, "Somebody", "s." + login, "-", Language.EN, false);
            entities.persist(account);
            return account;
        });
    }

    private Long join(Account account, String name, Set<Role> roles) {
        Long[] member = new Long[1];
        inBoard(entities -> member[0] = memberships(entities).join(account, name, roles, null).id());
        return member[0];
    }

    private KnownAs known(Account account) {
        return database.call("cwmtaf", entities -> TestDatabase.wire(new Namesakes(), entities).known(account.id()));
    }

    private Memberships memberships(EntityManager entities) {
        return TestDatabase.wire(new Memberships(), entities, CLOCK, new Fired<>(event -> {
            if (event instanceof MembershipOpening opening) {
                expected = opening.member();
            }
        }));
    }

    private void inBoard(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run("cwmtaf", work));
    }
}
