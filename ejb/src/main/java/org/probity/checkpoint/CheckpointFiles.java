package org.probity.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.crypto.Folders;
import org.probity.crypto.OwnerOnly;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.BoardResolver;

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

    public CheckpointFiles(Path folder) {
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
                    StandardOpenOption.WRITE)) {
                // Let go with the channel
                channel.lock();
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

    /**
     * Goes through the lines of a board's file, in the order in which they were made, one at a time: there may be very many. None where
     * there is no file; what a power cut left half written at its end is no line.
     */
    private <T> T lines(Path file, Function<Stream<String>, T> reading) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            InputStream whole = new FirstBytes(Channels.newInputStream(channel), endOfLines(channel));
            return reading.apply(new BufferedReader(new InputStreamReader(whole, StandardCharsets.UTF_8.newDecoder())).lines());
        } catch (NoSuchFileException e) {
            return reading.apply(Stream.of());
        } catch (IOException e) {
            throw unread(e);
        } catch (UncheckedIOException e) {
            throw unread(e.getCause());
        }
    }

    private UncheckedIOException unread(IOException why) {
        return new UncheckedIOException("The checkpoints in " + folder + " cannot be read", why);
    }

    private <T> T checkpoints(Path file, Function<Stream<SignedCheckpoint>, T> reading) {
        return lines(file, lines -> reading.apply(lines.filter(SignedCheckpoint::isOne).map(SignedCheckpoint::parse)));
    }

    /** Goes through those of a board, without keeping them. @throws UncheckedIOException where the file cannot be read */
    public void read(String board, Consumer<SignedCheckpoint> each) {
        checkpoints(file(board), all -> {
            all.forEach(each);
            return null;
        });
    }

    /** Those of a board. @throws UncheckedIOException where the file cannot be read */
    public List<SignedCheckpoint> read(String board) {
        return checkpoints(file(board), Stream::toList);
    }

    /** Those of a board that cover most; more than one where that was signed again. @throws UncheckedIOException where the file cannot be read */
    List<SignedCheckpoint> farthest(String board) {
        long place = newestPlace(board);
        return checkpoints(file(board), all -> all.filter(checkpoint -> checkpoint.seq() == place).toList());
    }

    /** Of those the one that lies in the file of that board and covers most. @throws UncheckedIOException where the file cannot be read */
    Optional<SignedCheckpoint> farthestOf(Set<SignedCheckpoint> wanted, String board) {
        return checkpoints(file(board), all -> all.filter(wanted::contains).max(Comparator.comparingLong(SignedCheckpoint::seq)));
    }

    /** Of the farthest entry that one of a board covers; 0 where there is none. */
    long newestPlace(String board) {
        return checkpoints(file(board), all -> all.mapToLong(SignedCheckpoint::seq).max().orElse(0));
    }

    /** How many lines of a board's file are no checkpoints: Probity writes none such. */
    long unreadable(String board) {
        return lines(file(board), lines -> lines.filter(line -> !SignedCheckpoint.isOne(line)).count());
    }

    /** Ids of all keys that signed checkpoints in the folder. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        eachFile(file -> checkpoints(file, all -> {
            all.forEach(checkpoint -> keys.add(checkpoint.key()));
            return null;
        }));
        return keys;
    }

    /** The last checkpoint of each file. */
    List<SignedCheckpoint> newest() {
        List<SignedCheckpoint> newest = new ArrayList<>();
        eachFile(file -> checkpoints(file, all -> all.reduce((older, newer) -> newer)).ifPresent(newest::add));
        return newest;
    }

    private void eachFile(Consumer<Path> reading) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ENDING)).forEach(reading);
        } catch (IOException e) {
            throw unread(e);
        }
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
