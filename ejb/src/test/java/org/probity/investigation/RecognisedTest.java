package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.exclusion.UnseenBench;
import org.probity.kernel.Language;
import org.probity.member.Person;

/** Whoever joins a board reads what is written to them, and nothing that is written to somebody at the same address. */
class RecognisedTest extends UnseenBench {

    @Test
    void whoeverSharesAnAddressWithTheSubjectIsNotThem() {
        Long subject = person();
        join("Ann Other");
        assertThat(account(subject)).isNull();
    }

    @Test
    void theSubjectThemselfIsHoweverTheyWriteTheirName() {
        Long subject = person();
        join("Dr. JO  Bloggs");
        assertThat(account(subject)).isNotNull();
    }

    private Long person() {
        return database.call(board, entities -> {
            Person person = new Person("Jo Bloggs", "practice@example.org", null, null, null, Language.EN);
            entities.persist(person);
            return person.id();
        });
    }

    private void join(String name) {
        inBoard(entities -> {
            Account account = new Account("a" + System.nanoTime(), name, "Practice@example.org", "-", Language.EN, false);
            entities.persist(account);
            memberships(entities).join(account, name, Set.of(Role.EMPLOYEE), null);
        });
    }

    private Long account(Long person) {
        return database.call(board, entities -> entities.find(Person.class, person).accountId());
    }
}
