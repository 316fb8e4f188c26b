package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.documents.Document;
import org.probity.documents.FileLeaving;
import org.probity.documents.FileWanted;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** After an indecent image was suspected, a case takes no file and gives none. */
class HardStopTest {

    private static final String REFERENCE = "CHSCB-H-" + System.nanoTime() % 1_000_000_000;

    private final TestDatabase database = TestDatabase.get();

    @Test
    void aCaseTakesFilesUntilAnIndecentImageIsSuspectedInIt() {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false, false, false, Language.EN);
        database.run("chscb", entities -> entities.persist(new Investigation(REFERENCE, "A case", new Concern(given, REFERENCE, REFERENCE, Instant.EPOCH))));
        assertThatCode(this::send).doesNotThrowAnyException();
        database.run("chscb", entities -> investigations(entities).byReference(REFERENCE).stopFiles());

        Refusal refusal = catchThrowableOfType(Refusal.class, this::send);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE);
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("file");
            assertThat(problem.key()).as("says nothing of the suspicion").isEqualTo("investigation.refused.noFiles");
        });
    }

    @Test
    void nothingThatSomebodySentInGoesOutAnyMoreAndOnlyTheDeskHearsWhy() {
        String reference = "CHSCB-H-" + System.nanoTime() % 1_000_000_000;
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false, false, false, Language.EN);
        database.run("chscb", entities -> entities.persist(new Investigation(reference, "A case", new Concern(given, reference, reference, Instant.EPOCH))));
        for (Document.Kind kind : Document.Kind.values()) {
            assertThatCode(() -> give(reference, kind, Role.OFFICER)).doesNotThrowAnyException();
        }
        database.run("chscb", entities -> investigations(entities).byReference(reference).stopFiles());
        for (Document.Kind kind : List.of(Document.Kind.EVIDENCE, Document.Kind.REPLY)) {
            assertThat(refused(reference, kind, Role.LEAD)).isEqualTo("evidence.refused.stopped");
            assertThat(refused(reference, kind, Role.EMPLOYEE)).isEqualTo("investigation.refused.fileStays");
        }
        assertThatCode(() -> give(reference, Document.Kind.LETTER, Role.EMPLOYEE)).doesNotThrowAnyException();
    }

    private String refused(String reference, Document.Kind kind, Role role) {
        return catchThrowableOfType(Refusal.class, () -> give(reference, kind, role)).problems().get(0).key();
    }

    private void give(String reference, Document.Kind kind, Role role) {
        CurrentCaller.run(new Caller(-5L, -5L, "Lee", Set.of(role), null, Language.EN), () -> database.run("chscb",
                entities -> TestDatabase.wire(new HardStop(), investigations(entities)).refuse(new FileLeaving(reference, kind, 1L))));
    }

    private void send() {
        database.run("chscb", entities -> TestDatabase.wire(new HardStop(), investigations(entities)).refuse(new FileWanted(REFERENCE)));
    }

    private static Investigations investigations(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities);
    }
}
