package org.probity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.casework.People;
import org.probity.kernel.Language;
import org.probity.kernel.Like;
import org.probity.kernel.Refusal;
import org.probity.member.Person;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** What somebody looks for is looked for as they typed it: no sign of theirs stands for others, in any query. */
class LikeTest {

    private static final Pattern UNESCAPED = Pattern.compile("(?i) like (:\\w++|lower\\(:\\w++\\))(?! escape '!')");
    private static final Pattern JOINED = Pattern.compile("\"\\s*+\\+\\s*+\"");
    private static final Caller OFFICER = new Caller(9L, 1L, "Officer", Set.of(Role.OFFICER), null, Language.EN);

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final String BOARD = "signs";

    @BeforeAll
    static void name() {
        DATABASE.run(BOARD, entities -> {
            entities.persist(new Board(BOARD, "Board of Signs", null, "SIGNS", Board.Country.ENGLAND, "#1d5b8f", false, "a@example.org", Deadlines.usual()));
            List.of("Alun", "100%_!x").forEach(name -> {
                Person person = new Person(name, null, null, null, null, Language.EN);
                person.entersDirectory();
                entities.persist(person);
            });
        });
    }

    @Test
    void everyQueryEscapesAndTakesItsPatternFromOnePlace() throws IOException {
        List<String> open = new ArrayList<>();
        int queries = 0;
        for (Path source : WrittenPatterns.sources()) {
            String text = JOINED.matcher(Files.readString(source)).replaceAll("");
            if (UNESCAPED.matcher(text).find() || text.contains("KeyLike(") && !text.contains("KeyLike(Like.")) {
                open.add(source.getFileName().toString());
            }
            queries += text.contains(" like :") ? 1 : 0;
        }
        assertThat(open).isEmpty();
        assertThat(queries).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%", "__", "%%%%%%%%", "!!", "!%", "_%_", "%_%_%_%_"})
    void aWildcardFindsOnlyItself(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void whatIsTypedIsFoundInAnyCaseAndSignsOfPatternsToo() {
        assertThat(found("alu")).containsExactly("Alun");
        assertThat(found("0%_!")).containsExactly("100%_!x");
        assertThat(found(" ")).containsExactly("100%_!x", "Alun");
    }

    @Test
    void aTextThatNothingCouldHoldIsRefusedBeforeItIsLookedFor() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Like.holding("q", "x".repeat(Like.LONGEST + 1)));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field).containsExactly("q");
        assertThat(Like.beginning("q", "x".repeat(Like.LONGEST))).hasSize(Like.LONGEST + 1);
    }

    private static List<String> found(String text) {
        return CurrentCaller.call(OFFICER, () -> DATABASE.call(BOARD, entities ->
                TestDatabase.wire(new People(), entities).list(text).stream().map(People.PersonLine::name).toList()));
    }
}
