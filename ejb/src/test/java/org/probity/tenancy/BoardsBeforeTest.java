package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Boards of today's release, of which nobody knew more than a mail address, are left as they are. */
class BoardsBeforeTest {

    private static final String TODAY = "341";

    @ParameterizedTest
    @EnumSource
    void aBoardHasNoAddressAndNoTelephoneUntilSomebodySetsThem(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(TODAY)) {
            before.insert("board", Map.of("slug", "chscb", "name", "City Board", "country", "ENGLAND", "contact_email", "desk@example.org"));
            before.migrate(null);
            assertThat(before.rows("select slug, name, contact_email, version from board")).containsExactly("chscb City Board desk@example.org 0");
            assertThat(before.rows("select slug from board where postal_address is null and telephone is null")).containsExactly("chscb");
        }
    }
}
