package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** Nobody names themself, nor learns which entry may be them. */
class DirectoryTest {

    private final TestDatabase database = TestDatabase.get();
    private final String address = "nesta" + System.nanoTime() + "@example.org";

    @Test
    void anEntryThatIsOrMayBeTheCallerIsAnsweredLikeOneThatIsNotThere() {
        database.run("chscb", entities -> {
            Account account = new Account(address, "Nesta Quillfeather", address, "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(Role.OFFICER), null);
            entities.persist(member);
            CurrentCaller.run(member.caller(Language.EN), () -> {
                Directory directory = TestDatabase.wire(new Directory(), entities);
                for (Long id : new Long[] {null, -1L, entry(entities, "Somebody", null, account.id()), entry(entities, "QUILLFEATHER, Nesta", null, null),
                        entry(entities, "N. Quillfeather", null, null), entry(entities, "Somebody", address, null)}) {
                    Refusal refusal = catchThrowableOfType(Refusal.class, () -> directory.another(id));
                    assertThat(refusal.problems()).singleElement().returns("subjectId", Refusal.Problem::field)
                            .returns("identity.refused.unknownPerson", Refusal.Problem::key);
                }
                assertThat(directory.another(entry(entities, "Ann Other", null, null)).name()).isEqualTo("Ann Other");
            });
        });
    }

    /** One fewer than a full list would tell an accused member that somebody has entered them. */
    @Test
    void aFullListStaysFullWhereAnEntryMayBeTheCaller() {
        String family = "Vellacott" + System.nanoTime();
        database.run("chscb", entities -> {
            Account account = new Account(address, "Nesta " + family, address, "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(Role.OFFICER), null);
            entities.persist(member);
            IntStream.range(0, 60).forEach(each -> entry(entities, "Ann " + family, "ann" + each + "@example.org", null));
            IntStream.range(0, 51).forEach(each -> entry(entities, "A. Nesta " + family, address, null));
            CurrentCaller.run(member.caller(Language.EN), () -> assertThat(TestDatabase.wire(new Directory(), entities).people(family)).hasSize(50)
                    .extracting(Directory.PersonLine::name).containsOnly("Ann " + family));
        });
    }

    private static Long entry(EntityManager entities, String name, String email, Long account) {
        Person person = new Person(name, email, null, null, account, Language.EN);
        entities.persist(person);
        return person.id();
    }
}
