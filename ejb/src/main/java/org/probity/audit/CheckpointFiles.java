package org.probity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Folders;
import org.probity.tenancy.OwnerOnly;

/** Checkpoints outside the database, one file for each board: whoever holds the database cannot take these back. */
@Unguarded("Only its own package may write and read checkpoints")
@ApplicationScoped
public class CheckpointFiles {

    private static final String ENDING = ".jsonl";

    /** No board can have this name. */
    private static final String INSTALLATION = "_installation";

    private final Path folder;

    /** In the folder that {@code PROBITY_CHECKPOINTS} names. */
    public CheckpointFiles() {
        this(Folders.named("PROBITY_CHECKPOINTS", "checkpoints"));
    }

    CheckpointFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a checkpoint, after those of other threads and nodes. What a power cut left half written at the end of the file was never
     * acknowledged, and is taken away.
     *
     * @throws UncheckedIOException where it cannot be written
     */
    synchronized void append(SignedCheckpoint checkpoint) {
        try {
            OwnerOnly.folder(folder);
            try (FileChannel channel = FileChannel.open(file(checkpoint.board()), StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                channel.position(endOfLines(channel));
                channel.truncate(channel.position());
                channel.write(StandardCharsets.UTF_8.encode(checkpoint.line() + "\n"));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint cannot be kept in " + folder, e);
        }
    }

    private static long endOfLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** The lines of a board's file, in the order in which they were made; none where there is no file. */
    private List<String> lines(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + folder + " cannot be read", e);
        }
    }

    /** Those of a board. @throws UncheckedIOException where the file cannot be read */
    List<SignedCheckpoint> read(String board) {
        return lines(file(board)).stream().filter(SignedCheckpoint::isOne).map(SignedCheckpoint::parse).toList();
    }

    /** How many lines of a board's file are no checkpoints: Probity writes none such. */
    long unreadable(String board) {
        return lines(file(board)).stream().filter(line -> !SignedCheckpoint.isOne(line)).count();
    }

    /** Ids of all keys that signed checkpoints in the folder. */
    Set<String> keys() {
        return eachFile(file -> lines(file).stream()).filter(SignedCheckpoint::isOne).map(line -> SignedCheckpoint.parse(line).key())
                .collect(Collectors.toSet());
    }

    private Stream<String> eachFile(Function<Path, Stream<String>> reading) {
        if (!Files.exists(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).flatMap(reading).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + folder + " cannot be read", e);
        }
    }

    /** The last checkpoint of each file. */
    List<SignedCheckpoint> newest() {
        return eachFile(file -> lines(file).stream().filter(SignedCheckpoint::isOne).reduce((older, newer) -> newer).stream())
                .map(SignedCheckpoint::parse).toList();
    }

    boolean isStamped(SignedCheckpoint checkpoint) {
        return Files.exists(stampOf(checkpoint));
    }

    /** Keeps the answer of a time-stamping authority (RFC 3161, DER) beside the checkpoints. */
    void stamped(SignedCheckpoint checkpoint, byte[] answer) throws IOException {
        Path draft = folder.resolve(stampOf(checkpoint).getFileName() + ".draft");
        Files.write(draft, answer);
        Files.move(draft, stampOf(checkpoint), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path stampOf(SignedCheckpoint checkpoint) {
        String name = file(checkpoint.board()).getFileName().toString();
        return folder.resolve(name.substring(0, name.length() - ENDING.length()) + "-" + checkpoint.seq() + ".tsr");
    }

    private Path file(String board) {
        return folder.resolve((board.equals(BoardResolver.NO_BOARD) ? INSTALLATION : board) + ENDING);
    }
}
