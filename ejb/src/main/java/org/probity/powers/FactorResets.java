package org.probity.powers;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.account.Account;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.account.SecondFactors;
import org.probity.account.SignIns;
import org.probity.account.SignedIn;
import org.probity.account.WarningLeft;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.powers.FactorReset.Ending;
import org.probity.tenancy.CurrentBoard;

/**
 * Sets second factors aside. A board's administrator asks for it for accounts that are their board's alone; for all others the
 * operator does. Every board of the account keeps it in its audit; one of them writes to the person, or the installation where they
 * are a member of none. Each step has its own transactions.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FactorResets {

    private static final int LONGEST_REASON = 1000;
    private static final String ASKED = "account.factorResetAsked";
    private static final String DONE = "account.secondFactorReset";

    /**
     * What waits.
     *
     * @param mine whether the caller may confirm it
     * @param due when it is done though nobody has confirmed it; null as long as the mail to its owner has not left, and it is done only
     *        when somebody confirms it
     */
    public record Line(Long id, String name, String reason, Instant at, String by, boolean mine, Instant due) {
    }

    @Inject
    private FactorResetRows rows;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private SignIns signIns;

    @Inject
    private Members members;

    @Inject
    private AccountMailer accountMailer;

    @Inject
    private Clock clock;

    /**
     * For a member of the current board, whose account must be this board's alone.
     *
     * @throws Refusal NOT_FOUND; INVALID on {@code reason}; STATE where it is the caller's own, the account belongs to another
     *     board too or to an operator, has no second factor, or is waited for already
     */
    @Permitted(Act.CHANGE_POWERS)
    public void ask(Long memberId, String reason) {
        new Checks().text("reason", reason, LONGEST_REASON).done();
        Member member = Optional.ofNullable(memberId).map(members::member).filter(m -> !m.hasEnded()).orElseThrow(Refusal::notFound);
        if (member.accountId().equals(CurrentCaller.get().accountId())) {
            throw Refusal.state("identity.refused.own");
        }
        String board = CurrentBoard.slug();
        Account account = CurrentBoard.outside(() -> rows.account(member.accountId()));
        if (!isAlone(account, board)) {
            throw Refusal.state("identity.refused.notAlone");
        }
        begin(account, board, reason);
    }

    private boolean isAlone(Account account, String board) {
        return !account.operator() && boardsOf(account).equals(List.of(board));
    }

    /**
     * For anybody, by the operator.
     *
     * @throws Refusal INVALID on {@code username} or {@code reason}; STATE where it is the operator's own, has no second factor, or
     *     is waited for already
     */
    @Permitted(Act.OPERATE_BOARDS)
    public void askFor(String username, String reason) {
        new Checks().required("username", username).text("reason", reason, LONGEST_REASON).done();
        Account account = signIns.find(username).orElseThrow(() -> Refusal.invalid("username", "identity.refused.noSuchAccount"));
        if (account.id().equals(CurrentCaller.get().accountId())) {
            throw Refusal.state("identity.refused.own");
        }
        begin(account, null, reason);
    }

    /**
     * For an operator, by whoever starts the server. What was asked for before goes on where its owner was told; where no mail has left,
     * such as for want of a mail server, it begins anew.
     *
     * @throws Refusal STATE where they have none
     */
    @Permitted(Act.CLOCKWORK)
    public void askForOperator(Account operator) {
        List<FactorReset> waiting = CurrentBoard.outside(() -> rows.of(operator.id()));
        if (waiting.stream().allMatch(reset -> reset.warning().until() == null)) {
            waiting.forEach(this::stop);
            begin(operator, null, "PROBITY_OPERATOR_LINK");
        }
    }

    private void begin(Account account, String board, String reason) {
        FactorReset reset = CurrentBoard.outside(() -> rows.ask(account.id(), board, reason));
        tell(account, ASKED, reset.warning().key(), ASKED);
    }

    /** Its owner has their day from now on. */
    @Permitted(Act.INTERNAL)
    public void warned(@Observes WarningLeft left) {
        CurrentBoard.outside(() -> {
            rows.warned(left);
            return null;
        });
    }

    /** What waits at the current board, for its administrators. */
    @Permitted(Act.ADMINISTER)
    public List<Line> atBoard() {
        String board = CurrentBoard.slug();
        return lines(reset -> board.equals(reset.board()));
    }

    /** What the operator has asked for and waits. */
    @Permitted(Act.OPERATE)
    public List<Line> ofOperators() {
        return lines(reset -> reset.board() == null);
    }

    private List<Line> lines(Predicate<FactorReset> wanted) {
        return CurrentBoard.outside(() -> rows.open().stream().filter(wanted).map(this::line).toList());
    }

    private Line line(FactorReset reset) {
        return new Line(reset.id(), rows.account(reset.accountId()).displayName(), reset.reason(), reset.signature().at(), reset.signature().name(),
                reset.isForAnother(CurrentCaller.get().accountId()), reset.warning().until());
    }

    /**
     * Another administrator of the board agrees: it is done now.
     *
     * @throws Refusal NOT_FOUND; STATE for who asked and whose it is, and where the account is no longer the board's alone
     */
    @Permitted(Act.CONFIRM_RESET)
    public void confirm(Long id) {
        confirm(id, CurrentBoard.slug());
    }

    /** Another operator agrees: it is done now. @throws Refusal NOT_FOUND; STATE for who asked and whose it is */
    @Permitted(Act.CONFIRM_OPERATION)
    public void confirmAsOperator(Long id) {
        confirm(id, null);
    }

    private void confirm(Long id, String board) {
        FactorReset reset = waiting(id, board);
        reset.requireSecondPerson(CurrentCaller.get());
        if (!isDeciders(reset)) {
            throw Refusal.state("identity.refused.notAlone");
        }
        carryOut(reset, Ending.CONFIRMED);
    }

    /** An administrator of the board stops it. @throws Refusal NOT_FOUND */
    @Permitted(Act.CHANGE_POWERS)
    public void stop(Long id) {
        stop(waiting(id, CurrentBoard.slug()));
    }

    /** An operator stops it. @throws Refusal NOT_FOUND */
    @Permitted(Act.OPERATE_BOARDS)
    public void stopAsOperator(Long id) {
        stop(waiting(id, null));
    }

    private FactorReset waiting(Long id, String board) {
        FactorReset reset = CurrentBoard.outside(() -> rows.waiting(id));
        if (board == null ? reset.board() != null : !board.equals(reset.board())) {
            throw Refusal.notFound();
        }
        return reset;
    }

    /** What is to be done with the person's own, since when and until when they can stop it. */
    @Permitted(Act.ENTER)
    public List<Line> mine(SignedIn me) {
        return !me.keepsOwnKeys() || me.owesSecondFactor() ? List.of() : lines(reset -> reset.accountId().equals(me.account().id()));
    }

    /** The person stops it. @throws Refusal NOT_FOUND where nothing of theirs waits */
    @Permitted(Act.ENTER)
    public void stop(SignedIn me, Long id) {
        if (mine(me).stream().noneMatch(line -> line.id().equals(id))) {
            throw Refusal.notFound();
        }
        stop(CurrentBoard.outside(() -> rows.waiting(id)));
    }

    private void stop(FactorReset reset) {
        end(reset, Ending.STOPPED);
        tell(account(reset), "account.factorResetStopped", null, null);
    }

    /** Does what nobody has stopped within its time; what has become more than the board's own to decide is not done. */
    @Permitted(Act.CLOCKWORK)
    public void carryOutDue() {
        Instant now = clock.instant();
        rows.open().stream().filter(reset -> reset.isDue(now)).forEach(this::due);
    }

    private void due(FactorReset reset) {
        if (isDeciders(reset)) {
            carryOut(reset, Ending.DUE);
        } else {
            stop(reset);
        }
    }

    /** The account may have joined another board since it was asked for. */
    private boolean isDeciders(FactorReset reset) {
        return reset.board() == null || isAlone(account(reset), reset.board());
    }

    private void carryOut(FactorReset reset, Ending how) {
        end(reset, how);
        CurrentBoard.outside(() -> {
            secondFactors.reset(reset.accountId());
            return null;
        });
        Account account = account(reset);
        tell(account, DONE, DONE + "/" + account.id() + "/" + clock.millis(), DONE);
    }

    private void end(FactorReset reset, Ending how) {
        CurrentBoard.outside(() -> {
            rows.end(reset.id(), how);
            return null;
        });
    }

    private Account account(FactorReset reset) {
        return CurrentBoard.outside(() -> rows.account(reset.accountId()));
    }

    /** Every board of the account keeps it in its audit. */
    private void tell(Account account, String act, String key, String template) {
        Caller caller = CurrentCaller.get();
        List<String> boards = boardsOf(account);
        for (String board : boards) {
            CurrentBoard.run(board, () -> accountMailer.noteAlone(new AccountAct(act, caller.accountId(), caller.name(),
                    Map.of("member", account.displayName()))));
        }
        if (template != null) {
            write(boards, new AccountMail(key, template, account.displayName(), account.email(), account.language(), "account", null, null));
        }
    }

    /** From the first of their boards, or from the installation. */
    private void write(List<String> boards, AccountMail mail) {
        if (boards.isEmpty()) {
            CurrentBoard.outside(() -> {
                accountMailer.postAlone(mail);
                return null;
            });
        } else {
            CurrentBoard.run(boards.get(0), () -> accountMailer.postAlone(mail));
        }
    }

    /** The boards the account is a member of now, in order. */
    private List<String> boardsOf(Account account) {
        return account.boards().stream().sorted().filter(board -> CurrentBoard.call(board,
                () -> members.caller(account.id(), account.language())).isPresent()).toList();
    }
}
