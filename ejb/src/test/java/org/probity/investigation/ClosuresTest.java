package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.identity.Person;
import org.probity.kernel.Language;
import org.probity.tenancy.Boards;
import org.probity.worklist.Work;

/** Whatever ends is kept until a day that all are told alike; the letter that says "We wrote to you" goes to nobody who was never written to. */
class ClosuresTest extends UnseenBench {

    private final List<String> told = new ArrayList<>();

    @Test
    void onlyASubjectWhoWasWrittenToHearsOfTheWithdrawal() {
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", null, null, null, null, Language.EN);
            entities.persist(subject);
            Investigation investigation = investigations(entities).byReference(reference);
            investigation.concerns(subject.id(), subject.name());
            entities.createQuery("update Investigation i set i.contact.allowed = true").executeUpdate();
        });
        announce(false);
        assertThat(told).isEmpty();
        announce(true);
        assertThat(told).containsExactly(reference);
    }

    @Test
    void whatIsWithdrawnIsKeptForTheBoardsYears() {
        inBoard(officer, entities -> closures(entities, new Fired<>()).withdraw(reference, "A mistake"));
        assertThat(kept("Investigation i")).isEqualTo(LocalDate.of(2032, 11, 22));
    }

    /** Whoever hears of the end may say that it must be kept for longer: the row and the letter say the same. */
    @Test
    void theDayThatIsKeptUntilIsTheOneThatIsToldAndWritten() {
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", null, null, null, null, Language.EN);
            entities.persist(subject);
            investigations(entities).byReference(reference).concerns(subject.id(), subject.name());
            entities.createQuery("update Investigation i set i.contact.allowed = true, i.stage = CLOSING").executeUpdate();
        });
        LocalDate retirement = LocalDate.of(2051, 5, 1);
        inBoard(officer, entities -> closures(entities, new Fired<>(event -> {
            if (event instanceof InvestigationEnded end) {
                investigations(entities).byReference(reference).retain(end.retirementOn());
            }
        })).close(reference, new Closing("No case", "Nothing", true, retirement)));
        assertThat(kept("Investigation i")).isEqualTo(retirement);
        assertThat(kept("Closure i")).isEqualTo(retirement);
        assertThat(told).containsExactly(reference + " " + retirement);
    }

    private LocalDate kept(String entity) {
        return database.call(board, entities -> entities.createQuery("select i.retainUntil from " + entity, LocalDate.class).getSingleResult());
    }

    private Closures closures(EntityManager entities, Fired<?> fired) {
        return TestDatabase.wire(new Closures(), entities, CLOCK, investigations(entities), unseen(entities), restricted(entities), stopped(),
                audit(entities), outbox(entities), fired, TestDatabase.wire(new Boards(), entities), new Work() {
                    @Override
                    public void finish(String task, String of, Long targetId, Map<String, Object> answers) {
                        // the step has tests of its own
                    }
                }, new ClosureLetters() {
                    @Override
                    void closed(Investigation investigation, String summary) {
                        told.add(investigation.reference() + " " + investigation.retainUntil());
                    }
                });
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
