package org.probity.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Map<String, String> POSTGRES = Map.of("PROBITY_DB_DRIVER", "postgresql", "PROBITY_DB_URL", "jdbc:postgresql://db:5432/probity",
            "PROBITY_DB_USER", "probity", "PROBITY_DB_PASSWORD", "a b");

    @Test
    void nothingSetIsFine() {
        assertThatCode(() -> Settings.require(Map.of("HOME", ""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROBITY_DEMO=true", "PROBITY_DEMO=False", "PROBITY_DB_POOL=32", "PROBITY_QUERY_SECONDS=20", "PROBITY_SMTP_PORT=465", "PROBITY_SMTP_TLS=true",
        "PROBITY_MAIL_FROM=probity@example.org", "PROBITY_MAIL_FROM=The board <probity@example.org>", "PROBITY_URL=http://localhost:8080/",
        "PROBITY_URL=https://probity.example.org", "PROBITY_BIND=0.0.0.0", "PROBITY_BIND=::1", "PROBITY_NODE=node-1.a_b", "PROBITY_DATA=no/such/folder",
        "PROBITY_SESSION_MINUTES=5", "PROBITY_DB_URL=jdbc:h2:file:/data/probity;X=Y", "PROBITY_BEHIND_PROXY=true"})
    void whatMakesSenseIsTaken(String setting) {
        assertThat(Settings.problems(one(setting))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROBITY_DEMO=yes", "PROBITY_DEMO=0", "PROBITY_DEMO=", "PROBITY_DB_DRIVER=mysql", "PROBITY_DB_DRIVER=", "PROBITY_DB_POOL=0",
        "PROBITY_DB_POOL=1001", "PROBITY_QUERY_SECONDS=0", "PROBITY_QUERY_SECONDS=20s", "PROBITY_DB_POOL=-3", "PROBITY_DB_POOL=99999999999", "PROBITY_DB_POOL=\u0663\u0662", "PROBITY_DB_URL=localhost/probity",
        "PROBITY_DB_URL=jdbc:postgresql://db/probity", "PROBITY_SMTP_PORT=65536", "PROBITY_SMTP_PORT=smtp", "PROBITY_SMTP_HOST=a b", "PROBITY_SMTP_TLS=maybe",
        "PROBITY_SMTP_USER=u", "PROBITY_SMTP_PASSWORD=p", "PROBITY_MAIL_FROM=probity", "PROBITY_BEHIND_PROXY=1", "PROBITY_SSO_INTERNAL=on",
        "PROBITY_SESSION_MINUTES=4", "PROBITY_SESSION_MINUTES=never", "PROBITY_SESSION_HOURS=0", "PROBITY_SESSIONS=0", "PROBITY_URL=probity.example.org",
        "PROBITY_URL=ftp://probity.example.org", "PROBITY_URL=https://", "PROBITY_URL=https://u@host", "PROBITY_URL=https://host/?q", "PROBITY_URL=https://ho st",
        "PROBITY_BIND=not.an.address.invalid", "PROBITY_BIND=256.1.1.1", "PROBITY_NODE=a b", "PROBITY_NODE=one-that-is-far-too-long-for-it", "PROBITY_DATA=  ",
        "PROBITY_KEYS=\0", "PROBITY_BEHIND_PROXY=true\r", "PROBITY_SSO_INTERNAL=true ", "PROBITY_DEMO= false", "PROBITY_DB_DRIVER=h2\r", "PROBITY_DATA=/data\r",
        "PROBITY_URL=https://probity.example.org\r", "PROBITY_QUERY_SECONDS=20\n"})
    void whatMakesNoneStopsTheStartInOneLineThatNamesTheVariable(String setting) {
        assertThatThrownBy(() -> Settings.require(one(setting))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(setting.substring(0, setting.indexOf('='))).message().hasLineCount(1);
    }

    @Test
    void aFolderThatIsAFileIsNone(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (String variable : new String[] {"PROBITY_DATA", "PROBITY_KEYS", "PROBITY_ARCHIVES", "PROBITY_CHECKPOINTS"}) {
            assertThat(Settings.problems(Map.of(variable, folder.toString()))).isEmpty();
            assertThat(Settings.problems(Map.of(variable, file.toString()))).singleElement().asString().startsWith(variable);
        }
    }

    @Test
    void theOwnerOfTheTablesIsNamedWhole() {
        assertThat(Settings.problems(Map.of("PROBITY_DB_OWNER_USER", "owner"))).singleElement().asString().contains("have to be set together");
        assertThat(Settings.problems(Map.of("PROBITY_DB_OWNER_USER", "owner", "PROBITY_DB_OWNER_PASSWORD", "a secret"))).isEmpty();
    }

    @Test
    void onPostgresqlEverythingIsSaidByName() {
        assertThat(Settings.problems(POSTGRES)).isEmpty();
        POSTGRES.keySet().stream().filter(name -> !name.equals("PROBITY_DB_DRIVER")).forEach(name -> {
            Map<String, String> without = new HashMap<>(POSTGRES);
            without.remove(name);
            assertThat(Settings.problems(without)).as(name).contains(name + " has to be set on PostgreSQL");
        });
    }

    @Test
    void whatWasGivenIsNotRepeatedSinceItMayBeAPasswordInTheWrongPlace() {
        assertThat(Settings.problems(Map.of("PROBITY_DB_URL", "hunter2", "PROBITY_SMTP_PORT", "hunter2"))).hasSizeGreaterThan(1)
                .noneMatch(problem -> problem.contains("hunter2"));
    }

    private static Map<String, String> one(String setting) {
        int equals = setting.indexOf('=');
        return Map.of(setting.substring(0, equals), setting.substring(equals + 1));
    }
}
