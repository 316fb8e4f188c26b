package org.probity.archivefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.probity.boardrows.BoardContents;

/** What could not be read again is not written: a board that is wiped after it would be lost. */
class MeasuresTest extends ArchiveBench {

    private static final Measures SMALL = new Measures(1_000, 200, 3, 10, 10);

    @Test
    void moreOfOneThingThanIsReadIsNotWritten() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream within = SMALL.within(written, 10);
        within.write(new byte[9], 0, 9);
        within.write('x');
        refused("archive.refused.tooLarge", () -> within.write('x'));
        refused("archive.refused.tooLarge", () -> SMALL.within(written, 10).write(new byte[11], 0, 11));
        assertThat(written.size()).isEqualTo(10);
    }

    @Test
    void moreEntriesThanAreReadAreNotWritten() throws IOException, SQLException {
        try (ArchiveWriter archive = new ArchiveWriter(OutputStream.nullOutputStream(), 0, SMALL)) {
            archive.add("tables/a.jsonl", out -> out.write(new byte[7]));
            archive.add("tables/b.jsonl", out -> out.write('x'));
            assertThat(archive.bytes()).isEqualTo(8);
            archive.addLast("manifest.json", new byte[1]);
            refused("archive.refused.tooLarge", () -> archive.addLast("seal", new byte[1]));
        }
    }

    @Test
    void anArchiveThatLooksLikeABombIsNotKept() {
        assertThatCode(() -> SMALL.require(1_000, (64L << 20) + 200_000)).doesNotThrowAnyException();
        refused("archive.refused.tooLarge", () -> SMALL.require(1_000, (64L << 20) + 200_001));
        refused("archive.refused.tooLarge", () -> SMALL.require(1_001, 1));
    }

    /** The export, and so the wipe, which writes the same once more. */
    @Test
    void aBoardWithAFileThatIsTooLargeIsNotExported() throws IOException, SQLException {
        sql("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, created_at, created_by)"
                + " values (840001, 'leaver', 0, 'LEAVE-2026-0001', 'EVIDENCE', 'T', 'f.bin', 'PDF', 5, 'x', now(), 'x')");
        sql("insert into document_content (id, board, version, document_id, bytes) values (840002, 'leaver', 0, 840001, X'00')");
        try (var connection = org.probity.tenancy.CaseDatabase.asApplication().getConnection()) {
            new BoardContents(connection, BOARD, own()).keep(840_001L, new byte[(64 << 20) + 1], free::incrementAndGet);
        }
        refused("archive.refused.unfit", () -> export("large.age"));
        sql("delete from document_content where board = 'leaver'");
        sql("delete from document where board = 'leaver'");
    }
}
