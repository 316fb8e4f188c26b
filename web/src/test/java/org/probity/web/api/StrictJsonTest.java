package org.probity.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.kernel.Refusal;

/** What reads a body of the API takes one document that says each thing once, and numbers in one spelling. */
class StrictJsonTest {

    record Inner(Long id, String words) {
    }

    record Outer(String words, Long id, Inner inner, List<Inner> list) {
    }

    @Test
    void readsADocumentAsItStands() {
        String json = "{\"words\":\"tŷ\",\"id\":7,\"inner\":{\"id\":null},\"list\":[{\"words\":\"a\"},{\"words\":\"a\"}]}";
        assertThat(read(json + " \n")).isEqualTo(new Outer("tŷ", 7L, new Inner(null, null), List.of(new Inner(null, "a"), new Inner(null, "a"))));
        try (var reader = Json.createReader(new StringReader(json))) {
            assertThat(StrictJson.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(reader.readValue());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"id\":1,\"id\":2}|id", "{\"words\":\"a\",\"id\":1,\"words\":\"a\"}|words", "{\"id\":1,\"\\u0069d\":2}|id",
        "{\"inner\":{\"id\":1,\"id\":1}}|inner.id", "{\"list\":[{},{\"words\":\"a\",\"words\":\"b\"}]}|list[1].words", "{\"id\":null,\"id\":2}|id"})
    void aFieldThatStandsTwiceIsRefusedByName(String json, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(json));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field, Refusal.Problem::key)
                .containsExactly(tuple(field, "api.refused.twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1}{\"id\":2}", "{\"id\":1} x", "{\"id\":1}]", "{\"id\":1}\u0000", "{\"id\":1},", "[]", "1", "\"id\"", "{\"id\":\u0661}", "{\"id\":01}",
        "{\"id\":+1}", "{'id':1}", "{\"id\":1,}", "{\"id\":NaN}", "", "{"})
    void whatIsNotOneDocumentIsABadRequest(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(RuntimeException.class).isNotInstanceOf(Refusal.class);
    }

    @Test
    @Timeout(20)
    void neitherDepthNorLengthNorNumbersOfDigitsCostAnything() {
        int many = 900_000;
        for (String json : List.of("{\"list\":" + "[".repeat(many), "{\"inner\":".repeat(100_000), "{\"id\":" + "1".repeat(many) + "}", "{\"id\":0." + "1".repeat(many) + "}",
                "{\"id\":1e" + "9".repeat(many) + "}", "{\"" + "a".repeat(many) + "\":1}", "{\"words\":\"" + "\\u0301".repeat(many / 6) + "\"}",
                "{" + "\"a\":1,".repeat(100_000) + "\"b\":1}")) {
            assertThatThrownBy(() -> read(json)).isInstanceOf(RuntimeException.class);
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> read("{\"inner\":{\"words\":\"" + "a".repeat(100_001) + "\"}}")).problems())
                .extracting(Refusal.Problem::field).containsExactly("inner.words");
    }

    /** Each would be told by its whole path, and kept as often as there are layers above. */
    @Test
    void whatIsWrongAtManyPlacesIsToldAtFew() {
        String deep = ("{\"" + "a".repeat(100) + "\":").repeat(18) + "[" + ("{\"" + "b".repeat(101) + "\":0},").repeat(499) + "{}]" + "}".repeat(18);
        for (String json : List.of(deep, "{\"list\":[" + "1,".repeat(499) + "1]}")) {
            assertThat(catchThrowableOfType(Refusal.class, () -> read(json)).problems()).hasSize(Refusal.MOST)
                    .allMatch(problem -> problem.field().length() <= 200);
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> read("{\"list\":[" + "{},".repeat(500) + "{}]}")).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("list", "api.refused.tooMany"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFF11\uFF12", "\u0661", "1e1", "+1", " 1", "1.0", "0x1", "99999999999999999999", "\u0967"})
    void aNumberOfAFormIsWrittenInTheDigitsOfAscii(String digits) {
        JsonObject form = Json.createObjectBuilder().add("id", digits).build();
        assertThat(catchThrowableOfType(Refusal.class, () -> RecordReader.readForm(form, Outer.class)).problems())
                .extracting(Refusal.Problem::field).containsExactly("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFF11\uFF12", "\u0661", "+1", "-1", "01", "0", "1 ", "1e3", "9999999999999999999", "", "\u0967"})
    void anAddressHasOneSpelling(String digits) {
        var numbers = new Numbers().getConverter(Long.class, Long.class, new Annotation[0]);
        assertThatThrownBy(() -> numbers.fromString(digits)).isInstanceOf(RuntimeException.class);
        assertThat(numbers.fromString("120")).isEqualTo(120L);
        assertThat(numbers.toString(120L)).isEqualTo("120");
    }

    private static Outer read(String json) {
        return RecordReader.read((JsonObject) StrictJson.read(json.getBytes(StandardCharsets.UTF_8)), Outer.class);
    }
}
