package org.probity.ear.attack;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.probity.ear.Server;

/** The log as an attacker would like to write in it: both where the server keeps it and where its process tells it. */
final class LogLines {

    private static final Pattern START = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d,\\d{3} (TRACE|DEBUG|INFO |WARN |WARNING|ERROR|SEVERE|FATAL) \\[[^]]*] \\(.*");
    private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e]");

    /** What the Java machine itself says while it starts. */
    private static final Pattern OF_JAVA = Pattern.compile("(WARNING|OpenJDK 64-Bit Server VM warning): .*|Picked up .*");

    private LogLines() {
    }

    /** Lines that begin as no event does, that steer a terminal, or that hold one of these texts. */
    static List<String> wrong(Server server, String... texts) {
        return Stream.concat(server.logFile().lines(), server.log().lines().filter(line -> !OF_JAVA.matcher(line).matches()))
                .filter(line -> !START.matcher(line).matches() || STEERING.matcher(line).find() || Stream.of(texts).anyMatch(line::contains)).toList();
    }
}
