package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server on PostgreSQL may not be told. */
class PreparedDatabaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"PROBITY_DB_OWNER_USER", "PROBITY_DB_OWNER_PASSWORD"})
    void aServerIsNotToldWhoOwnsTheTables(String name) {
        assertThatThrownBy(() -> PreparedDatabase.requireNoOwner(Map.of("PROBITY_DB_USER", "probity", name, "a secret")))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith(name).hasMessageNotContaining("a secret");
        assertThatCode(() -> PreparedDatabase.requireNoOwner(Map.of("PROBITY_DB_USER", "probity", "PROBITY_DB_PASSWORD", "b secret")))
                .doesNotThrowAnyException();
    }
}
