package org.probity.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, and every text asked for is there at all. */
class BundlesTest {

    private static final Path TEXTS = Path.of("src/main/resources/text");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SERVICES = Path.of("../ejb/src/main/java");
    private static final Path WEB = Path.of("src/main/java");

    private static final Pattern IN_PAGE = Pattern.compile("text(?:\\[|\\.of\\(|\\.has\\()\\s*'([a-z]+\\.[A-Za-z0-9_.-]+)'\\s*[,)\\]]");
    private static final Pattern TAG_KEY = Pattern.compile("<pr:\\w+[^>]*?\\skey=\"([a-z]+\\.[A-Za-z0-9_.-]+)\"");
    private static final Pattern LABEL = Pattern.compile("text\\.label\\('([a-z]+[A-Za-z.]*)'|<pr:tag[^>]*?\\sprefix=\"([a-z]+[A-Za-z.]*)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+\\.refused\\.[A-Za-z0-9_.]+)\"");

    @Test
    void everyBundleHasTheSameKeysInWelsh() {
        for (String bundle : bundles()) {
            assertThat(read(bundle + "_cy").stringPropertyNames()).as(bundle)
                    .containsExactlyInAnyOrderElementsOf(read(bundle).stringPropertyNames());
        }
    }

    @Test
    void everyBundleHasAnEmptyEnglishOneSoThatTheMachinesLanguageIsNeverTaken() {
        for (String bundle : bundles()) {
            assertThat(read(bundle + "_en")).as(bundle).isEmpty();
        }
    }

    @Test
    void everyKeyStartsWithTheNameOfItsBundle() {
        for (String bundle : bundles()) {
            assertThat(read(bundle).stringPropertyNames()).as(bundle).allMatch(key -> key.startsWith(bundle + "."));
        }
    }

    @Test
    void everyBundleIsLookedIntoAndNoOther() {
        assertThat(Texts.BUNDLES).containsExactlyInAnyOrderElementsOf(bundles());
    }

    @Test
    void noTextIsEmpty() {
        each((name, key, text) -> assertThat(text).as(name + " " + key).isNotBlank());
    }

    @Test
    void everyTextTakesItsArguments() {
        each((name, key, text) -> assertThat(new MessageFormat(text.replace("'", "''"), Locale.UK).toPattern())
                .as(name + " " + key).isNotNull());
    }

    @Test
    void apostrophesAreWrittenOnce() {
        each((name, key, text) -> assertThat(text).as(name + " " + key).doesNotContain("''"));
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String bundle : bundles()) {
            Properties welsh = read(bundle + "_cy");
            read(bundle).forEach((key, text) -> assertThat(arguments(welsh.getProperty((String) key, "")))
                    .as(bundle + " " + key).isEqualTo(arguments((String) text)));
        }
    }

    @Test
    void everyTextAPageAsksForExists() {
        assertThat(missing(PAGES, ".xhtml", List.of(IN_PAGE, TAG_KEY))).isEmpty();
    }

    @Test
    void everyReasonAServiceGivesExists() {
        assertThat(missing(SERVICES, ".java", List.of(IN_JAVA))).isEmpty();
        assertThat(missing(WEB, ".java", List.of(IN_JAVA))).isEmpty();
    }

    @Test
    void everyEnumAPageNamesHasLabels() {
        Set<String> known = bundles().stream().flatMap(bundle -> read(bundle).stringPropertyNames().stream()).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Path page : files(PAGES, ".xhtml")) {
            Matcher matcher = LABEL.matcher(text(page));
            while (matcher.find()) {
                String prefix = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)) + ".";
                if (known.stream().noneMatch(key -> key.startsWith(prefix))) {
                    missing.add(prefix + " in " + page.getFileName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private interface Look {
        void at(String name, String key, String text);
    }

    private static void each(Look look) {
        for (String bundle : bundles()) {
            for (String name : List.of(bundle, bundle + "_cy")) {
                read(name).forEach((key, text) -> look.at(name, (String) key, (String) text));
            }
        }
    }

    private static Set<String> missing(Path root, String ending, List<Pattern> patterns) {
        Set<String> known = bundles().stream().flatMap(bundle -> read(bundle).stringPropertyNames().stream()).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Path file : files(root, ending)) {
            for (Pattern pattern : patterns) {
                Matcher matcher = pattern.matcher(text(file));
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1))) {
                        missing.add(matcher.group(1) + " in " + file.getFileName());
                    }
                }
            }
        }
        return missing;
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d+)").matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> bundles() {
        return files(TEXTS, ".properties").stream().map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.endsWith("_cy") && !name.endsWith("_en")).toList();
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(name + ".properties"))) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
