package org.probity.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that nobody but the account of the server can read. No other system than a POSIX one knows these
 * permissions; elsewhere the folder above must be closed.
 */
public final class OwnerOnly {

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";
    private static final Set<PosixFilePermission> OTHERS_MAY_NOT = PosixFilePermissions.fromString(FOLDER);

    private OwnerOnly() {
    }

    /** Makes the folder, and those above it that are missing; one that is there is left as it is. */
    public static Path folder(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, attributes(folder, FOLDER));
    }

    /** Writes a file whole or not at all, whatever happens meanwhile. */
    public static Path write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, attributes(draft, FILE));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether others may enter a folder that is there. */
    public static boolean isOpen(Path folder) throws IOException {
        return isPosix(folder) && Files.isDirectory(folder) && !OTHERS_MAY_NOT.containsAll(Files.getPosixFilePermissions(folder));
    }

    /** As {@code ls} writes them. */
    public static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    /** What lies in it is out of reach with it, whatever its own permissions. */
    public static void close(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, OTHERS_MAY_NOT);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return isPosix(path) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
