package org.probity.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.crypto.Folders;
import org.probity.crypto.OwnerOnly;

/**
 * Closes the folders in which anything lies before anything is written there. What the server made for itself it closes itself,
 * and says so; a folder that somebody named is theirs, and they may have let others in on purpose: that stops the start.
 */
final class AtRest {

    private static final Logger LOG = System.getLogger(AtRest.class.getName());

    /** Where the server writes its log, its state and what is being uploaded. */
    private static final List<String> OF_THE_SERVER = List.of("jboss.server.base.dir", "jboss.server.log.dir", "jboss.server.data.dir",
            "jboss.server.temp.dir");

    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?([~/][^;]*+).*");

    private AtRest() {
    }

    /** @throws IllegalStateException naming the variable, where a folder is open to others */
    static void require() {
        try {
            for (String property : OF_THE_SERVER) {
                if (System.getProperty(property) != null) {
                    closeOurs(Path.of(System.getProperty(property)));
                }
            }
            check("PROBITY_DATA", Folders.data());
            Optional<Path> elsewhere = folderOf(System.getenv().getOrDefault("PROBITY_DB_URL", ""));
            if (elsewhere.isPresent()) {
                requireClosed("PROBITY_DB_URL", elsewhere.get());
            }
            for (List<String> folder : Arrays.asList(List.of("PROBITY_KEYS", "keys"), List.of("PROBITY_ARCHIVES", "archives"),
                    List.of("PROBITY_CHECKPOINTS", "checkpoints"))) {
                check(folder.get(0), Folders.named(folder.get(0), folder.get(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be seen who else can read the folders of Probity", e);
        }
    }

    /** The folder of an H2 file that somebody named; none for any other database. */
    static Optional<Path> folderOf(String url) {
        Matcher file = H2_FILE.matcher(url);
        return file.matches() ? Optional.ofNullable(Path.of(file.group(1).replaceFirst("^~", System.getProperty("user.home"))).getParent())
                : Optional.empty();
    }

    private static void check(String variable, Path folder) throws IOException {
        String named = System.getenv(variable);
        if (named == null || named.isBlank()) {
            closeOurs(folder);
        } else {
            requireClosed(variable, folder);
        }
    }

    static void requireClosed(String variable, Path folder) throws IOException {
        if (OwnerOnly.isOpen(folder)) {
            throw new IllegalStateException(variable + ": other users of this machine can enter " + folder + " (" + OwnerOnly.permissions(folder)
                    + "); close it (chmod 700) and start again");
        }
    }

    static void closeOurs(Path folder) throws IOException {
        if (OwnerOnly.isOpen(folder)) {
            String before = OwnerOnly.permissions(folder);
            OwnerOnly.close(folder);
            LOG.log(Level.WARNING, "Other users of this machine could enter {0} ({1}); it is closed now", folder, before);
        }
    }
}
