package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What Probity carries is on a list, and what is known to be wrong with it is argued of the very version that is carried. */
class CarriedIT {

    private static final Path FAULTS = Path.of("known-faults.md");
    private static final Pattern NAMED = Pattern.compile("^\\| ((?:`[^`]+`(?:, )?)+)", Pattern.MULTILINE);
    private static final Pattern VERSION = Pattern.compile("`([^`]+)`");

    /** A library that is not listed was looked up by nobody: add it to carried.txt once its known faults are raised or argued. */
    @Test
    void whatIsCarriedIsListed() throws IOException {
        Set<String> carried = new TreeSet<>(carried());
        Set<String> listed = new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/carried.txt")));
        System.out.println("CarriedIT: " + carried.size() + " libraries carried");
        assertThat(carried).isEqualTo(listed);
    }

    @Test
    void whatIsArguedIsArguedOfTheVersionThatIsCarried() throws IOException {
        Set<String> carried = carried();
        List<String> argued = NAMED.matcher(Files.readString(FAULTS)).results().flatMap(row -> VERSION.matcher(row.group(1)).results())
                .map((MatchResult name) -> name.group(1)).toList();
        System.out.println("CarriedIT: " + argued.size() + " versions raised or argued");
        assertThat(argued).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(carried).contains(name));
    }

    private static Set<String> carried() throws IOException {
        Set<String> carried = new TreeSet<>();
        try (ZipFile ear = new ZipFile(System.getProperty("probity.ear"))) {
            for (ZipEntry entry : ear.stream().toList()) {
                if (entry.getName().startsWith("lib/")) {
                    carried.add(entry.getName().substring("lib/".length()));
                } else if (entry.getName().endsWith(".war")) {
                    carried.addAll(libraries(ear.getInputStream(entry)));
                }
            }
        }
        try (Stream<Path> modules = Files.walk(Path.of(System.getProperty("probity.server"), "modules"))) {
            modules.map(file -> file.getFileName().toString()).forEach(carried::add);
        }
        return carried.stream().filter(name -> name.endsWith(".jar")).map(name -> name.replaceFirst("\\.jar$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> libraries(InputStream war) throws IOException {
        Set<String> libraries = new TreeSet<>();
        try (ZipInputStream entries = new ZipInputStream(war, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith("WEB-INF/lib/")) {
                    libraries.add(entry.getName().substring("WEB-INF/lib/".length()));
                }
            }
        }
        return libraries;
    }
}
