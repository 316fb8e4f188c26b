package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.identity.Person;
import org.probity.kernel.Language;

/** The letter that says "We wrote to you" goes to nobody who was never written to. */
class ClosuresTest extends UnseenBench {

    private final List<String> told = new ArrayList<>();

    @Test
    void onlyASubjectWhoWasWrittenToHearsOfTheWithdrawal() {
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", null, null, null, null, Language.EN);
            entities.persist(subject);
            Investigation investigation = investigations(entities).byReference(reference);
            investigation.concerns(subject.id(), subject.name());
            entities.createQuery("update Investigation i set i.contactAllowed = true").executeUpdate();
        });
        announce(false);
        assertThat(told).isEmpty();
        announce(true);
        assertThat(told).containsExactly(reference);
    }

    private void announce(boolean sent) {
        ClosureLetters letters = new ClosureLetters() {
            @Override
            boolean wereSent(Investigation investigation) {
                return sent;
            }

            @Override
            void withdrawn(Investigation investigation) {
                told.add(investigation.reference());
            }
        };
        inBoard(entities -> TestDatabase.wire(new Closures(), entities, investigations(entities), letters).announceWithdrawal(reference));
    }
}
