package org.probity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Folders;
import org.probity.tenancy.OwnerOnly;

/** Checkpoints outside the database, one file for each board: whoever holds the database cannot take these back. */
@Unguarded("Only its own package may write and read checkpoints")
@ApplicationScoped
public class CheckpointFiles {

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

    /** @throws UncheckedIOException where it cannot be written */
    void append(SignedCheckpoint checkpoint) {
        try {
            OwnerOnly.folder(folder);
            Files.writeString(file(checkpoint.board()), checkpoint.line() + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint cannot be kept in " + folder, e);
        }
    }

    /**
     * Those of a board, in the order in which they were made; none where there is no file. What is no checkpoint, such as a
     * line that a power cut left half written, proves nothing and is left out.
     *
     * @throws UncheckedIOException where the file cannot be read
     */
    List<SignedCheckpoint> read(String board) {
        Path file = file(board);
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8).stream().filter(SignedCheckpoint::isOne)
                    .map(SignedCheckpoint::parse).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + folder + " cannot be read", e);
        }
    }

    private Path file(String board) {
        return folder.resolve((board.equals(BoardResolver.NO_BOARD) ? INSTALLATION : board) + ".jsonl");
    }
}
