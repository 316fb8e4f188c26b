package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.documents.FileWanted;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** After an indecent image was suspected, a case takes no file. */
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

    private void send() {
        database.run("chscb", entities -> TestDatabase.wire(new HardStop(), investigations(entities)).refuse(new FileWanted(REFERENCE)));
    }

    private static Investigations investigations(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities);
    }
}
