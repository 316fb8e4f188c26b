package org.probity.closure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.calendar.Stood;
import org.probity.exclusion.UnseenBench;
import org.probity.investigation.Closing;
import org.probity.investigation.Closure;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.Decision;
import org.probity.investigation.Investigation;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.member.Person;

/** Whoever could not be told that a case has ended, or be given advice, is told once they may be contacted. */
class OwedLettersTest extends UnseenBench {

    private final List<String> told = new ArrayList<>();
    private boolean held;

    @Test
    void whoHadBeenWrittenToHearsOfTheWithdrawal() {
        is(Stage.WITHDRAWN, Decision.INVESTIGATE);
        allow(true);
        assertThat(told).containsExactly("withdrawn");
    }

    @Test
    void whoHadBeenWrittenToHearsOfTheClosing() {
        is(Stage.CLOSED, Decision.INVESTIGATE);
        inBoard(entities -> {
            Closing closing = new Closing("Nothing came of it", "None", false, null);
            Long id = investigations(entities).byReference(reference).id();
            entities.persist(new Closure(id, 1, new Closing("Long ago", "None", false, null), LocalDate.of(2032, 1, 1), CLOCK.instant()));
            entities.persist(new Closure(id, 2, closing, LocalDate.of(2032, 1, 1), CLOCK.instant()));
        });
        allow(true);
        assertThat(told).containsExactly("closed: Nothing came of it");
    }

    /** As where contact was stopped after the end, and is allowed again. */
    @Test
    void whoWasToldOfThisEndIsNotToldAgain() {
        is(Stage.CLOSED, Decision.INVESTIGATE);
        inBoard(entities -> {
            entities.createQuery("update Investigation i set i.endedAt = :now").setParameter("now", CLOCK.instant()).executeUpdate();
            entities.persist(new Closure(investigations(entities).byReference(reference).id(), 1, new Closing("Nothing came of it", "None", true, null),
                    LocalDate.of(2032, 1, 1), CLOCK.instant()));
            letter(entities, "closed", CLOCK.instant().minusSeconds(3600));
        });
        allow(true);
        assertThat(told).as("the letter of an earlier end").containsExactly("closed: Nothing came of it");
        inBoard(entities -> letter(entities, "closed", CLOCK.instant()));
        allow(true);
        assertThat(told).hasSize(1);
    }

    private void letter(EntityManager entities, String kind, Instant at) {
        entities.createNativeQuery("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, created_at, created_by) "
                + "values (next value for probity_id, '" + board + "', 0, '" + reference + "', 'LETTER', 'A letter', '" + reference + "-" + kind
                + ".pdf', 'PDF', 1, '-', :at, 'Olwen')").setParameter("at", at).executeUpdate();
    }

    @Test
    void whoWasNeverWrittenToHearsNothingOfTheEnd() {
        is(Stage.WITHDRAWN, Decision.INVESTIGATE);
        allow(false);
        assertThat(told).isEmpty();
    }

    @Test
    void theAdviceThatCouldNotBeSentIsSentOnce() {
        is(Stage.CLOSING, Decision.ADVICE);
        allow(false);
        assertThat(told).containsExactly("advice");
        allow(true);
        assertThat(told).containsExactly("advice");
    }

    /** As where it may be a protected disclosure: that they may be contacted is no second way to them. */
    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"CLOSING", "CLOSED"})
    void adviceThatSomebodyHoldsIsNotSentBecauseTheyMayBeContacted(Stage stage) {
        is(stage, Decision.ADVICE);
        held = true;
        allow(false);
        assertThat(told).isEmpty();
        held = false;
        allow(false);
        assertThat(told).containsExactly("advice");
    }

    @Test
    void whileTheCaseRunsNothingIsOwed() {
        is(Stage.INVESTIGATION, Decision.INVESTIGATE);
        allow(true);
        is(Stage.DETECTION, Decision.ADVICE);
        allow(false);
        assertThat(told).isEmpty();
    }

    private void is(Stage stage, Decision decision) {
        inBoard(entities -> {
            Person subject = new Person("Sam Rees", null, null, null, null, Language.EN);
            entities.persist(subject);
            investigations(entities).byReference(reference).concerns(subject.id(), subject.name());
            entities.createQuery("update Investigation i set i.contact.allowed = true, i.stage = :stage, i.decision = :decision").setParameter("stage", stage)
                    .setParameter("decision", decision).executeUpdate();
        });
    }

    private void allow(boolean written) {
        ClosureLetters letters = new ClosureLetters() {
            @Override
            boolean wereSent(Investigation investigation) {
                return written;
            }

            @Override
            void withdrawn(Investigation investigation) {
                told.add("withdrawn");
            }

            @Override
            void closed(Investigation investigation, String summary) {
                told.add("closed: " + summary);
            }

            @Override
            void advice(Investigation investigation) {
                told.add("advice");
            }
        };
        inBoard(entities -> TestDatabase.wire(new OwedLetters(), entities, investigations(entities), letters,
                TestDatabase.wire(new Advice(), letters, audit(entities), new Fired<AdvisingWanted>(wanted -> {
                    if (held) {
                        wanted.hold();
                    }
                })))
                .send(new ContactAllowed(reference, Stood.until(CLOCK.instant(), 1))));
    }
}
