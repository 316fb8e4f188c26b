package org.probity.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.access.Role;
import org.probity.member.KnownAs;
import org.probity.member.MemberName;
import org.probity.spelling.Prefixes;

/** Names of two letters, surnames that are written apart or not, and surnames that are titles and other words: people have them. */
class ShortAndCommonNamesTest {

    private static final String MISSED = "missed, ";

    private final Map<String, KnownAs> members = new HashMap<>();

    @Test
    void whoeverHasSuchANameIsFoundByIt() throws IOException {
        List<String> spellings = lines("short-and-common.txt");
        Map<String, List<Boolean>> families = spellings.stream().collect(Collectors.groupingBy(line -> line.replace(MISSED, "").split(",| \\|")[0],
                TreeMap::new, Collectors.mapping(this::isFound, Collectors.toList())));
        families.forEach((family, found) -> System.out.println(family + ": " + found.stream().filter(each -> each).count() + " of " + found.size()));
        assertThat(spellings).hasSizeGreaterThan(1500);
        assertThat(spellings.stream().filter(line -> line.startsWith(MISSED))).hasSizeLessThan(spellings.size() / 50);
        assertThat(spellings.stream().filter(line -> !line.startsWith(MISSED) && !isFound(line))).isEmpty();
    }

    @Test
    void wordsThatAreNamesElsewhereMeanNobody() throws IOException {
        named();
        assertThat(lines("ordinary-words.txt").stream().filter(text -> isAnybodys("Somebody", text))).isEmpty();
        assertThat(lines("ordinary-fields.txt").stream().filter(name -> isAnybodys(name, "Something was posted."))).isEmpty();
        assertThat(lines("ordinary-letters.txt").stream().filter(text -> isAnybodys("Somebody", text))).isEmpty();
    }

    @Test
    void ordinaryNamesAreHardlyEverTakenForThem() throws IOException {
        named();
        List<String> names = lines("ordinary.txt");
        List<String> walls = names.stream().filter(name -> !members.containsKey(name) && isAnybodys(name, "A picture of " + name + " was posted."))
                .toList();
        System.out.println("False walls of " + names.size() + " ordinary names among " + members.size() + " such members: " + walls.size());
        assertThat(walls).hasSizeLessThanOrEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"Emma Jane Major, emma jane major", "Nurse Emma Jane Ward, emma jane ward", "'Emma Jane Ward, Nurse', emma jane ward",
        "Emma Jane Ward - NURSE, emma jane ward", "Wei Min Ma, ma min wei", "Emma Jane Ward MA, emma jane ward", "Major Emma Ward, emma ward"})
    void aRankBehindFirstNamesIsASurname(String typed, String key) {
        assertThat(PersonName.of(typed).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"Al-Hassan, AlHassan", "El Hassan, AlHassan", "van der Berg, vanderBerg", "St. John, StJohn", "Nora O Brien, Nora OBrien",
        "O. Brien, O. Brien", "O Brien, O Brien", "Mac Donald, McDonald", "'Macdonald, M.', 'Mcdonald, M.'", "Ap Rhys, ApRhys",
        "He went to an old place, He went to an old place"})
    void aSurnameIsOneWordHoweverItIsWritten(String typed, String closed) {
        assertThat(Prefixes.closed(typed, 100)).isEqualTo(closed);
    }

    private boolean isFound(String line) {
        String[] parts = line.split(" \\| ", 4);
        boolean inText = parts[1].equals("text");
        return member(parts[3]).mayBe(inText ? "Somebody" : parts[2], null, inText ? parts[2] : "Something was posted.");
    }

    private boolean isAnybodys(String name, String text) {
        return members.values().stream().anyMatch(member -> member.mayBe(name, null, text));
    }

    private void named() throws IOException {
        lines("short-and-common.txt").stream().map(line -> line.substring(line.lastIndexOf('|') + 2)).forEach(this::member);
    }

    private KnownAs member(String name) {
        return members.computeIfAbsent(name, none -> new KnownAs(1L, name, Set.of(Role.OFFICER), MemberName.forms(name, null, null)));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = ShortAndCommonNamesTest.class.getResourceAsStream("/names/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
