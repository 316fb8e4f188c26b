package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;

/** An administrator says how people reach the board. */
class BoardDetailsTest {

    private static final Caller ADMINISTRATOR = new Caller(1L, 1L, "Ada Administrator", Set.of(Role.ADMINISTRATOR), null, Language.EN);
    private static final ContactDetails BEFORE = new ContactDetails("conduct@cwmtaf.example.org", null, null);
    private static final ContactDetails AFTER = new ContactDetails("desk@example.org", "Example House\n1 Example Street", "029 2018 0104");

    private final Fired<AccountAct> told = new Fired<>();

    @AfterEach
    void asItWas() {
        act(details -> details.change(BEFORE, null));
    }

    @Test
    void whatIsSetStaysAndIsToldToTheAudit() {
        int seen = board().version();
        act(details -> details.change(AFTER, seen));
        assertThat(board().contact()).isEqualTo(AFTER);
        assertThat(told.all()).singleElement().returns("board.contactChanged", AccountAct::act).returns("Ada Administrator", AccountAct::name)
                .extracting(AccountAct::after).isEqualTo(Map.of("email", "conduct@cwmtaf.example.org → desk@example.org",
                        "postalAddress", "Example House, 1 Example Street", "telephone", "029 2018 0104"));
        act(details -> details.change(new ContactDetails("desk@example.org", null, "029 2018 0104"), null));
        assertThat(board().contact().postalAddress()).isNull();
        assertThat(told.all()).last().extracting(AccountAct::after)
                .isEqualTo(Map.of("postalAddress", "Example House, 1 Example Street → –"));
    }

    @Test
    void theSameAgainChangesNothing() {
        int seen = board().version();
        act(details -> details.change(BEFORE, seen));
        assertThat(board().version()).isEqualTo(seen);
        assertThat(told.all()).isEmpty();
    }

    @Test
    void whoActsOnAnOlderVersionIsTold() {
        int seen = board().version();
        act(details -> details.change(AFTER, seen));
        assertThat(refused(details -> details.change(BEFORE, seen)).kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(board().contact()).isEqualTo(AFTER);
    }

    @Test
    void whatCannotBeUsedIsRefusedFieldByField() {
        ContactDetails wrong = new ContactDetails("desk", "a\n".repeat(9), "ask");
        assertThat(refused(details -> details.change(wrong, null)).problems()).extracting(Refusal.Problem::field)
                .containsExactly("contactEmail", "postalAddress", "telephone");
        assertThat(board().contact()).isEqualTo(BEFORE);
    }

    @Test
    void theOperatorIsHeldToTheSameWhenABoardIsMade() {
        BoardOffice.NewBoard wrong = new BoardOffice.NewBoard("other", "Other", null, "OTHER", Board.Country.ENGLAND, "#1d5b8f",
                new ContactDetails(null, "a".repeat(301), "ask"));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TestDatabase.wire(new BoardOffice()).create(wrong));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field).containsExactly("contactEmail", "postalAddress", "telephone");
    }

    private Refusal refused(Consumer<BoardDetails> work) {
        return catchThrowableOfType(Refusal.class, () -> act(work));
    }

    private void act(Consumer<BoardDetails> work) {
        TestDatabase.get().run("cwmtaf", entities -> CurrentCaller.run(ADMINISTRATOR,
                () -> work.accept(TestDatabase.wire(new BoardDetails(), TestDatabase.wire(new Boards(), entities), told))));
    }

    private static Board board() {
        return TestDatabase.get().call("cwmtaf", entities -> entities.find(Board.class, "cwmtaf"));
    }
}
