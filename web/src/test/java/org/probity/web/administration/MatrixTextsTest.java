package org.probity.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.AccessLevel;
import org.probity.access.Act;
import org.probity.access.Condition;
import org.probity.access.Role;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

class MatrixTextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyActConditionAndRoleHasItsOwnWords(Language language) {
        Stream<String> keys = Stream.of(Arrays.stream(Act.values()).map(act -> "identity.act." + act),
                Arrays.stream(Condition.values()).map(condition -> "identity.condition." + condition),
                Stream.of(AccessLevel.IN_SIGHT, AccessLevel.IN_CASE).map(standing -> "identity.standing." + standing),
                Arrays.stream(MatrixRoom.values()).map(room -> "administration.matrix.room." + room),
                Arrays.stream(Role.values()).map(role -> "identity.role." + role)).flatMap(part -> part);
        assertThat(keys.map(key -> Texts.find(language, key).orElseThrow(() -> new AssertionError(key)))).doesNotHaveDuplicates();
    }

    @Test
    void everyActStandsInOneRoom() {
        assertThat(Arrays.stream(MatrixRoom.values()).flatMap(room -> room.acts().stream())).containsExactlyInAnyOrder(Act.values());
    }
}
