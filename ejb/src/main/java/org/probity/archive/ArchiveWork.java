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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Signature;
import org.probity.archivefile.Age;
import org.probity.archivefile.ArchiveFolder;
import org.probity.archivefile.ArchiveReader;
import org.probity.archivefile.ArchiveWriter;
import org.probity.archivefile.Manifest;
import org.probity.archivefile.Measures;
import org.probity.archivefile.Seal;
import org.probity.archivefile.Trust;
import org.probity.audit.AuditEntry;
import org.probity.audit.AuditedAct;
import org.probity.boardrows.AccountWriter;
import org.probity.boardrows.ArchiveIds;
import org.probity.boardrows.ArchiveTransaction;
import org.probity.boardrows.BoardProof;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.EngineState;
import org.probity.checkpoint.ArchivedChain;
import org.probity.crypto.InstallationKey;
import org.probity.crypto.Keys;
import org.probity.crypto.Sha256;
import org.probity.kernel.Refusal;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.CurrentBoard;

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
    private Keys keys;

    @Inject
    private Instance<EngineState> engine;

    @Inject
    private InstallationKey installation;

    @Inject
    private ArchivedChain chain;

    @Inject
    private BoardClosing doors;

    @Inject
    private Clock clock;

    private interface Work {
        void run() throws IOException, SQLException;
    }

    void export(Long run, String board, String recipient, String fileName) {
        try {
            attempt(run, () -> {
                Path draft = folder.unfinished(fileName);
                MessageDigest print = Sha256.digest();
                Manifest manifest = write(draft, print, board, recipient);
                long size = Files.size(draft);
                Files.move(draft, folder.finished(fileName), StandardCopyOption.ATOMIC_MOVE);
                runs.exported(run, size, Sha256.hex(print), manifest);
            });
        } finally {
            folder.drop(fileName);
        }
    }

    private Manifest write(Path draft, MessageDigest print, String board, String recipient) throws IOException, SQLException {
        try (ArchiveTransaction archiveTransaction = ArchiveTransaction.still(CaseDatabase.asApplication(), keys)) {
            BoardProof proof = proof(archiveTransaction.enter(board), board);
            long bytes;
            Manifest manifest;
            try (OutputStream file = new DigestOutputStream(Files.newOutputStream(draft), print);
                    ArchiveWriter archive = new ArchiveWriter(Age.encrypting(file, recipient), COMPRESSION)) {
                manifest = new BoardExport(archiveTransaction, board, engine.get()).write(archive, clock.instant(), proof.auditKeys());
                requireRestorable(proof, manifest);
                manifest = manifest.signed(chain.sealEnd(board, manifest.audit().seq(), manifest.audit().hash(), manifest.at()));
                archive.seal(manifest, installation.signing(), installation.checking());
                bytes = archive.bytes();
            }
            Measures.USUAL.require(Files.size(draft), bytes);
            return manifest;
        }
    }

    private BoardProof proof(Connection connection, String board) {
        return new BoardProof(runs.mapping(), chain, connection, board);
    }

    /** What is removed after its archive was made must come back from it. */
    private static void requireRestorable(BoardProof proof, Manifest manifest) {
        if (!proof.isReadable()) {
            throw Refusal.state("archive.refused.unfit", manifest.board());
        }
        if (!proof.isAuditWhole(manifest.audit(), manifest.checkpointKeys())) {
            throw Refusal.state("archive.refused.audit");
        }
    }

    /** @param request the one that was judged when this began */
    void wipe(Long run, Long request, String board, String contents) {
        attempt(run, () -> {
            try (ArchiveTransaction archiveTransaction = ArchiveTransaction.still(CaseDatabase.asApplication(), keys)) {
                String prefix = prefix(archiveTransaction, board);
                WipeRequests.requireStanding(archiveTransaction.enter(ArchiveTransaction.INSTALLATION), request, board);
                Manifest left = BoardWipe.remove(archiveTransaction, board, engine.get(), contents);
                WipeRequests.carriedOut(archiveTransaction.enter(ArchiveTransaction.INSTALLATION), request, Signature.now(clock.instant()));
                end(archiveTransaction, run, board, prefix);
                chain.sealEnd(board, left.audit().seq(), left.audit().hash(), clock.instant());
                archiveTransaction.commit();
            }
            runs.done(run, Map.of());
        });
    }

    /** @param confirmed fingerprint of the installation that wrote it, as the operator entered it; empty for this one */
    void restore(Long run, Path file, String identity, String confirmed) {
        attempt(run, () -> {
            Trust trust = new Trust(Seal.fingerprint(installation.checking()), confirmed);
            try (ArchiveTransaction archiveTransaction = ArchiveTransaction.open(CaseDatabase.asApplication(), keys)) {
                Catalogue catalogue = Catalogue.of(archiveTransaction.connection());
                HighestId numbers = new HighestId(catalogue);
                ArchiveReader.Read read = BoardRestore.check(file, identity, trust, archiveTransaction, catalogue, engine.get(), numbers);
                ids.moveBeyond(numbers.highest());
                AccountWriter accounts = new AccountWriter(archiveTransaction, catalogue, ids::next, trust.isOwn(read.seal()));
                BoardRestore.write(file, identity, trust, archiveTransaction, read, engine.get(), accounts, this::proof);
                String board = read.manifest().board();
                if (!trust.isOwn(read.seal())) {
                    proof(archiveTransaction.enter(board), board).keep(arrival(read));
                }
                end(archiveTransaction, run, board, null);
                archiveTransaction.commit();
                runs.done(run, Map.of("auditSeq", read.manifest().audit().seq(), "accountsMoved", texts(accounts.moved()), "signer",
                        read.seal().fingerprint(), "own", trust.isOwn(read.seal()), "asked", accounts.invitations().size()));
                write(board, accounts.invitations());
            }
        });
    }

    /** Whoever reads the board's audit learns from there what of it was written elsewhere, and on whose word it was taken. */
    private AuditEntry arrival(ArchiveReader.Read read) {
        return new AuditEntry(clock.instant(), CurrentCaller.get(), CurrentOrigin.get(), new AuditedAct("archive.restored", null, "board", null, null,
                Map.of("signer", read.seal().fingerprint(), "cameAlong", read.manifest().audit().seq())));
    }

    /** The board is there, whether or not letters can be written: its administrators send them again. */
    private void write(String board, List<Long> invitations) {
        try {
            CurrentBoard.run(board, () -> doors.ask(invitations));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Letters to those whom a restored board asks to join could not be written", e);
        }
    }

    private static Map<String, Long> texts(Map<Long, Long> moved) {
        Map<String, Long> texts = new TreeMap<>();
        moved.forEach((before, now) -> texts.put(String.valueOf(before), now));
        return texts;
    }

    private static String prefix(ArchiveTransaction archiveTransaction, String board) throws SQLException {
        try (PreparedStatement select = archiveTransaction.enter(board).prepareStatement("select prefix from board where slug = ?")) {
            select.setString(1, board);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }

    /** The end is part of the work itself: after a crash both are there or neither. */
    private void end(ArchiveTransaction archiveTransaction, Long run, String board, String prefix) throws SQLException {
        try (PreparedStatement update = archiveTransaction.enter(ArchiveTransaction.INSTALLATION).prepareStatement(
                "update archive_run set status = ?, slug = ?, ended_at = ?, board_prefix = ?, version = version + 1 where id = ?")) {
            update.setString(1, ArchiveRun.Status.DONE.name());
            update.setString(2, board);
            update.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            update.setString(4, prefix);
            update.setLong(5, run);
            update.executeUpdate();
        }
    }

    private void attempt(Long run, Work work) {
        try {
            work.run();
        } catch (VirtualMachineError e) {
            failed(run, e);
            throw e;
        } catch (IOException | SQLException | RuntimeException | Error e) {
            Refusal refusal = Refusal.in(e);
            if (refusal != null) {
                runs.refused(run, refusal);
            } else {
                failed(run, e);
            }
        }
    }

    /** Nothing else is done with a board while a run goes on: it ends also where a class is missing or memory was. */
    private void failed(Long run, Throwable e) {
        LOG.log(Level.ERROR, "Moving a board failed; nothing was changed", e);
        runs.failed(run);
    }
}
