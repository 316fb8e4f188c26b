package org.probity.boardrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.TestDatabase;
import org.probity.tenancy.CaseDatabase;

/** The engine's own tables, without the engine: one process of two steps, which a test writes rows for. */
public final class FakeEngine implements EngineState {

    public static final String PROCESS = "content-removal@0123456789abcdef";
    static final String JOB = PROCESS + "/replyOverdue/timer-transition/DATE";
    static final String DEPLOYMENT = "deployment@0123456789abcdef";

    private static final Map<String, String> NAMES = Map.of("process-1", PROCESS, "job-1", JOB, "deployment-1", DEPLOYMENT);

    public FakeEngine() {
        TestDatabase.get();
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("select 1 from information_schema.tables where table_name = 'ACT_RU_EXECUTION'")) {
                if (there.next()) {
                    return;
                }
            }
            for (String part : List.of("engine", "history")) {
                statement.execute(script(part));
            }
            statement.execute("insert into act_re_procdef (id_, key_, version_, startable_) values ('process-1', 'content-removal', 1, true)");
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String script(String part) throws IOException {
        try (InputStream script = FakeEngine.class.getResourceAsStream("/org/camunda/bpm/engine/db/create/activiti.h2.create." + part + ".sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public Map<String, String> names() {
        return NAMES;
    }

    @Override
    public Map<String, String> ids() {
        return NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    @Override
    public Map<String, Set<String>> steps() {
        return Map.of(PROCESS, Set.of("sendRequest", "awaitReply", "replyOverdue"));
    }

    /** The tables there are, the engine's among them. */
    public static Catalogue catalogue() {
        new FakeEngine();
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            return Catalogue.of(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
