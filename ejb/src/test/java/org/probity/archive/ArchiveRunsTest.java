package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.BoardWanted;
import org.probity.access.Caller;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardResolver;

/** What was done with whole boards is remembered after they are gone. */
class ArchiveRunsTest {

    private final TestDatabase database = TestDatabase.get();
    private final String board = "b" + System.nanoTime();

    @Test
    void theAddressOfABoardThatWasWipedIsGivenToNoOther() {
        database.run(BoardResolver.NO_BOARD, entities -> entities.persist(
                new ArchiveRun(ArchiveRun.Kind.WIPE, board, null, "here", Caller.system(), Instant.EPOCH)));
        database.run(BoardResolver.NO_BOARD, entities -> entities.createQuery("update ArchiveRun r set r.boardPrefix = 'WIPED' where r.slug = :slug")
                .setParameter("slug", board).executeUpdate());
        assertThatCode(() -> want(board)).as("the wipe may still fail").doesNotThrowAnyException();
        database.run(BoardResolver.NO_BOARD, entities -> entities.createQuery("update ArchiveRun r set r.status = :done where r.slug = :slug")
                .setParameter("done", ArchiveRun.Status.DONE).setParameter("slug", board).executeUpdate());
        assertThatThrownBy(() -> want(board)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                .singleElement().returns("slug", Refusal.Problem::field).returns("archive.refused.wiped", Refusal.Problem::key));
        assertThatThrownBy(() -> want(board + "x", "WIPED")).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                .singleElement().returns("prefix", Refusal.Problem::field).returns("archive.refused.wipedPrefix", Refusal.Problem::key));
        assertThatCode(() -> want(board + "x")).doesNotThrowAnyException();
    }

    private void want(String slug) {
        want(slug, "FREE");
    }

    private void want(String slug, String prefix) {
        database.run(BoardResolver.NO_BOARD, entities -> TestDatabase.wire(new ArchiveRuns(), entities).keepAddress(new BoardWanted(slug, prefix)));
    }
}
