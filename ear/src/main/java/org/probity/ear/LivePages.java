package org.probity.ear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.probity.crypto.OwnerOnly;

/**
 * Pages, styles and scripts as they are in the working copy, for whoever changes them ({@code -Prun -Ddev}): the EAR is laid out as
 * folders, and whatever is saved is copied into them. Never in an installation: it serves what was not built.
 */
final class LivePages {

    private static final String EAR = "probity.ear";
    private static final String WAR = "probity-web.war";
    private static final String DESCRIPTOR = "WEB-INF/web.xml";

    /** A page is looked for anew when it is asked for, and no browser keeps a style. */
    private static final String DEVELOPMENT = """
            <context-param>
                <param-name>jakarta.faces.FACELETS_REFRESH_PERIOD</param-name>
                <param-value>0</param-value>
              </context-param>
              <context-param>
                <param-name>jakarta.faces.PROJECT_STAGE</param-name>
                <param-value>Development</param-value>""";

    private static final String PRODUCTION = """
            <context-param>
                <param-name>jakarta.faces.PROJECT_STAGE</param-name>
                <param-value>Production</param-value>""";

    private final Path source;
    private final Path served;

    private LivePages(Path source, Path served) {
        this.source = source;
        this.served = served;
    }

    /** Lays the EAR of a base directory out, and has it deployed so. @param source where the pages are written */
    static LivePages in(Path base, Path source) throws IOException {
        Path ear = base.resolve("deployments").resolve(EAR);
        Path packed = Files.move(ear, base.resolve(EAR));
        unpack(packed, ear);
        Path war = Files.move(ear.resolve(WAR), base.resolve(WAR));
        unpack(war, ear.resolve(WAR));
        Path descriptor = ear.resolve(WAR).resolve(DESCRIPTOR);
        Files.writeString(descriptor, Files.readString(descriptor).replace(PRODUCTION, DEVELOPMENT).replace("31536000000", "0"));
        Files.createFile(ear.resolveSibling(EAR + ".dodeploy"));
        return new LivePages(source, ear.resolve(WAR));
    }

    /** Copies what was saved since, as long as this process lives. */
    void follow() {
        FileTime since = FileTime.fromMillis(System.currentTimeMillis());
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(500);
                FileTime next = FileTime.fromMillis(System.currentTimeMillis());
                for (Path changed : changed(since)) {
                    Path target = served.resolve(source.relativize(changed).toString());
                    OwnerOnly.folder(target.getParent());
                    Files.copy(changed, target, StandardCopyOption.REPLACE_EXISTING);
                }
                since = next;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Pages are no longer followed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> changed(FileTime since) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.endsWith(DESCRIPTOR))
                    .filter(file -> file.toFile().lastModified() >= since.toMillis()).toList();
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(archive); ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    OwnerOnly.folder(target);
                } else {
                    OwnerOnly.folder(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
        Files.delete(archive);
    }
}
