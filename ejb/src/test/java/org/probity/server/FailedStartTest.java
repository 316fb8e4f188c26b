package org.probity.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedStartTest {

    private static final Logger PROBITY = Logger.getLogger("org.probity");

    private final List<String> said = new ArrayList<>();
    private final Handler listener = new Handler() {

        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held open
        }
    };
    private int ended;
    private final FailedStart handler = new FailedStart(Map.of(), () -> ended++);

    @BeforeEach
    void listen() {
        PROBITY.addHandler(listener);
    }

    @AfterEach
    void leave() {
        PROBITY.removeHandler(listener);
    }

    @Test
    void aServerThatStartedWithErrorsEndsAndSaysWhatWentWrongFirst() {
        handler.publish(line("org.jboss.msc.service.fail", "MSC000001", new IllegalStateException("outer", new IllegalStateException("PROBITY_X is wrong\nmore"))));
        handler.publish(line("org.jboss.msc.service.fail", "MSC000001", new IllegalStateException("what followed from it")));
        assertThat(ended).isZero();
        handler.publish(line("org.jboss.as", "WFLYSRV0026: WildFly started (with errors) in 7 ms", null));
        assertThat(ended).isEqualTo(1);
        assertThat(said).containsExactly("Probity does not start: PROBITY_X is wrong");
    }

    @Test
    void theLineMayComeAsAParameter() {
        LogRecord line = line("org.jboss.as", "%s", null);
        line.setParameters(new Object[] {"WFLYSRV0026: WildFly started (with errors)"});
        handler.publish(line);
        assertThat(ended).isEqualTo(1);
        assertThat(said).containsExactly("Probity does not start: see above");
    }

    @Test
    void aSettingThatMakesNoSenseIsNamedWhateverElseWentWrong() {
        FailedStart configured = new FailedStart(Map.of("PROBITY_DB_POOL", "many"), () -> ended++);
        configured.publish(line("org.jboss.msc.service.fail", "MSC000001", new IllegalStateException("some part of the server")));
        configured.publish(line("org.jboss.as", "WFLYSRV0026: WildFly started (with errors)", null));
        assertThat(said).containsExactly("Probity does not start: PROBITY_DB_POOL has to be a number from 2 to 1000");
    }

    @Test
    void nothingElseEndsIt() {
        handler.publish(line("org.jboss.as", "WFLYSRV0025: WildFly started in 7 ms", null));
        handler.publish(line("org.probity", "a request failed", new IllegalStateException("x")));
        handler.publish(line(null, null, null));
        assertThat(ended).isZero();
        assertThat(said).isEmpty();
    }

    /** What a request brought stands in lines of the log, in the message or beside it. */
    @Test
    void nobodyEndsItByAnAddress() {
        for (String from : List.of("io.undertow.request", "org.probity", "org.jboss.as", "org.jboss.as.ejb3")) {
            LogRecord line = line(from, "UT005023: Exception handling request to %s", new IllegalStateException("WFLYSRV0026"));
            line.setParameters(new Object[] {"/WFLYSRV0026"});
            handler.publish(line);
        }
        handler.publish(line("io.undertow.request", "WFLYSRV0026: WildFly started (with errors)", null));
        assertThat(ended).isZero();
    }

    private static LogRecord line(String from, String message, Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, message);
        line.setLoggerName(from);
        line.setThrown(thrown);
        return line;
    }
}
