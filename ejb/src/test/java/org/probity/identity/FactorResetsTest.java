package org.probity.identity;

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
import org.probity.identity.FactorReset.Ending;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/** A board decides over accounts that are its own alone, also on the day it is done. */
class FactorResetsTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T09:00:00Z");

    private final TestClock clock = new TestClock(ASKED);
    private final Account account = new Account("nesta", "Nesta", "nesta@example.org", "-", Language.EN, false);
    private final Set<String> boards = new TreeSet<>(Set.of("chscb"));
    private final List<Ending> ended = new ArrayList<>();
    private final List<Long> reset = new ArrayList<>();

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

    private String confirmed() {
        Caller other = new Caller(3L, null, "Another", Set.of(Role.ADMINISTRATOR), null, Language.EN);
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> CurrentBoard.run("chscb", () -> CurrentCaller.run(other, () -> resets("chscb").confirm(7L))));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private FactorResets resets(String board) {
        boards.forEach(account::joins);
        FactorReset waiting = new FactorReset(2L, board, "The telephone is lost", new Signature(ASKED, 1L, "Asker"));
        clock.advance(FactorReset.WAIT);
        return TestDatabase.wire(new FactorResets(), clock, rows(waiting), members(), new SecondFactors() {
            @Override
            public void reset(Long accountId) {
                reset.add(accountId);
            }
        }, new Letterbox() {
            @Override
            public void postAlone(AccountMail given) {
                // nobody reads it here
            }

            @Override
            public void noteAlone(AccountAct given) {
                // nobody reads it here
            }
        });
    }

    private FactorResetRows rows(FactorReset waiting) {
        return new FactorResetRows() {
            @Override
            public Account account(Long id) {
                return account;
            }

            @Override
            public FactorReset waiting(Long id) {
                return waiting;
            }

            @Override
            public List<FactorReset> open() {
                return List.of(waiting);
            }

            @Override
            public void end(Long id, Ending how) {
                ended.add(how);
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
