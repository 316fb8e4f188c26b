package org.probity.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

class RecordReaderTest {

    record Inner(Long id, Language language) {
    }

    record Outer(String words, boolean yes, Boolean maybe, Integer count, LocalDate day, Instant moment, Inner inner, List<Inner> list,
            List<Long> ids, List<String> texts) {
    }

    @Test
    void readsEveryKindOfField() {
        Outer read = RecordReader.read(json("""
                {"words":"tŷ","yes":true,"maybe":false,"count":3,"day":"2026-05-31","moment":"2026-05-31T14:30:00+01:00",
                 "inner":{"id":7,"language":"CY"},"list":[{"id":8}],"ids":[1,2]}"""), Outer.class);
        assertThat(read).isEqualTo(new Outer("tŷ", true, false, 3, LocalDate.of(2026, 5, 31), Instant.parse("2026-05-31T13:30:00Z"),
                new Inner(7L, Language.CY), List.of(new Inner(8L, null)), List.of(1L, 2L), null));
    }

    @Test
    void whatIsAbsentIsNullOrFalse() {
        assertThat(RecordReader.read(json("{\"words\":null}"), Outer.class))
                .isEqualTo(new Outer(null, false, null, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\\t\\n", "\\u00a0", "\\u200b\\u2060", "\\u3164"})
    void textInWhichNothingCanBeSeenIsAbsent(String text) {
        assertThat(RecordReader.read(json("{\"words\":\"" + text + "\"}"), Outer.class).words()).isNull();
        assertThat(RecordReader.readForm(json("{\"words\":\"" + text + "\"}"), Outer.class).words()).isNull();
        assertThat(refused("{\"texts\":[\"one\",\"" + text + "\"]}")).containsExactly("texts[1]");
    }

    @Test
    void whatIsSeenIsReadAsItWasSent() {
        Outer read = RecordReader.read(json("{\"words\":\" a\\u200b \",\"texts\":[\" b \"]}"), Outer.class);
        assertThat(read.words()).isEqualTo(" a\u200b ");
        assertThat(read.texts()).containsExactly(" b ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"words\":1} | words", "{\"words\":\"a\\u0000b\"} | words", "{\"yes\":\"true\"} | yes", "{\"maybe\":0} | maybe",
        "{\"count\":1.5} | count", "{\"count\":3000000000} | count", "{\"count\":1e999999} | count", "{\"count\":\"3\"} | count",
        "{\"day\":\"31/05/2026\"} | day", "{\"day\":\"+999999-01-01\"} | day", "{\"day\":20260531} | day",
        "{\"day\":\"1899-12-31\"} | day", "{\"day\":\"2200-01-01\"} | day", "{\"moment\":\"1900-01-01T00:00:00+18:00\"} | moment", "{\"words\":\"a\\ud800b\"} | words",
        "{\"moment\":\"2026-05-31\"} | moment", "{\"inner\":[]} | inner", "{\"inner\":{\"language\":\"FR\"}} | inner.language",
        "{\"list\":{}} | list", "{\"list\":[null]} | list[0]", "{\"list\":[{},{\"id\":\"x\"}]} | list[1].id", "{\"ids\":[1,true]} | ids[1]",
        "{\"inner\":{\"secret\":1}} | inner.secret", "{\"word\":\"x\"} | word"})
    void whatCannotBeReadIsNamed(String json, String field) {
        assertThat(refused(json)).containsExactly(field);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(refused("{\"day\":\"x\",\"yes\":1,\"list\":[{\"id\":\"x\"}],\"other\":2}"))
                .containsExactlyInAnyOrder("day", "yes", "list[0].id", "other");
    }

    @Test
    void aFormSendsNumbersAndYesAndNoAsText() {
        Outer read = RecordReader.readForm(json("{\"yes\":\"true\",\"count\":\"3\",\"ids\":[\"1\",\"2\"]}"), Outer.class);
        assertThat(read).isEqualTo(new Outer(null, true, null, 3, null, null, null, null, List.of(1L, 2L), null));
    }

    private static List<String> refused(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> RecordReader.read(json(json), Outer.class));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        return refusal.problems().stream().map(Refusal.Problem::field).toList();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
