package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whoever starts Probity reads its stages, what goes wrong, and last how to sign in, once they can. */
class ConsoleIT {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void eachStageIsALineAndTheRestOfTheServersWordsIsNone() {
        console.follow(said("""
                02:48:12,985 INFO  [org.jboss.as] (MSC service thread 1-3) WFLYSRV0049: WildFly 39.0.1.Final starting
                2026-11-25 02:48:16,396 INFO  [org.xnio] (MSC service thread 1-5) XNIO version 3.8.16.Final
                2026-11-25 02:48:31,153 INFO  [org.jboss.as.jpa] (ServerService Thread Pool -- 65) WFLYJPA0003: Starting Persistence Unit Service
                2026-11-25 02:48:31,870 INFO  [org.hibernate.Version] (ServerService Thread Pool -- 65) HHH000412: Hibernate ORM core version %s
                """));
        assertThat(lines()).containsExactly("Starting the server …", "Opening the database …");
    }

    @Test
    void howToSignInComesLastAndWithoutTheTimeOnceTheServerAnswers() {
        console.tell("2026-11-25 02:48:47,283 INFO  [org.probity.demo.DemoData] (main) Probity as a demonstration");
        console.tell("2026-11-25 02:48:47,304 INFO  [org.probity.demo.DemoData] (main)   chscb-officer@example.org    take up a concern");
        assertThat(lines()).isEmpty();
        console.ready("http://localhost:8080");
        assertThat(lines()).containsExactly("", "Probity as a demonstration", "  chscb-officer@example.org    take up a concern",
                "Probity answers at http://localhost:8080; Ctrl-C ends it.");
        console.tell("2026-11-25 02:50:00,000 INFO  [org.probity.server.QuietFaults] (main) The database answers again");
        assertThat(lines()).endsWith("The database answers again");
    }

    @Test
    void whatGoesWrongIsSaidAtOnce() {
        console.tell("2026-11-25 02:48:47,283 ERROR [org.jboss.as] (Controller Boot Thread) WFLYSRV0026: started (with errors)");
        console.tell("2026-11-25 02:48:47,283 SEVERE [org.probity] (main) Probity does not start: PROBITY_DB_POOL has to be a number");
        console.tell("Error: Could not find or load main class");
        assertThat(lines()).containsExactly("ERROR WFLYSRV0026: started (with errors)",
                "SEVERE Probity does not start: PROBITY_DB_POOL has to be a number", "Error: Could not find or load main class");
    }

    private static ByteArrayInputStream said(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private String[] lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
    }
}
