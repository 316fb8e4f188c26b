package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No key, password or token lies in the repository, but for those of the demo and of tests, which open nothing else. */
class NoSecretsTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules");

    /** What a secret looks like wherever it stands. */
    private static final Map<String, Pattern> ANYWHERE = Map.of(
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[^\"]{40,}", Pattern.DOTALL),
            "an access key", Pattern.compile("\\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{35})\\b"),
            "a signed token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{10,}"),
            "an address with a password", Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^/\\s:@\"'<>]+:[^/\\s:@\"'<>${}]+@"));

    /** A literal given to what is called a secret. */
    private static final Pattern GIVEN = Pattern.compile("(?i)(?:passw(?:or)?d|passphrase|secret|credential|api[_.-]?key|private[_.-]?key|token)[\"']?\\s*"
            + "(?:=|:|value=)\\s*[\"']([^\"'\\s${}#<>]{6,})[\"']");

    /** Each with what it opens. */
    private static final Map<Pattern, String> NAMED = Map.of(
            Pattern.compile("probity-demo"), "the demo accounts, which exist with demo data only",
            Pattern.compile("demo-[a-z]+-[a-z0-9]+"), "the demo tokens, which exist with demo data only",
            Pattern.compile("probity-at-[a-z]+"), "the OpenID provider that a test starts",
            Pattern.compile("https://user:pw@"), "nothing: an address a test sees refused");

    private final List<String> found = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();
    private int files;

    @Test
    void noFileHoldsASecret() throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            walk.filter(Files::isRegularFile).filter(NoSecretsTest::isOurs).forEach(this::read);
        }
        System.out.println("NoSecretsTest: " + files + " files read");
        assertThat(files).isGreaterThan(500);
        assertThat(found).isEmpty();
        assertThat(used).as("exceptions that are still needed").hasSameSizeAs(NAMED.keySet());
    }

    @Test
    void aSecretWouldBeSeen() {
        look(Path.of("a.properties"), "password=\"correct-horse-battery\" secret: 'Tr0ub4dor&3'");
        look(Path.of("b.pem"), "-----BEGIN EC PRIVATE KEY-----\n" + "MHcCAQEEIA".repeat(6));
        look(Path.of("c.xml"), "jdbc:postgresql://probity:" + "hunter22@db.example.org/probity AKIA" + "ABCDEFGHIJKLMNOP");

        assertThat(found).hasSize(5);
    }

    private static boolean isOurs(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private void read(Path file) {
        files++;
        if (file.toString().matches(".*\\.(jks|p12|pfx|keystore|key|pem)")) {
            found.add(file + " is a file of keys");
        }
        try {
            look(file, Files.readString(file));
        } catch (MalformedInputException binary) {
            // pictures and archives
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(Path file, String text) {
        ANYWHERE.forEach((what, pattern) -> pattern.matcher(text).results().forEach(match -> report(file, what, match.group())));
        if (!file.toString().contains("src/test/java")) {
            Matcher given = GIVEN.matcher(text);
            while (given.find()) {
                report(file, "a secret", given.group(1));
            }
        }
    }

    private void report(Path file, String what, String value) {
        List<Pattern> named = NAMED.keySet().stream().filter(pattern -> pattern.matcher(value).matches()).toList();
        named.forEach(pattern -> used.add(pattern.pattern()));
        if (named.isEmpty()) {
            found.add(file + " holds " + what + ": " + value.substring(0, Math.min(12, value.length())) + "…");
        }
    }
}
