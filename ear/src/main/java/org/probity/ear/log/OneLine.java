package org.probity.ear.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * One event, one line, whoever wrote it. What could begin another line or steer a terminal is written as its number. What
 * a library says while it works for somebody is told without the values in it: they are what people typed into a case. Only
 * Probity itself and what starts and stops the server are quoted.
 */
public final class OneLine extends ExtFormatter {

    /** Longest message kept, in characters. */
    private static final int LONGEST = 2_000;

    private static final List<String> QUOTED = List.of("org.probity.", "org.probity ", "org.jboss.as.", "org.jboss.as ", "org.jboss.msc.", "org.jboss.modules.",
            "org.jboss.threads.", "org.wildfly.", "org.xnio.", "org.flywaydb.");

    /** What the makers of a library call an event, such as {@code UT005023}. */
    private static final Pattern NUMBERED = Pattern.compile("[A-Z]{2,12}-?[0-9]{3,8}(?![A-Za-z0-9])");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Override
    public String format(ExtLogRecord event) {
        StringBuilder line = new StringBuilder(TIME.format(event.getInstant()));
        line.append(' ').append(String.format("%-5s", event.getLevel())).append(" [").append(Plain.text(event.getLoggerName(), LONGEST))
                .append("] (").append(Plain.text(event.getThreadName(), LONGEST)).append(") ").append(Plain.text(told(event), LONGEST));
        if (event.getThrown() != null) {
            line.append(Cause.of(event.getThrown()));
        }
        return line.append(System.lineSeparator()).toString();
    }

    private static String told(ExtLogRecord event) {
        String logger = event.getLoggerName() + " ";
        if (QUOTED.stream().anyMatch(logger::startsWith)) {
            return event.getFormattedMessage();
        }
        return event.getParameters() != null && event.getParameters().length > 0 ? event.getMessage() : numbered(event.getMessage());
    }

    /** A message that came whole: where it ends and where its values begin nobody can say. */
    private static String numbered(String message) {
        String start = message == null ? "" : message.substring(0, Math.min(message.length(), LONGEST));
        Matcher number = NUMBERED.matcher(start);
        return (number.lookingAt() ? number.group() + " " : "") + "(not quoted)";
    }
}
