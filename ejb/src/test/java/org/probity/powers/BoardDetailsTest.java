package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;
import org.probity.tenancy.Deadlines;

/** Two administrators say how people reach the board; the mailbox so far, leads and auditors hear of it. */
class BoardDetailsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final ContactDetails BEFORE = new ContactDetails("conduct@example.org", null, null);
    private static final ContactDetails AFTER = new ContactDetails("desk@example.org", "Example House\n1 Example Street", "029 2018 0104");

    private final TestDatabase database = TestDatabase.get();
    private final String board = "d" + System.nanoTime();
    private final List<AccountAct> acts = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();
    private Caller first;
    private Caller second;

    @BeforeEach
    void aBoardWithTwoAdministrators() {
        database.run(board, entities -> entities.persist(new Board(board, board, null, "D" + System.nanoTime() % 1_000_000_000, Board.Country.ENGLAND, "#1d5b8f",
                false, BEFORE.contactEmail(), Deadlines.usual())));
        first = member("Ada Administrator", Role.ADMINISTRATOR);
        second = member("Bea Administrator", Role.ADMINISTRATOR);
        member("Lena Lead", Role.LEAD);
        member("Audrey Auditor", Role.AUDITOR);
        member("Olwen Officer", Role.OFFICER);
    }

    @Test
    void whatOneAdministratorAsksForIsSetOnceAnotherConfirmsIt() {
        assertThat(change(AFTER, contact().version())).isTrue();
        assertThat(contact().contact()).isEqualTo(BEFORE);
        assertThat(confirm(first)).isEqualTo("identity.refused.secondPerson");
        assertThat(contact().contact()).isEqualTo(BEFORE);

        assertThat(confirm(second)).isNull();
        assertThat(contact().contact()).isEqualTo(AFTER);
        assertThat(acts).filteredOn(act -> act.act().equals("board.contactChanged")).singleElement().returns("Bea Administrator", AccountAct::name)
                .extracting(AccountAct::after).isEqualTo(Map.of("email", "conduct@example.org → desk@example.org",
                        "postalAddress", "Example House, 1 Example Street", "telephone", "029 2018 0104"));
    }

    /** Who turns a board's mail to themself does not do so unheard. */
    @Test
    void theMailboxSoFarHearsBeforeAndAfterAndLeadsAndAuditorsAfter() {
        change(AFTER, null);
        assertThat(mailed).containsExactlyInAnyOrder("account.powerProposed Bea Administrator", "account.contactProposed conduct@example.org");
        mailed.clear();
        confirm(second);
        assertThat(mailed).containsExactlyInAnyOrder("account.contactChanged conduct@example.org", "account.powerChanged Lena Lead",
                "account.powerChanged Audrey Auditor");
    }

    @Test
    void whatIsStoppedOrOvertakenIsNotSet() {
        change(AFTER, null);
        assertThat(catchThrowableOfType(Refusal.class, () -> change(AFTER, null)).problems().get(0).key()).isEqualTo("identity.refused.changeWaits");
        call(second, (details, powers) -> {
            powers.stop(powers.waiting().get(0).id());
            return null;
        });
        assertThat(contact().contact()).isEqualTo(BEFORE);
        change(AFTER, null);
        database.run(board, entities -> entities.find(Board.class, board).reachedAt(new ContactDetails("other@example.org", null, null)));
        Refusal stale = catchThrowableOfType(Refusal.class, () -> call(second, (details, powers) -> {
            powers.confirm(powers.waiting().get(0).id());
            return null;
        }));
        assertThat(stale.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(contact().contact().contactEmail()).isEqualTo("other@example.org");
    }

    @Test
    void theSameAgainChangesNothing() {
        int seen = contact().version();
        assertThat(change(BEFORE, seen)).isFalse();
        assertThat(contact().version()).isEqualTo(seen);
        assertThat(mailed).isEmpty();
    }

    @Test
    void whoActsOnAnOlderVersionIsTold() {
        int seen = contact().version();
        change(AFTER, seen);
        confirm(second);
        assertThat(catchThrowableOfType(Refusal.class, () -> change(BEFORE, seen)).kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(contact().contact()).isEqualTo(AFTER);
    }

    @Test
    void whatCannotBeUsedIsRefusedFieldByField() {
        ContactDetails wrong = new ContactDetails("desk", "a\n".repeat(9), "ask");
        assertThat(catchThrowableOfType(Refusal.class, () -> change(wrong, null)).problems()).extracting(Refusal.Problem::field)
                .containsExactly("contactEmail", "postalAddress", "telephone");
    }

    @Test
    void theOperatorIsHeldToTheSameWhenABoardIsMade() {
        BoardOffice.NewBoard wrong = new BoardOffice.NewBoard("other", "Other", null, "OTHER", Board.Country.ENGLAND, "#1d5b8f",
                new ContactDetails(null, "a".repeat(301), "ask"));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TestDatabase.wire(new BoardOffice()).create(wrong));
        assertThat(refusal.problems()).extracting(Refusal.Problem::field).containsExactly("contactEmail", "postalAddress", "telephone");
    }

    @Test
    void noBoardHasTheFirstWordOfAnAddressOfTheInstallation() {
        BoardOffice.NewBoard operator = new BoardOffice.NewBoard("operator", "Other", null, "OTHER", Board.Country.ENGLAND, "#1d5b8f",
                new ContactDetails("board@example.org", "1 High Street", "029 2000 0000"));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TestDatabase.wire(new BoardOffice()).create(operator));
        assertThat(refusal.problems()).extracting(Refusal.Problem::key).containsExactly("tenancy.refused.taken");
    }

    /** The names of boards and organisations stand in mail like those of people. */
    @Test
    void noBoardOrOrganisationIsCalledLikeALink() {
        BoardOffice.NewBoard link = new BoardOffice.NewBoard("other", "Other www.attack.invalid", "https://attack.invalid", "OTHER", Board.Country.ENGLAND, "#1d5b8f",
                BEFORE);
        assertThat(catchThrowableOfType(Refusal.class, () -> TestDatabase.wire(new BoardOffice()).create(link)).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("name", "kernel.refused.name"), tuple("nameCy", "kernel.refused.name"));
        assertThat(catchThrowableOfType(Refusal.class, () -> database.run(board, entities -> TestDatabase.wire(new Administration(), entities)
                .addOrganisation("Other\nPay here", "www.attack.invalid", "other@example.org"))).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("name", "kernel.refused.name"), tuple("nameCy", "kernel.refused.name"));
        database.run(board, entities -> TestDatabase.wire(new Administration(), entities).addOrganisation("Other", " ", "other@example.org"));
    }

    private boolean change(ContactDetails wanted, Integer seen) {
        return call(first, (details, powers) -> details.change(wanted, seen));
    }

    private String confirm(Caller caller) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> call(caller, (details, powers) -> {
            powers.confirm(powers.waiting().get(0).id());
            return null;
        }));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private <T> T call(Caller caller, BiFunction<BoardDetails, PowerChanges, T> work) {
        return CurrentCaller.call(caller, () -> database.call(board, entities -> {
            BoardDetails details = new BoardDetails();
            Fired<Object> events = new Fired<>(event -> hear(details, event));
            AccountMailer accountMailer = TestDatabase.wire(new AccountMailer(), events);
            PowerProposals proposals = TestDatabase.wire(new PowerProposals(), entities, CLOCK, events, accountMailer,
                    TestDatabase.wire(new Members(), entities, CLOCK));
            TestDatabase.wire(details, CLOCK, events, accountMailer, proposals, TestDatabase.wire(new Boards(), entities));
            return work.apply(details, TestDatabase.wire(new PowerChanges(), entities, CLOCK, proposals));
        }));
    }

    private void hear(BoardDetails details, Object event) {
        if (event instanceof AccountMail mail) {
            mailed.add(mail.template() + " " + (mail.template().startsWith("account.contact") ? mail.address() : mail.name()));
        } else if (event instanceof AccountAct act) {
            acts.add(act);
        } else if (event instanceof PowerDecided decided) {
            details.hear(decided);
        }
    }

    private Caller member(String name, Role role) {
        return database.call(board, entities -> {
            String email = name.replace(" ", ".").toLowerCase(Locale.ROOT) + System.nanoTime() + "@example.org";
            Account account = new Account(email, name, email, "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member.caller(Language.EN);
        });
    }

    private Board contact() {
        return database.call(board, entities -> entities.find(Board.class, board));
    }
}
