package org.probity.ear.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Of all the pages there are: which nobody came to, and on which of them nobody attacked what is there to be filled in. */
final class Reach {

    private static final Path ADDRESSES = Path.of("../web/src/main/java/org/probity/web/http/Routes.java");
    private static final Path PAGES = Path.of("../web/src/main/webapp");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ +(?:of|open)\\(\"([^\"]*)\", \"(/[^\"]*\\.xhtml)\"");
    private static final Pattern INCLUDED = Pattern.compile("<ui:include src=\"([^\"]+)\"");

    /** @param pattern from the root, with what stands in braces */
    private record Address(String pattern, String view) {

        boolean is(String path) {
            return path.matches(pattern.replaceAll("\\{\\w+}", "[^/]+"));
        }

        boolean asks() {
            return texts(view).anyMatch(text -> text.contains("<pr:form") || text.contains("<form"));
        }
    }

    private Reach() {
    }

    /** Of every page there is. */
    static Stream<String> addresses(String board) {
        return all(board).map(Address::pattern);
    }

    /** @param paths of the pages that answered */
    static List<String> missed(String board, Collection<String> paths) {
        List<String> plain = paths.stream().map(path -> path.replaceFirst("\\?.*", "")).distinct().toList();
        return all(board).filter(address -> plain.stream().noneMatch(address::is)).map(Address::pattern).toList();
    }

    /** @param forms that were attacked, by their kind, which begins with that of their page */
    static List<String> spared(String board, Collection<String> forms) {
        List<String> pages = forms.stream().map(form -> form.replaceFirst(" .*", "")).distinct().toList();
        return all(board).filter(Address::asks).filter(address -> pages.stream().noneMatch(address::is)).map(Address::pattern).toList();
    }

    private static Stream<Address> all(String board) {
        String source = text(ADDRESSES);
        int without = source.indexOf("WITHOUT_BOARD =");
        return ADDRESS.matcher(source).results().map(found -> new Address((found.start() < without ? "/" + board : "") + found.group(1), found.group(2)))
                .toList().stream();
    }

    /** The page and what it includes; where that changes, everything it may be. */
    private static Stream<String> texts(String view) {
        String text = text(PAGES.resolve(view.substring(1)));
        return Stream.concat(Stream.of(text), INCLUDED.matcher(text).results().map(found -> found.group(1)).flatMap(src -> src.contains("#{")
                ? files(PAGES.resolve(src.substring(1, src.indexOf("#{")))) : Stream.of(text(PAGES.resolve(src.substring(1))))).toList().stream());
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Reach::text).toList().stream();
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
