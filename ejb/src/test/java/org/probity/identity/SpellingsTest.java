package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.identity.Namesakes.Namesake;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** However a reporter writes a member's name, the member is found; who only has an ordinary name is hardly ever taken for one. */
class SpellingsTest {

    /** The demonstration board's people, and some with names as they are. */
    private static final String DEMO = "spelled";

    /** A board whose sixty members have ordinary names themselves. */
    private static final String USUAL = "usual";

    private static final Map<String, String> OTHERS = Map.of("sian.obrien-jones@example.org", "Siân Rhiannon O’Brien-Jones",
            "e.thompson@example.org", "Elizabeth Anne Thompson", "lukasz@example.org", "Łukasz Kowalczyk",
            "will.llewellyn@example.org", "William Llewellyn", "f.hussain@example.org", "Fatima Zahra Hussain");

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final Map<String, Long> ACCOUNTS = new TreeMap<>();

    @BeforeAll
    static void members() throws IOException {
        board(DEMO);
        board(USUAL);
        Map<String, String> people = new TreeMap<>(OTHERS);
        try (InputStream demo = SpellingsTest.class.getResourceAsStream("/demo/chscb.json"); JsonReader json = Json.createReader(demo)) {
            json.readObject().getJsonArray("members").getValuesAs(jakarta.json.JsonObject.class)
                    .forEach(member -> people.put(member.getString("account"), member.getString("name")));
        }
        people.forEach((address, name) -> ACCOUNTS.put(address, member(DEMO, name, address)));
        List<String> usual = lines("ordinary.txt");
        for (int i = 0; i < 60; i++) {
            String name = usual.get(i * 22 + i % 7);
            member(USUAL, name, "member" + i + "@usual.example.org");
        }
    }

    @Test
    void everySpellingOfAMemberIsTheirs() throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> spellings = lines("spellings.txt");
        for (String line : spellings) {
            String[] parts = line.split(" \\| ", 4);
            String typed = ESCAPED.matcher(parts[2]).replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
            boolean inText = parts[1].equals("text");
            Long account = ACCOUNTS.get(parts[3]);
            if (meant(DEMO, inText ? "Somebody" : typed, inText ? typed : "Something was posted.").stream().noneMatch(one -> one.accountId().equals(account))) {
                missed.add(line);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(spellings.stream().filter(line -> !OTHERS.containsKey(line.substring(line.lastIndexOf(' ') + 1)))).hasSizeGreaterThan(500);
    }

    @Test
    void ordinaryNamesAreHardlyEverTakenForAMember() throws IOException {
        List<String> names = lines("ordinary.txt");
        assertThat(names).hasSizeGreaterThan(1000);
        Map<String, Collection<Namesake>> atDemo = falseWalls(DEMO, names);
        Map<String, Collection<Namesake>> atUsual = falseWalls(USUAL, names);
        System.out.println("False walls of " + names.size() + " ordinary names: " + atDemo.keySet() + " at the demonstration board, "
                + atUsual.size() + " among sixty ordinary members: " + atUsual.keySet());
        assertThat(atDemo).hasSizeLessThanOrEqualTo(8);
        assertThat(atUsual).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void endlessTextTakesNoTime() {
        for (String sign : List.of("a", "ﷺ", "\u0301", "(", "a b ", "a@", "@", "a@a.", ".", "𝐀", "’", "Chscb ")) {
            String endless = sign.repeat(400_000 / sign.length());
            assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5),
                    () -> meant(DEMO, endless, endless))).isNotNull();
        }
    }

    /** Names that are nobody's there, and are taken for somebody's. */
    private static Map<String, Collection<Namesake>> falseWalls(String board, List<String> names) {
        Map<String, Collection<Namesake>> walls = new TreeMap<>();
        Set<String> members = Set.copyOf(DATABASE.call(board, entities -> entities.createQuery("select m.name from Member m", String.class).getResultList()));
        names.stream().filter(name -> !members.contains(name)).forEach(name -> {
            List<Namesake> meant = meant(board, name, "A picture of " + name + " at work, with children in it, was posted.");
            if (!meant.isEmpty()) {
                walls.put(name, meant);
            }
        });
        return walls;
    }

    private static List<Namesake> meant(String board, String name, String text) {
        return DATABASE.call(board, entities -> TestDatabase.wire(new Namesakes(), entities).of(name, null, text));
    }

    private static Long member(String board, String name, String address) {
        return DATABASE.call(board, entities -> {
            Account account = new Account(board + address, name, address, "-", Language.EN, false);
            entities.persist(account);
            entities.persist(new Member(account, Set.of(Role.OFFICER), null));
            return account.id();
        });
    }

    private static void board(String slug) {
        DATABASE.run(slug, entities -> entities.persist(new Board(slug, slug, null, slug.toUpperCase(), Board.Country.ENGLAND, "#1d5b8f", false,
                slug + "@example.org", Deadlines.usual())));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = SpellingsTest.class.getResourceAsStream("/names/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
