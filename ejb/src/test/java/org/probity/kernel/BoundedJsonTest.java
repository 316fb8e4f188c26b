package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept as JSON is of modest shape, and what is not brings no reader down. */
class BoundedJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", " { } ", "{\"a\":1}", "{\"a\":-0,\"b\":12.50,\"c\":true,\"d\":null,\"e\":false}", "{\"a\":[\"x\",\"\\\"\\\\\\u00e9\\n\"],\"b\":{\"c\":[]}}",
            "{\"a\":999999999999999999}", "{\"a\":[[[[[[[1]]]]]]]}", "{\r\n\t\"a\" : [ 1 , 2 ] }"})
    void anOrdinaryObjectFits(String json) {
        assertThat(BoundedJson.fits(json)).isTrue();
        assertThat(Json.object(json)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "[]", "\"a\"", "null", "{", "{}{}", "{} x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}", "{\"a\":[1,]}", "{\"a\":1]",
            "{\"a\":1e999999999}", "{\"a\":1E5}", "{\"a\":1e-999999999}", "{\"a\":1234567890123456789}", "{\"a\":0.123456789012345678}", "{\"a\":01}", "{\"a\":1.}",
            "{\"a\":-}", "{\"a\":+1}", "{\"a\":NaN}", "{\"a\":tru}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u123", "{\"a\":\"\n\"}", "{\"a\":\"x}",
            "{\"a\":[[[[[[[[1]]]]]]]]}", "not JSON"})
    void nothingElseDoes(String json) {
        assertThat(BoundedJson.fits(json)).isFalse();
        assertThat(Json.object(json)).isEmpty();
    }

    @Test
    void whatIsDeepOrFullOrLongIsNotParsed() {
        for (String json : List.of("{\"a\":" + "[".repeat(900), "{\"a\":".repeat(400_000), "{\"a\":" + "1".repeat(900_000) + "}",
                "{\"a\":[" + "1,".repeat(400_000) + "1]}", "{\"a\":[" + "[],".repeat(300_000) + "1]}")) {
            assertThat(BoundedJson.fits(json)).isFalse();
            assertThat(Json.object(json)).isEmpty();
        }
    }

    @Test
    void whatTheProgramWritesFits() {
        String json = Json.write(new TreeMap<>(Map.of("text", "\u0001 \"quoted\" \ud83d\ude00 Si\u00e2n\n", "list", List.of("a", "b"), "map", Map.of("5", 71L), "number",
                Integer.MIN_VALUE, "truth", true, "instant", java.time.Instant.EPOCH, "day", Days.LAST)));
        assertThat(BoundedJson.fits(json)).isTrue();
        assertThat(Json.object(json).orElseThrow()).containsEntry("list", List.of("a", "b"));
    }

    @Test
    void whatIsNotThereIsNoObject() {
        assertThat(Json.object(null)).isEmpty();
    }
}
