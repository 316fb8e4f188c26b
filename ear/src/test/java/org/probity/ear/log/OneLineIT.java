package org.probity.ear.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever logs what, and whatever somebody typed: one event is one line, and a library's words come without values. */
class OneLineIT {

    private static final String CASE = "Jane Doe was seen";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u001b[2K\u001b[1A", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\b", "\u009b2J", "\u0000", "\u202e", "\u2066", "\ud83d", "\u200b"})
    void noSignBeginsALineOrSteersATerminal(String sign) {
        String name = "x" + sign + "2026-11-22 10:00:00,000 INFO  [org.probity] (main) forged";
        for (ExtLogRecord event : new ExtLogRecord[] {event("org.probity.checkpoint.Chains", name, FormatStyle.NO_FORMAT), event("org.jboss.as.server", "WFLYSRV0001: %s", FormatStyle.PRINTF, name),
                event(name, "text", FormatStyle.NO_FORMAT), thrown("org.probity.x", new IllegalStateException(name))}) {
            event.setThreadName(name);
            String line = new OneLine().format(event);
            assertThat(line).endsWith(System.lineSeparator());
            assertThat(line.strip().codePoints().filter(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x202e || c == 0x2066 || c == 0xd83d || c == 0x200b)).isEmpty();
        }
    }

    @Test
    void aLibraryIsToldWithoutItsValues() {
        assertThat(line(event("io.undertow.request", "UT005023: Exception handling request to %s", FormatStyle.PRINTF, CASE))).contains("UT005023: Exception handling request to %s");
        assertThat(line(event("org.camunda.bpm.engine.context", "ENGINE-16006 " + CASE, FormatStyle.NO_FORMAT))).contains("ENGINE-16006 (not quoted)");
        assertThat(line(event("stderr", CASE, FormatStyle.NO_FORMAT))).contains("(not quoted)");
        assertThat(line(event("jakarta.faces.x", "Cannot convert {0}", FormatStyle.MESSAGE_FORMAT, CASE))).contains("Cannot convert {0}");
        assertThat(new OneLine().format(event("org.jboss.as.server", "WFLYSRV0010: Deployed %s", FormatStyle.PRINTF, "probity.ear"))).contains("Deployed probity.ear");
        assertThat(new OneLine().format(event("org.probity.demo.DemoData", "  password     100% {0}", FormatStyle.NO_FORMAT))).contains(") " + "  password     100% {0}");
    }

    @Test
    void whatALibraryThrowsIsToldByItsKindItsStateAndWhereItCameFrom() {
        SQLException refused = new SQLException("Key (name)=(" + CASE + ") already exists", "23505", 7);
        refused.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.postgresql.Driver", "run", "Driver.java", 3), new StackTraceElement("java.lang.Thread", "run", "T.java", 4),
                new StackTraceElement("org.probity.removal.Removals", "send", "Removals.java", 5)});
        String line = line(thrown("org.probity.web.api.Problem", new IllegalStateException(new IllegalStateException("because " + refused.getMessage(), refused))));
        assertThat(line).contains("java.lang.IllegalStateException at org.probity.ear.log.OneLineIT").contains(
                "caused by java.sql.SQLException[23505 7] at org.postgresql.Driver.run:3 < java.lang.Thread.run:4 < org.probity.removal.Removals.send:5");
        assertThat(line(thrown("x", new NumberFormatException("For input string: \"" + CASE + "\"") {
            @Override
            public StackTraceElement[] getStackTrace() {
                return new StackTraceElement[] {new StackTraceElement("java.lang.Long", "parseLong", "Long.java", 1)};
            }
        }))).contains("java.lang.Long.parseLong:1");
        assertThat(line(thrown("x", new IllegalStateException("Checkpoints without their key")))).contains("IllegalStateException: Checkpoints without their key at");
    }

    @Test
    void whatIsThrownInACircleOrByNobodyIsToldToo() {
        Exception first = new IllegalStateException("first");
        Exception second = new IllegalArgumentException("second", first);
        first.initCause(second);
        second.setStackTrace(new StackTraceElement[0]);
        assertThat(line(thrown("x", first))).contains("IllegalStateException").contains("IllegalArgumentException");
        assertThat(line(new ExtLogRecord(Level.INFO, null, "x"))).contains("(not quoted)");
    }

    private static String line(ExtLogRecord event) {
        String line = new OneLine().format(event);
        assertThat(line).doesNotContain(CASE);
        return line;
    }

    private static ExtLogRecord thrown(String logger, Exception thrown) {
        ExtLogRecord event = event(logger, "Something failed", FormatStyle.NO_FORMAT);
        event.setThrown(thrown);
        return event;
    }

    private static ExtLogRecord event(String logger, String message, FormatStyle style, Object... values) {
        ExtLogRecord event = new ExtLogRecord(Level.ERROR, message, style, OneLineIT.class.getName());
        event.setLoggerName(logger);
        event.setParameters(values.length == 0 ? null : values);
        return event;
    }
}
