package org.probity.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The folder that holds the installation's keys, readable by its owner alone. Several nodes may share it. */
public final class KeyFolder {

    /** Writes the files that are missing. */
    public interface Making {
        void make() throws IOException;
    }

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Where the environment puts it: {@code PROBITY_KEYS}, else {@code keys} beside the embedded database. */
    public static KeyFolder configured() {
        return new KeyFolder(Folders.named("PROBITY_KEYS", "keys"));
    }

    /** Runs the work while no other node or thread makes keys, so that all of them find the same ones. */
    public void alone(Making work) {
        synchronized (KeyFolder.class) {
            try {
                OwnerOnly.folder(folder);
                try (FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
                    // Let go with the channel
                    channel.lock();
                    work.make();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder of keys " + folder + " cannot be used", e);
            }
        }
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    public String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.US_ASCII);
    }

    /** Writes a file whole or not at all, whatever happens meanwhile. */
    public void write(String name, String text) throws IOException {
        OwnerOnly.write(folder.resolve(name), text);
    }

    /** Lets one file take the place of another, at once. */
    void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
