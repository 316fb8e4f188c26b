package org.probity.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.kernel.Language;

class HomesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chscb/worklist", "/chscb/investigations/CHSCB-2026-0042?page=2&view=TEAM"})
    void afterSignInOneComesBackToAPageOfOurs(String path) {
        assertThat(Homes.isOwnPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a//b", "/a\r\nSet-Cookie:x",
        "", "/signin?next=/signin", "/signout"})
    void afterSignInOneIsNeverSentElsewhere(String path) {
        assertThat(Homes.isOwnPath(path)).isFalse();
    }

    /** It is kept while somebody is away, also for strangers. */
    @Test
    void afterSignInOneComesBackToNoPathThatIsLongerThanOurs() {
        assertThat(Homes.isOwnPath("/" + "a".repeat(499))).isTrue();
        assertThat(Homes.isOwnPath("/" + "a".repeat(500))).isFalse();
    }

    @Test
    void theBusiestRoleDecidesTheFirstPage() {
        assertThat(Homes.start(caller(Role.LEAD, Role.OFFICER))).isEqualTo("worklist");
        assertThat(Homes.start(caller(Role.LEAD))).isEqualTo("approvals");
        assertThat(Homes.start(caller(Role.EMPLOYEE, Role.MANAGER))).isEqualTo("requests");
    }

    private static Caller caller(Role... roles) {
        return new Caller(1L, 2L, "A. Member", Set.of(roles), null, Language.EN);
    }
}
