package org.probity.ear;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.probity.crypto.OwnerOnly;
import org.probity.server.Settings;

/**
 * Prepares PostgreSQL as the owner of its tables, in a process that has ended before a server starts: no server holds the
 * owner's password. The embedded database needs nothing of the kind.
 */
public final class Preparation {

    private static final String MAIN = "org.probity.workflows.engine.DatabasePreparation";

    private static final List<String> OF_THE_OWNER = List.of("PROBITY_DB_OWNER_USER", "PROBITY_DB_OWNER_PASSWORD");

    /** What the application finds in a server, and its preparation needs too. */
    private static final List<String> MODULES = List.of("org/postgresql", "system/layers/base/jakarta", "system/layers/base/org/slf4j/main",
            "system/layers/base/org/hibernate/main", "system/layers/base/com/fasterxml/jackson", "system/layers/base/org/jboss/logging/main");

    private Preparation() {
    }

    /** @param args the server's installation, its base directory and where its data lives, as for {@link Launch} */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]).toAbsolutePath().normalize();
        Path base = Path.of(args[1]).toAbsolutePath().normalize();
        Path data = Path.of(args[2]).toAbsolutePath().normalize();
        Settings.require(System.getenv());
        Launch.prepare(home, base);
        run(home, base, data, System.getenv(), ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * Prepares the database where the environment names the owner of its tables.
     *
     * @param words where to it says what went wrong
     * @return the environment as a server may be told it
     * @throws IllegalStateException where it failed
     */
    static Map<String, String> before(Path home, Path base, Path data, Map<String, String> environment, ProcessBuilder.Redirect words)
            throws IOException {
        Map<String, String> told = new HashMap<>(environment);
        if (told.keySet().removeAll(OF_THE_OWNER)) {
            run(home, base, data, environment, words);
        }
        return told;
    }

    private static void run(Path home, Path base, Path data, Map<String, String> environment, ProcessBuilder.Redirect words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Dslf4j.internal.verbosity=ERROR",
                "-Dprobity.data=" + data, "-cp", classPath(home, base), MAIN).redirectErrorStream(true).redirectOutput(words);
        builder.environment().putAll(environment);
        int status = builder.start().onExit().join().exitValue();
        if (status != 0) {
            throw new IllegalStateException("The database was not prepared: status " + status + ".");
        }
    }

    private static String classPath(Path home, Path base) throws IOException {
        List<Path> jars = new ArrayList<>(unpacked(base.resolve("deployments/probity.ear"), base.resolve("preparation")));
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(home.resolve("modules").resolve(module))) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> unpacked(Path ear, Path folder) throws IOException {
        OwnerOnly.folder(folder);
        List<Path> jars = new ArrayList<>();
        try (ZipFile zip = new ZipFile(ear.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".jar")) {
                    Path jar = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
                    }
                    jars.add(jar);
                }
            }
        }
        return jars;
    }
}
