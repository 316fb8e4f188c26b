package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.account.Account;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.account.SecondFactors;
import org.probity.account.SignIns;
import org.probity.account.WarningLeft;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Members;
import org.probity.powers.FactorReset.Ending;
import org.probity.tenancy.CurrentBoard;

/** A board decides over accounts that are its own alone, also on the day it is done. */
class FactorResetsTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T09:00:00Z");

    private final TestClock clock = new TestClock(ASKED);
    private final Account account = new Account("nesta", "Nesta", "nesta@example.org", "-", Language.EN, false) {
        @Override
        public Long id() {
            return 2L;
        }
    };
    private final Set<String> boards = new TreeSet<>(Set.of("chscb"));
    private final List<Ending> ended = new ArrayList<>();
    private final List<Long> reset = new ArrayList<>();
    private final List<FactorReset> waiting = new ArrayList<>();
    private final List<AccountMail> installations = new ArrayList<>();
    private final List<AccountMail> boardsMail = new ArrayList<>();

    @Test
    void itIsDoneWhereTheAccountIsStillTheBoardsAlone() {
        resets("chscb").carryOutDue();
        assertThat(ended).containsExactly(Ending.DUE);
        assertThat(reset).containsExactly(2L);
    }

    @Test
    void itIsNotDoneWhereTheAccountHasJoinedAnotherBoardMeanwhile() {
        boards.add("cwmtaf");
        resets("chscb").carryOutDue();
        assertThat(ended).containsExactly(Ending.STOPPED);
        assertThat(reset).isEmpty();
    }

    @Test
    void nobodyConfirmsItThenEither() {
        boards.add("cwmtaf");
        assertThat(confirmed()).isEqualTo("identity.refused.notAlone");
        assertThat(ended).isEmpty();
        assertThat(reset).isEmpty();
        boards.remove("cwmtaf");
        assertThat(confirmed()).isNull();
        assertThat(ended).containsExactly(Ending.CONFIRMED);
    }

    @Test
    void whatTheOperatorAskedForIsForEveryBoard() {
        boards.add("cwmtaf");
        resets(null).carryOutDue();
        assertThat(ended).containsExactly(Ending.DUE);
    }

    /** Operators are members of no board, and so is whoever was one: no board could write to them. */
    @Test
    void toSomebodyOfNoBoardTheInstallationWritesAndTheirDayBeginsWhenThatHasLeft() {
        boards.clear();
        FactorResets resets = resets();
        CurrentCaller.run(other(), () -> resets.askFor("nesta", "The telephone is lost"));
        assertThat(installations).singleElement().satisfies(mail -> assertThat(mail.address()).isEqualTo("nesta@example.org"));
        clock.advance(Warning.DAY.multipliedBy(30));
        resets.carryOutDue();
        assertThat(ended).as("not by one operator's word, told or not").isEmpty();

        resets.warned(new WarningLeft(installations.get(0).key(), clock.instant()));
        resets.carryOutDue();
        assertThat(ended).isEmpty();
        clock.advance(Warning.DAY);
        resets.carryOutDue();
        assertThat(ended).containsExactly(Ending.DUE);
        assertThat(installations).extracting(AccountMail::template).containsExactly("account.factorResetAsked", "account.secondFactorReset");
        assertThat(boardsMail).isEmpty();
    }

    @Test
    void toAMemberTheirBoardWrites() {
        CurrentCaller.run(other(), () -> resets().askFor("nesta", "The telephone is lost"));
        assertThat(boardsMail).extracting(AccountMail::template).containsExactly("account.factorResetAsked");
        assertThat(installations).isEmpty();
    }

    @Test
    void whoeverStartsTheServerAsksAnewWhereNoMailHasLeftAndLetsADayThatRunsGoOn() {
        boards.clear();
        FactorResets resets = resets();
        CurrentCaller.run(Caller.system(), () -> resets.askForOperator(account));
        clock.advance(Warning.DAY);
        CurrentCaller.run(Caller.system(), () -> resets.askForOperator(account));
        assertThat(ended).containsExactly(Ending.STOPPED);
        assertThat(installations).extracting(AccountMail::key).hasSize(2).doesNotHaveDuplicates();

        resets.warned(new WarningLeft(installations.get(1).key(), clock.instant()));
        CurrentCaller.run(Caller.system(), () -> resets.askForOperator(account));
        assertThat(installations).hasSize(2);
        assertThat(ended).hasSize(1);
    }

    private static Caller other() {
        return new Caller(3L, null, "Another", Set.of(Role.ADMINISTRATOR), null, Language.EN);
    }

    private String confirmed() {
        Caller other = other();
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> CurrentBoard.run("chscb", () -> CurrentCaller.run(other, () -> resets("chscb").confirm(7L))));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    /** Where one waits whose owner was told a day ago. */
    private FactorResets resets(String board) {
        FactorReset one = new FactorReset(2L, board, "The telephone is lost", new Signature(ASKED, 1L, "Asker"));
        one.warning().hears(new WarningLeft(one.warning().key(), ASKED));
        waiting.clear();
        waiting.add(one);
        clock.advance(Warning.DAY);
        return resets();
    }

    private FactorResets resets() {
        boards.forEach(account::joins);
        return TestDatabase.wire(new FactorResets(), clock, rows(), members(), signIns(), new SecondFactors() {
            @Override
            public void reset(Long accountId) {
                reset.add(accountId);
            }
        }, new AccountMailer() {
            @Override
            public void postAlone(AccountMail given) {
                (CurrentBoard.orNone() == null ? installations : boardsMail).add(given);
            }

            @Override
            public void noteAlone(AccountAct given) {
                // nobody reads it here
            }
        });
    }

    private SignIns signIns() {
        return new SignIns() {
            @Override
            public Optional<Account> find(String username) {
                return Optional.of(account);
            }
        };
    }

    private FactorResetRows rows() {
        return new FactorResetRows() {
            @Override
            public Account account(Long id) {
                return account;
            }

            @Override
            public FactorReset ask(Long accountId, String board, String reason) {
                waiting.add(new FactorReset(2L, board, reason, Signature.now(clock.instant())));
                return waiting.get(0);
            }

            @Override
            public void warned(WarningLeft left) {
                waiting.forEach(one -> one.warning().hears(left));
            }

            @Override
            public FactorReset waiting(Long id) {
                return waiting.get(0);
            }

            @Override
            public List<FactorReset> open() {
                return waiting.stream().filter(FactorReset::isOpen).toList();
            }

            @Override
            public List<FactorReset> of(Long accountId) {
                return open();
            }

            @Override
            public void end(Long id, Ending how) {
                ended.add(how);
                waiting.remove(0);
            }
        };
    }

    private Members members() {
        return new Members() {
            @Override
            public Optional<Caller> caller(Long accountId, Language language) {
                return Optional.of(Caller.reporter()).filter(any -> boards.contains(CurrentBoard.slug()));
            }
        };
    }
}
