package org.probity.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.identity.Act;
import org.probity.identity.Condition;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.web.kernel.Texts;

class MatrixTextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyActConditionAndRoleHasItsOwnWords(Language language) {
        Stream<String> keys = Stream.of(Arrays.stream(Act.values()).map(act -> "identity.act." + act),
                Arrays.stream(Condition.values()).map(condition -> "identity.condition." + condition),
                Arrays.stream(Role.values()).map(role -> "identity.role." + role)).flatMap(part -> part);
        assertThat(keys.map(key -> Texts.find(language, key).orElseThrow(() -> new AssertionError(key)))).doesNotHaveDuplicates();
    }
}
