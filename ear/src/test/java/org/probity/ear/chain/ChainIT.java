package org.probity.ear.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.ear.Api;
import org.probity.ear.PostgresServer;

/** Many act at one board at once: its chain stays whole, and nobody is left waiting for good. What it costs, {@link ChainLoad} measures. */
class ChainIT {

    private static final int CLIENTS = 16;
    private static final int WARM_UP = 300;

    /** Of one person in the two periods that such a run may touch, with what is said of the rest; the others are counted. */
    private static final long DENIED_AT_MOST = 2 * 31 + 2;

    @TempDir
    private Path folder;

    @Test
    void theEmbeddedDatabaseKeepsUp() {
        try (ChainServer server = ChainServer.start("chain", 1020, folder, null)) {
            holds("H2", server);
        }
    }

    @Test
    void postgresKeepsUp() throws IOException, SQLException {
        try (PostgresServer database = PostgresServer.start();
                ChainServer server = ChainServer.start("chain-postgres", 1030, folder, database)) {
            holds("PostgreSQL", server);
        }
    }

    private static void holds(String name, ChainServer server) {
        stayWhole(name, server);
        assertThat(server.server().log()).doesNotContainIgnoringCase("deadlock");
    }

    private static void stayWhole(String name, ChainServer server) {
        Api auditor = new Api(server.server(), "chscb");
        Clients clients = new Clients(auditor, CLIENTS);
        try (clients) {
            clients.awaitMore(WARM_UP / 2);
            server.signToday();
            clients.awaitMore(WARM_UP / 2);
        }

        assertThat(clients.answers()).containsOnlyKeys("report 201", "answer 204", "note 201", "look 200", "try 403");
        JsonObject verdict = auditor.post("auditor", "audit/verification", Map.of()).json().getAsJsonObject("verdict");
        assertThat(verdict.get("kind").getAsString()).isEqualTo("WHOLE");
        assertThat(kept(server, "concern.reported")).isEqualTo(clients.answered("report", 201));
        assertThat(kept(server, "investigation.noted")).isEqualTo(clients.answered("note", 201));
        assertThat(kept(server, "audit.denied")).isBetween(1L, Math.min(DENIED_AT_MOST, clients.answered("try", 403)));
        Path exported = server.export("chscb");
        assertThat(server.verify(exported, server.checkpoints("chscb"), exported.resolve("checkpoint.pub")))
                .returns(0, ChainServer.Verified::code);
        say("%s: %d clients, %d acts, %d entries: the chain is whole", name, CLIENTS, clients.done(), verdict.get("entries").getAsLong());
    }

    private static long kept(ChainServer server, String act) {
        return server.count("chscb", "from audit_entry where board = 'chscb' and act = '" + act + "'");
    }

    private static void say(String text, Object... args) {
        System.out.println(String.format(Locale.ROOT, text, args));
    }
}
