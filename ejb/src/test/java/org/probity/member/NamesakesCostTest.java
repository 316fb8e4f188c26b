package org.probity.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.kernel.Letters;
import org.probity.member.Mention.Candidate;
import org.probity.member.Namesakes.Namesake;
import org.probity.names.PersonName;
import org.probity.spelling.Likeness;
import org.probity.spelling.LikenessIndex;
import org.probity.spelling.WordSpans;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** What a stranger's words cost at a large board, however they were made. */
class NamesakesCostTest {

    private static final String LARGE = "large";

    /** Many times what it takes, and a small part of what a comparison of everything with everything takes. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final TestDatabase DATABASE = TestDatabase.get();

    @BeforeAll
    static void members() throws IOException {
        List<String> names = read("ordinary.txt").lines().filter(line -> !line.startsWith("#")).limit(1000).toList();
        DATABASE.run(LARGE, entities -> {
            entities.persist(new Board(LARGE, LARGE, null, LARGE.toUpperCase(Locale.ROOT), Board.Country.ENGLAND, "#1d5b8f", false, "large@example.org",
                    Deadlines.usual()));
            IntStream.range(0, names.size()).forEach(i -> {
                Account account = new Account("large" + i, names.get(i), "m" + i + "@large.example.org", "-", Language.EN, false);
                entities.persist(account);
                entities.persist(new Member(account, Set.of(Role.OFFICER), null));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"costly-sounds.txt", "costly-handles.txt"})
    void wordsMadeToBeComparedWithEverybodyCostLittle(String file) throws IOException {
        String text = read(file);
        long before = cpu();
        meant("\u202e" + text.substring(0, PersonName.LONGEST), text);
        Duration taken = Duration.ofNanos(cpu() - before);
        System.out.println(file + " at a thousand members: " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(SHORT);
    }

    /** As long as a concern can be, and nothing in it but names that are like members'. */
    @Test
    void namesLikeMembersCostLittle() throws IOException {
        String names = read("ordinary.txt").lines().skip(1).map(name -> name.replace('i', 'y').replace("ck", "k").replace("e", "ee")).limit(900)
                .collect(Collectors.joining(" (a) "));
        long before = cpu();
        meant(names.substring(0, PersonName.LONGEST), names);
        Duration taken = Duration.ofNanos(cpu() - before);
        System.out.println(names.length() + " characters of names like a thousand members': " + taken.toMillis() + " ms");
        assertThat(names).hasSizeGreaterThan(12_000);
        assertThat(taken).isLessThan(SHORT);
    }

    /** As many different ones as a concern can hold, each of them like the names of many members. */
    @Test
    void handlesLikeMembersCostLittle() throws IOException {
        List<String> names = WordSpans.words(Letters.fold(read("ordinary.txt"), 100_000)).stream().filter(word -> word.length() < 6).distinct().limit(30).toList();
        String handles = IntStream.range(0, 30 * 26).mapToObj(i -> "@" + (char) ('a' + i % 26) + "." + names.get(i / 26)).collect(Collectors.joining(" "));
        long before = cpu();
        meant("bob/tim/dan/sue/ann/joe/".repeat(8), handles);
        Duration taken = Duration.ofNanos(cpu() - before);
        System.out.println(handles.length() + " characters of handles like a thousand members': " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(SHORT);
    }

    @Test
    void whoIsNamedAmongThemIsFound() throws IOException {
        String name = DATABASE.call(LARGE, entities -> entities.createQuery("select m.name from Member m where m.name like '% %' order by m.id",
                String.class).setMaxResults(1).getSingleResult());
        assertThat(meant(null, read("costly-handles.txt") + "\n" + name)).hasSize(1);
        assertThat(meant(null, read("costly-handles.txt") + "\n@" + Letters.fold(name, PersonName.LONGEST).replace(' ', '_') + "92")).isNotEmpty();
    }

    @Test
    void theIndexFindsWhatAComparisonWithEveryWordFinds() throws IOException {
        List<String> words = WordSpans.words(Letters.fold(read("ordinary.txt") + read("spellings.txt"), 200_000)).stream().distinct().limit(800).toList();
        LikenessIndex index = new LikenessIndex(words, words, Long.MAX_VALUE);
        assertThat(words).hasSize(800).allSatisfy(part -> assertThat(words.stream().filter(word -> index.of(word, part) != Likeness.of(word, part)))
                .isEmpty());
    }

    /** Where comparing ends, whoever was found by anything is somebody who may be meant. */
    @Test
    void nothingPassesBeyondTheLastComparison() {
        List<Candidate> two = List.of(candidate(1, "Alys Price"), candidate(2, "Owen Hughes"));
        String text = "Alys Price \u202eseen at work";
        assertThat(new Mention(null, null, text).meant(two)).containsExactly(new Namesake(1L, false));
        assertThat(new Mention(null, null, text, 1).meant(two)).containsExactly(new Namesake(1L, false), new Namesake(2L, false));
    }

    private static Candidate candidate(long account, String name) {
        return new Candidate(account, PersonName.of(name), Set.of(Role.OFFICER), true, Set.of());
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Namesake> meant(String name, String text) {
        return DATABASE.call(LARGE, entities -> TestDatabase.wire(new Namesakes(), entities).of(name, null, text));
    }

    private static String read(String file) throws IOException {
        try (InputStream in = NamesakesCostTest.class.getResourceAsStream("/names/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
