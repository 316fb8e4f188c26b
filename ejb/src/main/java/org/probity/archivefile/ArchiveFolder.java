package org.probity.archivefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.probity.crypto.Folders;
import org.probity.crypto.OwnerOnly;
import org.probity.crypto.Sha256;
import org.probity.kernel.Refusal;
import org.probity.kernel.Unguarded;

/** The folder in which archives lie, named by {@code PROBITY_ARCHIVES}. Whatever lies there can be restored. */
@Unguarded("What lies in the folder is sealed, and only its own package may open it")
@ApplicationScoped
public class ArchiveFolder {

    private static final String ENDING = ".age";
    private static final String UNFINISHED = ".part";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** An archive in the folder. @param size in bytes */
    public record Archive(String name, long size, String sha256, Instant at) {
    }

    private record Seen(String name, long size, Instant at) {
    }

    private final Path folder;
    private final Map<Seen, String> prints = new ConcurrentHashMap<>();

    public ArchiveFolder() {
        this(Folders.named("PROBITY_ARCHIVES", "archives"));
    }

    public ArchiveFolder(Path folder) {
        this.folder = folder;
    }

    public static String newName(String board, Instant now) {
        return board + "-" + TIME.format(now) + ENDING;
    }

    /** The newest first. @throws UncheckedIOException where the folder cannot be read */
    public List<Archive> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).map(this::seen)
                    .sorted(Comparator.comparing(Seen::at).reversed().thenComparing(Seen::name)).map(this::archive).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The archives in " + folder + " cannot be listed", e);
        }
    }

    private Seen seen(Path file) {
        try {
            return new Seen(file.getFileName().toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reading a large file whole takes its time, so it is done once for each. */
    private Archive archive(Seen seen) {
        String print = prints.computeIfAbsent(seen, file -> {
            try {
                return Sha256.of(folder.resolve(file.name()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Archive(seen.name(), seen.size(), print, seen.at());
    }

    /**
     * The file of that name.
     *
     * @throws Refusal NOT_FOUND where no such archive lies in the folder
     */
    public Path existing(String name) {
        return all().stream().filter(archive -> archive.name().equals(name)).findFirst()
                .map(archive -> folder.resolve(archive.name())).orElseThrow(Refusal::notFound);
    }

    /** Where a new archive is written until it is whole. */
    public Path unfinished(String name) throws IOException {
        OwnerOnly.folder(folder);
        return folder.resolve(name + UNFINISHED);
    }

    public Path finished(String name) {
        return folder.resolve(name);
    }

    /** Throws away what an interrupted export left. */
    public void drop(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + UNFINISHED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
