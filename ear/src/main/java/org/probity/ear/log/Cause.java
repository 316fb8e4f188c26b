package org.probity.ear.log;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was thrown, on one line: each exception down to the first, the state a database gave it, and where it came from. What
 * it says is told only where Probity itself threw it: drivers and parsers quote what they were given.
 */
final class Cause {

    private static final String OURS = "org.probity.";
    private static final int LONGEST = 300;
    private static final int DEEPEST = 8;
    private static final int FIRST_FRAMES = 2;
    private static final int OUR_FRAMES = 5;

    private Cause() {
    }

    static String of(Throwable thrown) {
        StringBuilder line = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = thrown; t != null && seen.size() < DEEPEST && seen.add(t); t = t.getCause()) {
            line.append(seen.size() == 1 ? " | " : " | caused by ").append(t.getClass().getName());
            if (t instanceof SQLException sql) {
                line.append('[').append(Plain.text(sql.getSQLState(), LONGEST)).append(' ').append(sql.getErrorCode()).append(']');
            }
            line.append(isOurs(t) ? ": " + Plain.text(t.getMessage(), LONGEST) : "").append(" at ").append(place(t.getStackTrace()));
        }
        return line.toString();
    }

    /** An exception that only passes on what another one says is not ours. */
    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        String message = thrown.getMessage();
        String passedOn = thrown.getCause() == null ? null : thrown.getCause().getMessage();
        return message != null && stack.length > 0 && stack[0].getClassName().startsWith(OURS)
                && (passedOn == null || passedOn.isEmpty() || !message.contains(passedOn));
    }

    private static String place(StackTraceElement[] stack) {
        List<StackTraceElement> first = Arrays.stream(stack).limit(FIRST_FRAMES).toList();
        List<StackTraceElement> ours = Arrays.stream(stack).skip(FIRST_FRAMES)
                .filter(frame -> frame.getClassName().startsWith(OURS) && frame.getLineNumber() > 0).limit(OUR_FRAMES).toList();
        return Stream.concat(first.stream(), ours.stream())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber()).collect(Collectors.joining(" < "));
    }
}
