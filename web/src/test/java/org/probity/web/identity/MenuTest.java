package org.probity.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.kernel.Language;

class MenuTest {

    /** Whoever works for the board is offered it where there is something to answer; an employee's way in is that page. */
    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OPERATOR", "PUBLIC", "SYSTEM"}, mode = EnumSource.Mode.EXCLUDE)
    void whoWasAskedFindsItInTheMenuWhateverTheirRoleIs(Role role) {
        assertThat(offered(role, () -> true)).contains(Menu.REQUESTS);
        assertThat(offered(role, () -> false).contains(Menu.REQUESTS)).isEqualTo(role == Role.EMPLOYEE);
    }

    @Test
    void ofWhoeverIsOfferedItAnywayNothingIsAsked() {
        assertThat(offered(Role.EMPLOYEE, () -> {
            throw new AssertionError("asked for nothing");
        })).contains(Menu.REQUESTS);
    }

    private static List<Menu> offered(Role role, BooleanSupplier asked) {
        Caller caller = new Caller(1L, 1L, "Somebody", Set.of(role), null, Language.EN);
        return Arrays.stream(Menu.values()).filter(item -> item.offeredTo(caller, asked)).toList();
    }
}
