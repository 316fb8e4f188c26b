package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A list that somebody can make longer, day after day, is one day too long for the memory of the server of all boards. So each
 * query says how much it reads at most, or is listed in {@code unbounded.txt} with what bounds it.
 */
class BoundedQueriesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "probity");

    /** A statement from where it is made to its end, and a collection of an entity, which is read whole. */
    private static final Pattern QUERY = Pattern.compile("\\.createQuery\\([^;]*;|@OneToMany|@ElementCollection");
    private static final Pattern BOUNDED = Pattern.compile("setMaxResults|getSingleResult|executeUpdate|Page\\.(read|first|rows|beginning)\\(|Quota\\.require\\(");

    @Test
    void everyQueryIsBoundedOrListedWithWhatBoundsIt() {
        Map<String, Long> found = unbounded();
        assertThat(found).as("read from the sources").hasSizeGreaterThan(30);
        Map<String, Long> listed = listed();
        assertThat(found).as("more than in ejb/src/test/resources/unbounded.txt: file, how many at most, what bounds them")
                .allSatisfy((file, many) -> assertThat(many).as(file).isLessThanOrEqualTo(listed.getOrDefault(file, 0L)));
    }

    /** Whoever closes it, says so here: until the transaction ends, the database has to prepare the same statement again for each who asks. */
    @Test
    void noStreamOfRowsIsLeftOpen() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> text(file).contains("getResultStream"))
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))).containsExactly("member/Namesakes.java");
        }
    }

    private static Map<String, Long> unbounded() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toMap(
                    file -> SOURCES.relativize(file).toString().replace('\\', '/'), BoundedQueriesTest::unbounded, Long::sum, TreeMap::new))
                    .entrySet().stream().filter(entry -> entry.getValue() > 0).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long unbounded(Path file) {
        String source = text(file);
        Matcher query = QUERY.matcher(source);
        long many = 0;
        while (query.find()) {
            int begin = Math.max(source.lastIndexOf(';', query.start()), source.lastIndexOf('{', query.start()));
            many += BOUNDED.matcher(source.substring(begin < 0 ? 0 : begin, query.end())).find() ? 0 : 1;
        }
        return many;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> listed() {
        try (InputStream in = BoundedQueriesTest.class.getResourceAsStream("/unbounded.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +", 3)).peek(line -> assertThat(line).as(String.join(" ", line)).hasSize(3))
                    .collect(Collectors.toMap(line -> line[0], line -> Long.valueOf(line[1]), Long::sum, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
