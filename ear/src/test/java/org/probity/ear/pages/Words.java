package org.probity.ear.pages;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The texts of the pages and of letters as they stand in the bundles, so that a test can tell which one is shown. */
public final class Words {

    private static final List<Path> FOLDERS = List.of(Path.of("../web/src/main/resources/text"), Path.of("../ejb/src/main/resources/letters"));
    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private final Map<String, String> texts = new HashMap<>();
    private final Locale locale;

    private Words(String language) {
        locale = Locale.forLanguageTag(language + "-GB");
        FOLDERS.forEach(folder -> read(folder, language));
    }

    /** @param language en or cy */
    public static Words in(String language) {
        return READ.computeIfAbsent(language, Words::new);
    }

    /** Texts no page in Welsh may show: they are English, and no Welsh text reads the same. */
    static Set<String> englishOnly() {
        Set<String> english = new HashSet<>(in("en").texts.values());
        english.removeAll(in("cy").texts.values());
        english.removeIf(text -> text.length() < 2);
        return english;
    }

    public String of(String key, Object... args) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text " + key);
        }
        return args.length == 0 ? text : new MessageFormat(text.replace("'", "''"), locale).format(args);
    }

    private void read(Path folder, String language) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isOf(language, file.getFileName().toString())).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(String language, String fileName) {
        return fileName.endsWith(".properties") && (language.equals("en") ? !fileName.contains("_") : fileName.endsWith("_" + language + ".properties"));
    }

    private void read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            Properties bundle = new Properties();
            bundle.load(in);
            bundle.forEach((key, text) -> texts.put(key.toString(), text.toString().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
