package org.probity.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.probity.TestClock;

class QuietFaultsTest {

    private static final SQLException REFUSED = new SQLException("Connection to localhost:5432 refused.\nmore", "08001");

    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final QuietFaults filter = new QuietFaults(clock);

    @Test
    void aLostDatabaseIsOneLineAndThenOneAMinuteWithACount() {
        List<String> told = new ArrayList<>();
        for (int second = 0; second < 150; second++) {
            for (int n = 0; n < 40; n++) {
                tell(told, line("any", "trouble", new IllegalStateException(new RuntimeException(REFUSED))));
                tell(told, line("org.hibernate.engine.jdbc.spi.SqlExceptionHelper", "SQL Error: 0, SQLState: 08001", null));
                tell(told, line("org.jboss.jca.core", "IJ000621: Destroying connection", null));
            }
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(told).containsExactly("The database is away: SQLException Connection to localhost:5432 refused.",
                "The database is away since 2026-11-22T10:00:00Z, which was stumbled over 4801 times",
                "The database is away since 2026-11-22T10:00:00Z, which was stumbled over 9601 times");
    }

    @Test
    void whatElseGoesWrongMeanwhileIsTold() {
        List<String> told = new ArrayList<>();
        tell(told, line("any", "first", REFUSED));
        tell(told, line("any", "something else", new IllegalStateException("x")));
        tell(told, line("org.probity.any", "a line without an exception", null));
        tell(told, line("org.hibernate.any", "a line about the same", null));
        clock.advance(Duration.ofMinutes(2));
        tell(told, line("org.hibernate.any", "a line about something else", null));
        tell(told, line("any", "gone again", REFUSED));
        assertThat(told).containsExactly("The database is away: SQLException Connection to localhost:5432 refused.", "something else",
                "a line without an exception", "a line about something else",
                "The database is away: SQLException Connection to localhost:5432 refused.");
    }

    @Test
    void everyHandlerIsAnsweredAlike() {
        LogRecord first = line("any", "first", REFUSED);
        assertThat(filter.isLoggable(first)).isTrue();
        assertThat(filter.isLoggable(first)).isTrue();
        LogRecord second = line("any", "second", REFUSED);
        assertThat(filter.isLoggable(second)).isFalse();
        assertThat(filter.isLoggable(second)).isFalse();
    }

    @Test
    void somebodyWhoHangsUpIsALineWithoutAStack() {
        for (IOException cut : List.of(new IOException("Broken pipe"), new IOException("Connection reset by peer"), new ClosedChannelException(),
                new IOException("UT000128: Remote peer closed connection before all data could be read"))) {
            LogRecord line = line("io.undertow", "UT005023", new IllegalStateException(cut));
            assertThat(filter.isLoggable(line)).isTrue();
            assertThat(line.getThrown()).isNull();
            assertThat(line.getMessage()).startsWith("A client hung up");
        }
        LogRecord full = line("any", "disk", new IOException("No space left on device"));
        assertThat(filter.isLoggable(full)).isTrue();
        assertThat(full.getThrown()).isNotNull();
    }

    @Test
    void anOutageIsKnownInWhateverWrapsIt() {
        RuntimeException rolledBack = new RuntimeException("rolled back");
        rolledBack.addSuppressed(new SQLException("terminating connection due to administrator command", "57P01"));
        SQLException closed = new SQLException("Database is already closed", "90121", 90_121);
        for (Throwable outage : List.of(REFUSED, new RuntimeException(new RuntimeException(REFUSED)), rolledBack, closed,
                new SQLException("cut", "08006", new IOException("Broken pipe")))) {
            assertThat(Faults.isOutage(outage)).isTrue();
            assertThat(Faults.isHangUp(outage)).isFalse();
        }
        assertThat(Faults.isOutage(new SQLException("duplicate key", "23505"))).isFalse();
        assertThat(Faults.isOutage(new SQLException("no state"))).isFalse();
        assertThat(Faults.isOutage(null)).isFalse();
    }

    private void tell(List<String> told, LogRecord line) {
        if (filter.isLoggable(line)) {
            told.add(line.getMessage());
        }
    }

    private static LogRecord line(String from, String message, Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, message);
        line.setLoggerName(from);
        line.setThrown(thrown);
        return line;
    }
}
