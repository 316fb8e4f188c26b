package org.probity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.kernel.Language;

class ScopeTest {

    private static Caller bearer(Set<Role> roles, Scope... scopes) {
        return new Caller(1L, 1L, "Somebody", roles, null, Language.EN).within(Set.of(scopes));
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void everyActBelongsToOneScopeUnlessItNeedsNone(Act act) {
        assertThat(Scope.of(act).isPresent()).isEqualTo(Scope.isNeeded(act));
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void aTokenOfOneScopeDoesNothingOfAnother(Act act) {
        Set<Role> every = Set.of(Role.values());
        for (Scope scope : Scope.values()) {
            boolean may = act.allows(bearer(every, scope));
            assertThat(may).isEqualTo(!Scope.isNeeded(act) || Scope.of(act).orElseThrow() == scope);
        }
    }

    @Test
    void aScopeNeverWidensARole() {
        assertThat(Act.INVESTIGATE.allows(bearer(Set.of(Role.EMPLOYEE), Scope.values()))).isFalse();
    }

    @Test
    void aTokenForReadingOnlyReads() {
        Caller reader = bearer(Set.of(Role.OFFICER), Scope.READ);
        assertThat(Arrays.stream(Act.values()).filter(act -> act.allows(reader)).filter(act -> act != Act.ENTER))
                .isNotEmpty().allMatch(act -> act.name().startsWith("SEE_"));
    }

    @Test
    void theClockworkIsNotNarrowed() {
        assertThat(Act.INTERNAL.allows(Caller.system())).isTrue();
        assertThat(Act.CLOCKWORK.allows(Caller.system())).isTrue();
    }
}
