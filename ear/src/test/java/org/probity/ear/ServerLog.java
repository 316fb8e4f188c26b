package org.probity.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server of the tests wrote. */
final class ServerLog {

    private static final int LINES = 20;

    private ServerLog() {
    }

    /** What the log calls an error, so that a report says the cause where the machine that ran the test is gone. */
    static String errorsIn(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" ERROR ") || line.contains("Caused by")).limit(LINES).collect(Collectors.joining("\n", "\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
