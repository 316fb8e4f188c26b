package org.probity.archive;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Guarded;
import org.probity.access.Origin;
import org.probity.access.Permitted;
import org.probity.archivefile.Age;
import org.probity.archivefile.ArchiveFolder;
import org.probity.archivefile.Seal;
import org.probity.crypto.InstallationKey;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/**
 * The operator's desk for whole boards. The operator carries archives about without being able to read them; what takes
 * long goes on in the background, and {@link #runs} says how far it is.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Archives {

    /**
     * A board as its operator sees it.
     *
     * @param ready whether the board has given a key, so that an archive can be made
     * @param last archive made here, or null
     */
    public record BoardLine(String slug, String name, boolean closed, boolean ready, ArchiveRun last) {
    }

    @Inject
    private Boards boards;

    @Inject
    private ArchiveKeys keys;

    @Inject
    private ArchiveRuns runs;

    @Inject
    private ArchiveFolder folder;

    @Inject
    private ArchiveWork work;

    @Inject
    private BoardClosing doors;

    @Inject
    private WipeRequests requests;

    @Inject
    private InstallationKey installation;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService threads;

    @Permitted(Act.OPERATE)
    public List<BoardLine> boards() {
        return boards.all().stream().map(this::line).toList();
    }

    /** @throws Refusal NOT_FOUND where there is no such board */
    @Permitted(Act.OPERATE)
    public BoardLine board(String slug) {
        return line(found(slug));
    }

    private BoardLine line(Board board) {
        return new BoardLine(board.slug(), board.name(CurrentCaller.get().language()), board.closed(),
                CurrentBoard.call(board.slug(), keys::isThere), runs.lastExport(board.slug()).orElse(null));
    }

    /** What lies in the folder, the newest first. */
    @Permitted(Act.OPERATE)
    public List<ArchiveFolder.Archive> files() {
        return folder.all();
    }

    /** What was done and is being done, the newest first. */
    @Permitted(Act.OPERATE)
    public List<ArchiveRun> runs() {
        return runs.latest();
    }

    /**
     * Nobody gets in any more.
     *
     * @param typed the board's address once more, by hand
     * @throws Refusal NOT_FOUND; INVALID on {@code typed}
     */
    @Permitted(Act.OPERATE_BOARDS)
    public void close(String slug, String typed) {
        Board board = found(slug);
        requireTyped(board, typed);
        doors.close(board.slug());
    }

    /** Everybody gets in again. @throws Refusal NOT_FOUND */
    @Permitted(Act.OPERATE_BOARDS)
    public void open(String slug) {
        doors.open(slug);
    }

    /**
     * Begins to write an archive that only the board's own key opens.
     *
     * @throws Refusal NOT_FOUND; STATE where the board has no key, or something else is being done with a board
     */
    @Permitted(Act.OPERATE)
    public void export(String slug) {
        String board = found(slug).slug();
        String recipient = CurrentBoard.call(board, keys::recipient);
        String name = ArchiveFolder.newName(board, clock.instant());
        begin(ArchiveRun.Kind.EXPORT, board, name, run -> work.export(run, board, recipient, name));
    }

    /**
     * Asks that everything of the board be removed. Its administrators are told, and can stop it.
     *
     * @param typed the board's address once more, by hand
     * @throws Refusal NOT_FOUND; INVALID on {@code typed}; STATE where the board is open, or it is asked for already
     */
    @Permitted(Act.OPERATE_BOARDS)
    public void askToWipe(String slug, String typed) {
        Board board = closed(slug, typed);
        WipeRequest request = requests.ask(board);
        CurrentBoard.run(board.slug(), () -> requests.announce(request));
    }

    /** The board stays. @throws Refusal NOT_FOUND where it is not to be wiped */
    @Permitted(Act.OPERATE_BOARDS)
    public void stopWipe(String slug) {
        requests.stop(slug);
    }

    /** What is asked for and counts. */
    @Permitted(Act.OPERATE)
    public Optional<WipeRequest> wipeAsked(String slug) {
        return requests.standing(found(slug));
    }

    /**
     * Begins to remove everything of the board.
     *
     * @param typed the board's address once more, by hand
     * @throws Refusal NOT_FOUND; INVALID on {@code typed}; STATE where the board is open, nobody has asked for it, the same operator
     *         has and no administrator was told a day ago, or its newest archive is gone or changed. That the archive holds what is removed is
     *         seen when it is removed
     */
    @Permitted(Act.WIPE)
    public void wipe(String slug, String typed) {
        Board board = closed(slug, typed);
        WipeRequest request = requests.standing(board).orElseThrow(() -> Refusal.state("archive.refused.notAsked"));
        request.requireAnotherOrADay(CurrentCaller.get().accountId(), clock.instant());
        ArchiveRun last = runs.lastExport(board.slug()).filter(this::isThere).orElseThrow(() -> Refusal.state("archive.refused.noArchive"));
        begin(ArchiveRun.Kind.WIPE, board.slug(), last.fileName(), run -> work.wipe(run, request.id(), board.slug(), last.contents()));
    }

    private Board closed(String slug, String typed) {
        Board board = found(slug);
        requireTyped(board, typed);
        if (!board.closed()) {
            throw Refusal.state("archive.refused.open");
        }
        return board;
    }

    private static void requireTyped(Board board, String typed) {
        new Checks().that(board.slug().equals(typed == null ? null : typed.strip()), "typed", "archive.refused.slug").done();
    }

    private boolean isThere(ArchiveRun export) {
        return folder.all().stream().anyMatch(a -> a.name().equals(export.fileName()) && a.sha256().equals(export.sha256()));
    }

    /**
     * Begins to put the board of an archive back.
     *
     * @param identity secret key of the board's, {@code AGE-SECRET-KEY-1…}; forgotten once the work has ended
     * @param fingerprint of the installation that wrote the archive, as its operator says; empty where it is this one
     * @throws Refusal NOT_FOUND where no such archive lies in the folder; INVALID on {@code identity} or {@code fingerprint}
     */
    @Permitted(Act.OPERATE_BOARDS)
    public void restore(String fileName, String identity, String fingerprint) {
        Path file = folder.existing(fileName);
        String given = identity == null ? "" : identity.strip();
        String signer = fingerprint == null ? "" : fingerprint.strip();
        new Checks().required("identity", given).that(given.isEmpty() || Age.isIdentity(given), "identity", "archive.refused.identity")
                .that(signer.isEmpty() || Seal.isFingerprint(signer), "fingerprint", "archive.refused.noFingerprint").done();
        begin(ArchiveRun.Kind.RESTORE, ArchiveRun.UNKNOWN, fileName, run -> work.restore(run, file, given, signer));
    }

    /** By which other installations know the archives of this one: what its operator says to theirs. */
    @Permitted(Act.OPERATE)
    public String fingerprint() {
        return Seal.fingerprint(installation.checking());
    }

    /** The file to be sent. @throws Refusal NOT_FOUND where no such archive lies in the folder */
    @Permitted(Act.OPERATE)
    public Path download(String fileName) {
        Path file = folder.existing(fileName);
        Caller caller = CurrentCaller.get();
        doors.tell(new AccountAct("archive.downloaded", caller.accountId(), caller.name(), Map.of("file", fileName)));
        return file;
    }

    private Board found(String slug) {
        return Optional.ofNullable(slug).flatMap(boards::find).orElseThrow(Refusal::notFound);
    }

    private interface Running {
        void run(Long run);
    }

    private void begin(ArchiveRun.Kind kind, String slug, String file, Running running) {
        Long run = runs.begin(kind, slug, file);
        Caller caller = CurrentCaller.get();
        Origin origin = CurrentOrigin.get();
        threads.execute(() -> CurrentOrigin.call(origin, () -> CurrentCaller.call(caller, () -> {
            running.run(run);
            return null;
        })));
    }
}
