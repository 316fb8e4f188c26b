package org.probity.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.probity.member.Member;
import org.probity.member.Namesakes;
import org.probity.member.Namesakes.Namesake;
import org.probity.names.LoneNames;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** However a reporter writes a member's name, the member is found; who only has an ordinary name is hardly ever taken for one. */
class SpellingsTest {

    /** The demonstration board's people, and some with names as they are. */
    private static final String DEMO = "spelled";

    /** A board whose sixty members have ordinary names themselves. */
    private static final String USUAL = "usual";

    /** A board of the people whose names are disguised. */
    private static final String NAMED = "named";

    /** A board of the people whose names are heard, shortened and mistyped. */
    private static final String EARNEST = "earnest";

    private static final String MISSED = "missed, ";

    private static final Map<String, String> DISGUISED = Map.ofEntries(named("Siân Evans"), named("Alys Price"), named("Owen Hughes"),
            named("Carys Davies"), named("Dylan Thomas"), named("Megan Roberts"), named("Rhys Griffiths"), named("Gareth Morgan"),
            named("Lowri Phillips"), named("Elin Lewis"), named("Martin Wright"), named("Sarah Mitchell"), named("Christopher Bennett"),
            named("Emily Clarke"), named("Kathleen O’Connor"), named("William Turner"),
            named("Jörg Müller"), named("Guenther Schroeder"), named("Mary McDonald"), named("Sean O Neill"), named("Grace Rhiannon Bowen-Parry"));

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
        board(NAMED);
        board(EARNEST);
        lines("in-earnest.txt").stream().map(line -> line.substring(line.lastIndexOf('|') + 2)).distinct()
                .forEach(name -> ACCOUNTS.put(name, member(EARNEST, name, Letters.fold(name, 100).replace(' ', '.') + "@earnest.example.org")));
        DISGUISED.forEach((address, name) -> ACCOUNTS.put(address, member(NAMED, name, address)));
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
        List<String> spellings = lines("spellings.txt");
        assertThat(spellings.stream().filter(line -> !isFound(DEMO, line))).isEmpty();
        assertThat(spellings.stream().filter(line -> !OTHERS.containsKey(line.substring(line.lastIndexOf(' ') + 1)))).hasSizeGreaterThan(500);
    }

    @Test
    void nobodyIsSomebodyElseInDisguise() throws IOException {
        List<String> spellings = lines("disguises.txt");
        count(NAMED, spellings);
        assertThat(spellings).hasSizeGreaterThan(1000);
        assertThat(spellings.stream().filter(line -> !isFound(NAMED, line))).isEmpty();
    }

    @Test
    void whoeverWritesInEarnestIsUnderstood() throws IOException {
        List<String> spellings = lines("in-earnest.txt");
        count(EARNEST, spellings);
        assertThat(spellings).hasSizeGreaterThan(700);
        assertThat(spellings.stream().filter(line -> line.startsWith(MISSED))).hasSizeLessThan(spellings.size() / 15);
        assertThat(spellings.stream().filter(line -> !line.startsWith(MISSED) && !isFound(EARNEST, line))).isEmpty();
    }

    @Test
    void concernsAboutOthersMeanNoMember() throws IOException {
        List<String> texts = lines("ordinary-texts.txt");
        assertThat(texts.stream().filter(text -> !meant(DEMO, null, text).isEmpty() || !meant(USUAL, null, text).isEmpty())).isEmpty();
    }

    @Test
    void aLetterThatIsNobodysInitialMeansNoMember() throws IOException {
        assertThat(lines("ordinary-letters.txt").stream().filter(text -> !meant(EARNEST, null, text).isEmpty())).isEmpty();
    }

    private static void count(String board, List<String> spellings) {
        Map<String, List<Boolean>> families = spellings.stream().collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(" | ")),
                TreeMap::new, Collectors.mapping(line -> isFound(board, line), Collectors.toList())));
        families.forEach((family, found) -> System.out.println(family + ": " + found.stream().filter(each -> each).count() + " of " + found.size()));
    }

    private static boolean isFound(String board, String line) {
        String[] parts = line.split(" \\| ", 4);
        String typed = ESCAPED.matcher(parts[2]).replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        boolean inText = parts[1].equals("text");
        Long account = ACCOUNTS.get(parts[3]);
        return meant(board, inText ? "Somebody" : typed, inText ? typed : "Something was posted.").stream().anyMatch(one -> one.accountId().equals(account));
    }

    private static Map.Entry<String, String> named(String name) {
        return Map.entry(Letters.fold(name, 100).replace(' ', '.') + "@named.example.org", name);
    }

    @Test
    void handlesOfOthersAreHardlyEverTakenForAMembers() throws IOException {
        List<String> names = lines("ordinary.txt");
        Map<String, Collection<Namesake>> walls = falseWalls(USUAL, names, name -> "Posted by @" + Letters.fold(name, 100).replace(' ', '.') + "_92 at work.");
        System.out.println("False walls of " + names.size() + " handles among sixty ordinary members: " + walls.size() + " " + walls.keySet());
        assertThat(walls).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void ordinaryNamesAreHardlyEverTakenForAMember() throws IOException {
        List<String> names = lines("ordinary.txt");
        assertThat(names).hasSizeGreaterThan(1000);
        Map<String, Collection<Namesake>> atDemo = falseWalls(DEMO, names, SpellingsTest::beside);
        Map<String, Collection<Namesake>> atUsual = falseWalls(USUAL, names, SpellingsTest::beside);
        System.out.println("False walls of " + names.size() + " ordinary names: " + atDemo.keySet() + " at the demonstration board, "
                + atUsual.size() + " among sixty ordinary members: " + atUsual.keySet());
        assertThat(atDemo).hasSizeLessThanOrEqualTo(8);
        assertThat(atUsual).hasSizeLessThanOrEqualTo(40);
    }

    /** Only who has a single name is somebody else for what stands beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"%s %s", "Officer %s %s", "PC %s %s", "%s %s, safeguarding team", "%s %s at the board", "%s %s - NURSE", "David and %s %s",
        "%1$s, surname %2$s", "First name: %s. Last name: %s"})
    void aWholeNameIsNoSingleOneWhateverStandsBesideIt(String pattern) throws IOException {
        assertThat(lines("ordinary.txt").stream().map(name -> name.split(" ", 2)).map(name -> pattern.formatted(name[0], name[1]))
                .filter(typed -> LoneNames.of(typed).findAny().isPresent() || LoneNames.of(typed.toLowerCase(Locale.ROOT)).findAny().isPresent())).isEmpty();
    }

    @Test
    void aSurnameBeforeAFirstNameIsHardlyEverASingleOne() throws IOException {
        List<String> names = lines("ordinary.txt");
        assertThat(names.stream().map(name -> name.split(" ", 2)).map(name -> name[1] + ", " + name[0])
                .filter(typed -> LoneNames.of(typed).findAny().isPresent())).hasSizeLessThan(names.size() / 100);
    }

    @Test
    void anInitialIsNoBeginningOfASurname() {
        assertThat(meant(NAMED, "O. Turner", null)).isEmpty();
        assertThat(meant(NAMED, "D. Turner", null)).isEmpty();
    }

    @Test
    void twoNamesInARowAreHardlyEverTakenForAMembers() throws IOException {
        Set<String> members = members(USUAL);
        List<String> names = lines("ordinary.txt").stream().filter(name -> !members.contains(name)).toList();
        List<String> pairs = IntStream.range(1, names.size()).mapToObj(i -> names.get(i * 7 % names.size()) + " and " + names.get(i * 13 % names.size())).toList();
        Map<String, Collection<Namesake>> walls = falseWalls(USUAL, pairs, pair -> "Posted by @nobody: " + pair + " at a party.");
        System.out.println("False walls of " + pairs.size() + " pairs of names among sixty ordinary members: " + walls.size() + " " + walls.keySet());
        assertThat(walls).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void endlessTextTakesNoTime() {
        for (String sign : List.of("a", "ﷺ", "\u0301", "(", "a b ", "a@", "@", "a@a.", ".", "𝐀", "’", "%41", "%25", "&#65;", "&amp;",
                "o ", "mc", "o’a", "ö", "bob/tim/dan/", "pc a,", "name ", "first name ", "Chscb ")) {
            String endless = sign.repeat(400_000 / sign.length());
            assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5),
                    () -> meant(DEMO, endless, endless))).isNotNull();
        }
    }

    /** Names that are nobody's there, and are taken for somebody's. */
    private static Map<String, Collection<Namesake>> falseWalls(String board, List<String> names, UnaryOperator<String> text) {
        Map<String, Collection<Namesake>> walls = new TreeMap<>();
        Set<String> members = members(board);
        names.stream().filter(name -> !members.contains(name)).forEach(name -> {
            List<Namesake> meant = meant(board, text.apply(name).contains("@") ? null : name, text.apply(name));
            if (!meant.isEmpty()) {
                walls.put(name, meant);
            }
        });
        return walls;
    }

    private static Set<String> members(String board) {
        return Set.copyOf(DATABASE.call(board, entities -> entities.createQuery("select m.name from Member m", String.class).getResultList()));
    }

    private static String beside(String name) {
        return "A picture of " + name + " at work, with children in it, was posted.";
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
        DATABASE.run(slug, entities -> entities.persist(new Board(slug, slug, null, slug.toUpperCase(Locale.ROOT), Board.Country.ENGLAND, "#1d5b8f", false,
                slug + "@example.org", Deadlines.usual())));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = SpellingsTest.class.getResourceAsStream("/names/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
