package org.probity.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.probity.kernel.Refusal;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CaseDatabase;

/** The long work, on a thread of its own: whatever stops it, it was done whole or not at all. */
@Unguarded("Only its own package may start it")
@ApplicationScoped
public class ArchiveWork {

    private static final Logger LOG = System.getLogger(ArchiveWork.class.getName());
    private static final int COMPRESSION = 6;

    @Inject
    private ArchiveRuns runs;

    @Inject
    private ArchiveFolder folder;

    @Inject
    private ArchiveIds ids;

    @Inject
    private Instance<EngineState> engine;

    @Inject
    private Clock clock;

    private interface Work {
        void run() throws IOException, SQLException;
    }

    void export(Long run, String board, String recipient, String fileName) {
        attempt(run, () -> {
            Path draft = folder.unfinished(fileName);
            MessageDigest print = Prints.digest();
            Manifest manifest = write(draft, print, board, recipient);
            long size = Files.size(draft);
            Files.move(draft, folder.finished(fileName), StandardCopyOption.ATOMIC_MOVE);
            runs.exported(run, size, Prints.hex(print), manifest);
        });
        folder.drop(fileName);
    }

    private Manifest write(Path draft, MessageDigest print, String board, String recipient) throws IOException, SQLException {
        Map<String, String> names = engine.get().names();
        try (Passage passage = Passage.still(CaseDatabase.asApplication());
                OutputStream file = new DigestOutputStream(Files.newOutputStream(draft), print);
                ArchiveWriter archive = new ArchiveWriter(Age.encrypting(file, recipient), COMPRESSION)) {
            return new BoardExport(passage, board, names).write(archive, clock.instant());
        }
    }

    /** The application's own role may not take an entry out of the audit, so a whole board is removed as the tables' owner. */
    void wipe(Long run, String board, String contents) {
        attempt(run, () -> {
            try (Passage passage = Passage.still(CaseDatabase.asOwner())) {
                BoardWipe.remove(passage, board, engine.get().names(), contents);
                end(passage, run, board);
                passage.commit();
            }
            runs.done(run, Map.of());
        });
    }

    void restore(Long run, Path file, String identity) {
        attempt(run, () -> {
            DataSource database = CaseDatabase.asApplication();
            Map<String, String> here = engine.get().ids();
            try (Passage passage = Passage.open(database)) {
                Manifest manifest = BoardRestore.check(file, identity, passage, here.keySet());
                AccountWriter accounts = new AccountWriter(passage.connection(), Catalogue.of(passage.connection()), ids::next);
                ids.moveBeyond(BoardRestore.write(file, identity, passage, manifest, here, accounts));
                end(passage, run, manifest.board());
                passage.commit();
                runs.done(run, Map.of("auditSeq", manifest.audit().seq(), "accountsMoved", texts(accounts.moved())));
            }
        });
    }

    private static Map<String, Long> texts(Map<Long, Long> moved) {
        Map<String, Long> texts = new TreeMap<>();
        moved.forEach((before, now) -> texts.put(String.valueOf(before), now));
        return texts;
    }

    /** The end is part of the work itself: after a crash both are there or neither. */
    private void end(Passage passage, Long run, String board) throws SQLException {
        try (PreparedStatement update = passage.enter(Passage.INSTALLATION).prepareStatement(
                "update archive_run set status = ?, slug = ?, ended_at = ?, version = version + 1 where id = ?")) {
            update.setString(1, ArchiveRun.Status.DONE.name());
            update.setString(2, board);
            update.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            update.setLong(4, run);
            update.executeUpdate();
        }
    }

    private void attempt(Long run, Work work) {
        try {
            work.run();
        } catch (IOException | SQLException | RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal != null) {
                runs.refused(run, refusal);
            } else {
                LOG.log(Level.ERROR, "Moving a board failed; nothing was changed", e);
                runs.failed(run);
            }
        }
    }
}
