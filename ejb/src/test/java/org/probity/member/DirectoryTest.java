package org.probity.member;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;

/** To whom a letter in the portal comes. */
class DirectoryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final String EMAIL = "sam@example.org";

    private final TestDatabase database = TestDatabase.get();

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OPERATOR", "PUBLIC", "SYSTEM"}, mode = EnumSource.Mode.EXCLUDE)
    void itComesToAMemberWhateverTheirRoleIsAndToNobodyWhoIsNoneAnyMore(Role role) {
        database.run("chscb", entities -> {
            Member member = member(entities, role);
            Person person = new Person("Sam Subject", EMAIL, null, null, member.accountId(), Language.EN);
            assertThat(directory(entities).reaches(person)).isTrue();
            member.ends(CLOCK.instant());
            assertThat(directory(entities).reaches(person)).isFalse();
        });
    }

    @Test
    void itComesToNobodyWithoutAnAccountHereOrWithoutAnAddress() {
        Long elsewhere = database.call("cwmtaf", entities -> member(entities, Role.EMPLOYEE).accountId());
        database.run("chscb", entities -> {
            Long account = member(entities, Role.EMPLOYEE).accountId();
            assertThat(reaches(entities, EMAIL, account)).isTrue();
            assertThat(reaches(entities, EMAIL, null)).isFalse();
            assertThat(reaches(entities, EMAIL, elsewhere)).as("a member of another board").isFalse();
            assertThat(reaches(entities, null, account)).isFalse();
            assertThat(reaches(entities, " ", account)).isFalse();
        });
    }

    private static boolean reaches(EntityManager entities, String email, Long account) {
        return directory(entities).reaches(new Person("Sam Subject", email, null, null, account, Language.EN));
    }

    private static Directory directory(EntityManager entities) {
        return TestDatabase.wire(new Directory(), entities, TestDatabase.wire(new Members(), entities, CLOCK));
    }

    private static Member member(EntityManager entities, Role role) {
        Account account = new Account("reach" + System.nanoTime(), "Sam Subject", EMAIL, "-", Language.EN, false);
        entities.persist(account);
        Member member = new Member(account, Set.of(role), null);
        entities.persist(member);
        return member;
    }
}
