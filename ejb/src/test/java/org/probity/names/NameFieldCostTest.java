package org.probity.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Role;
import org.probity.member.MemberName;
import org.probity.member.Mention;
import org.probity.member.Mention.Candidate;
import org.probity.spelling.Likeness;
import org.probity.spelling.WordSpans;

/** What the field for a name costs that was filled as far as it goes, by whoever has no account. */
class NameFieldCostTest {

    /** Many times what it takes. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    /** Of which each word is asked for each of the four surnames and the first name of a member, and no more. */
    private static final int ASKED = 12;

    static Stream<String> fields() {
        return Stream.of("at Qqx ", "a b c ", "Qqx, ", "Qqx and ", "Evans and ", "Siân and ", "Siân-", "de-", "de la ", "van der ", "Siân ", "Evans ", "Siân Evans ", "S. ",
                "o ", "a ", "at the ", "in ysgol ", "at Qqx. ", "of Siân, ", "at at ", "Evans’s ", "Officer ", "Ward, ", "Ward at ", "called Ward ", "name is ", "(Siân) ", "Siân/", "a&", "Mr ",
                "the ", "lead ", "PC 1 ", "p c ", "Siân a ", "EVANS siân ", "Evans, Siân ", "Siân Qqx-", "guy ",
                "S. E. ", "S.E.", "Sarah-Jane ", "Siân Safegaurding ", "Siân Evans CHSCB ", "D. Eans ", "Mrs Ward ").map(NameFieldCostTest::filled);
    }

    private static String filled(String sign) {
        String end = "Evans";
        return sign.repeat((PersonName.LONGEST - end.length()) / sign.length()) + end;
    }

    @ParameterizedTest
    @MethodSource("fields")
    void wordsInTheFieldAreReadOnce(String typed) {
        AtomicInteger asked = new AtomicInteger();
        NameField field = new NameField(typed);
        assertTimeoutPreemptively(SHORT, () -> field.mayMean(PersonName.of("Siân van Evans-Ward"), Set.of(), (one, other) -> {
            asked.incrementAndGet();
            return Likeness.SLIP;
        }));
        assertThat(asked.get()).isLessThanOrEqualTo(ASKED * typed.length());
    }

    /** With everything else that a name is compared by, and many members. */
    @ParameterizedTest
    @ValueSource(strings = {"at Qqx ", "a b c ", "Siân and ", "Siân-", "de la ", "a&", "Evans, ", "Ward at ", "S.E. ", "D. Qqx ", "Safegaurding ", "Sian-Jane "})
    void aFieldFullOfThemIsComparedWithAThousandInNoTime(String sign) {
        List<Candidate> many = IntStream.range(0, 1000).mapToObj(i -> new Candidate((long) i, PersonName.of("Siân Qqx Evans"), Set.of(Role.OFFICER), true, Set.of(MemberName.READS))).toList();
        assertTimeoutPreemptively(SHORT, () -> {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            new Mention(filled(sign), null, "Something was posted.").meant(many);
            System.out.println("A field of '" + sign + "' and a thousand members: "
                    + Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before).toMillis() + " ms");
        });
    }

    /** A word is asked about once, however many places stand before it. */
    @Test
    void eachWordIsAskedOnceWhetherItIsSomebody() {
        String typed = filled("at Qqx ");
        AtomicInteger asked = new AtomicInteger();
        WordSpans spans = new WordSpans(typed, typed.toLowerCase(Locale.ROOT));
        new FieldPlaces(spans, at -> {
            asked.incrementAndGet();
            return at % 4 == 1;
        });
        assertThat(asked.get()).isLessThanOrEqualTo(spans.words().size());
    }
}
