package org.probity.ear;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a Chromium or Chrome on this machine, or gets one: from the distribution where it may, else from Playwright's download. */
final class Chromium {

    /** The one that draws no window of its own comes first: it needs half the work. */
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable", "chrome.exe");

    private static final List<Path> USUAL_PLACES = Stream.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe").map(Path::of).toList();

    private Chromium() {
    }

    /** The installed browser; empty when Playwright's own, which it finds by itself, has been downloaded instead. */
    static Optional<Path> provide() {
        Optional<Path> found = installed();
        if (found.isEmpty() && isRootOnDebian()) {
            installFromDistribution();
            found = installed();
        }
        if (found.isEmpty() && !downloaded()) {
            throw new IllegalStateException("The browser tests need Chromium or Chrome: none is installed, and neither the distribution's"
                    + " package nor Playwright's download could be had. Install one of them and run the tests again.");
        }
        return found;
    }

    private static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> onPath = Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, USUAL_PLACES.stream()).filter(Files::isExecutable).filter(Chromium::runs).findFirst();
    }

    /** A distribution may leave a script of this name that only says how to get the browser. */
    private static boolean runs(Path browser) {
        return File.separatorChar == '\\' || run(Map.of(), List.of(browser.toString(), "--version"));
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static void installFromDistribution() {
        Map<String, String> quietly = Map.of("DEBIAN_FRONTEND", "noninteractive");
        run(quietly, List.of("apt-get", "update", "-qq"));
        for (String browser : List.of("chromium-headless-shell", "chromium")) {
            if (run(quietly, List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", browser, "fonts-liberation"))) {
                return;
            }
        }
    }

    private static boolean downloaded() {
        return playwright("install", "--with-deps", "chromium") || playwright("install", "chromium");
    }

    private static boolean playwright(String... arguments) {
        Stream<String> java = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), "com.microsoft.playwright.CLI");
        return run(Map.of(), Stream.concat(java, Stream.of(arguments)).toList());
    }

    private static boolean run(Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
