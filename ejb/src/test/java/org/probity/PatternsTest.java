package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every regular expression in the code is fed its worst input: the one listed for it in {@code patterns.txt}, and thousands
 * that are made of its own signs. None may look at a text more than a fixed number of times for each of its characters.
 */
@Timeout(120)
class PatternsTest {

    /** A list of as many signs costs a quadratic expression a thousand times what is allowed. */
    private static final int LONG = 100_000;
    private static final int SHORT = 4_000;
    private static final int LOOKS = 50;
    private static final int SIGNS = 14;

    /** What classes such as {@code \s} and {@code \p{L}} stand for. */
    private static final String SAMPLES = "aZ0 .-\t\n\u00e9\u0301";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{2,}");

    private static final ExecutorService SMALL = Executors.newSingleThreadExecutor(work -> new Thread(null, work, "small", 256 * 1024));

    private static Map<String, List<WrittenPatterns.Use>> written;
    private static final Map<String, String> LISTED = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        written = WrittenPatterns.inMainSources().stream().filter(use -> use.regex() != null)
                .collect(Collectors.groupingBy(WrittenPatterns.Use::regex, LinkedHashMap::new, Collectors.toList()));
        try (InputStream in = PatternsTest.class.getResourceAsStream("/patterns.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .forEach(line -> LISTED.put(line.substring(0, line.indexOf(" <- ")), line.substring(line.indexOf(" <- ") + 4)));
        }
    }

    @AfterAll
    static void end() {
        SMALL.shutdownNow();
    }

    @Test
    void everyExpressionInTheCodeIsAConstantAndHasItsWorstInputListed() {
        assertThat(WrittenPatterns.inMainSources()).as("read from the sources").hasSizeGreaterThan(60)
                .allSatisfy(use -> assertThat(use.regex()).as(use.place()).isNotNull());
        assertThat(new TreeSet<>(LISTED.keySet())).as("ejb/src/test/resources/patterns.txt").isEqualTo(new TreeSet<>(written.keySet()));
    }

    @Test
    void noExpressionTakesLongOverItsWorstInput() {
        List<String> slow = new ArrayList<>();
        written.forEach((regex, uses) -> uses.forEach(use -> {
            String worst = LISTED.get(regex);
            if (worst != null && isSlow(use, spelled(worst))) {
                slow.add(use.place() + " " + regex);
            }
        }));
        assertThat(slow).isEmpty();
    }

    @Test
    void noExpressionTakesLongOverWhatIsMadeOfItsOwnSigns() {
        Set<String> slow = new LinkedHashSet<>();
        written.forEach((regex, uses) -> uses.forEach(use -> made(regex).stream().filter(text -> isSlow(use, text)).findFirst()
                .ifPresent(text -> slow.add(use.place() + " " + regex + " over " + text.substring(0, 20)))));
        assertThat(slow).isEmpty();
    }

    @Test
    void whatTakesLongIsSeen() {
        assertThat(isSlow(new WrittenPatterns.Use("before", "^[. ]+(?=.*\\.)|[. ]+$", false), "a" + ".".repeat(LONG) + "x")).isTrue();
        assertThat(isSlow(new WrittenPatterns.Use("deep", "(a|bc)*", true), "abc".repeat(LONG))).as("runs out of stack").isTrue();
        assertThat(isSlow(new WrittenPatterns.Use("linear", "[. ]+", false), ".".repeat(LONG) + "x")).isFalse();
    }

    /** On a stack as small as that of a server's thread may be: an expression that calls itself for each sign runs out of it. */
    private static boolean isSlow(WrittenPatterns.Use use, String text) {
        return CompletableFuture.supplyAsync(() -> looksTooOften(use, text), SMALL).join();
    }

    private static boolean looksTooOften(WrittenPatterns.Use use, String text) {
        Matcher matcher = Pattern.compile(use.regex()).matcher(new Counted(text, (long) LOOKS * text.length()));
        try {
            boolean found = use.whole() ? matcher.matches() : matcher.find();
            while (found && !use.whole()) {
                found = matcher.find();
            }
            return false;
        } catch (Counted.TooOften | StackOverflowError e) {
            return true;
        }
    }

    /** Each sign and word of the expression again and again, each two of them in turn, and after each of them what fits nowhere. */
    private static List<String> made(String regex) {
        Set<String> parts = new LinkedHashSet<>();
        WORD.matcher(regex).results().map(found -> found.group()).limit(SIGNS / 2).forEach(parts::add);
        regex.chars().mapToObj(sign -> String.valueOf((char) sign)).limit(SHORT).distinct().limit(SIGNS).forEach(parts::add);
        SAMPLES.chars().mapToObj(sign -> String.valueOf((char) sign)).forEach(parts::add);
        List<String> texts = new ArrayList<>();
        for (String one : parts) {
            for (String other : parts) {
                texts.add(repeated(one.equals(other) ? one : one + other) + "\u0000");
                texts.add(one + repeated(other) + "\u0000");
            }
            texts.add(repeated(one));
        }
        return texts;
    }

    private static String repeated(String part) {
        return part.repeat(SHORT / part.length());
    }

    /** {@code before{repeated}after}, with Java's escapes; braces themselves are written {@code \173} and {@code \175}. */
    private static String spelled(String worst) {
        int open = worst.indexOf('{');
        int close = worst.indexOf('}');
        String repeated = worst.substring(open + 1, close).translateEscapes();
        return worst.substring(0, open).translateEscapes() + repeated.repeat(LONG / repeated.length()) + worst.substring(close + 1).translateEscapes();
    }
}
