package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.Condition;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.account.Account;
import org.probity.account.AccountMail;
import org.probity.account.AccountMailer;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.member.Directory;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.Memberships;
import org.probity.member.Organisation;

/** Lead, administrator and auditor are given and taken away by two people, and officers and HR partners made by two; it is about neither. */
class PowerChangesTest {

    private static final String BOARD = "cwmtaf";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final Caller OPERATOR = new Caller(-77L, null, "An Operator", Set.of(Role.OPERATOR), null, Language.EN);

    private final TestDatabase database = TestDatabase.get();
    private final List<Object> fired = new ArrayList<>();
    private Caller first;
    private Caller second;
    private Caller officer;
    private Caller lead;

    @BeforeEach
    void aBoardOfItsOwnPeople() {
        database.run(BOARD, entities -> entities.createQuery("select m from Member m where m.endedAt is null", Member.class).getResultStream()
                .forEach(member -> member.ends(CLOCK.instant())));
        first = member("Ada Administrator", Role.ADMINISTRATOR);
        second = member("Bea Administrator", Role.ADMINISTRATOR);
        officer = member("Olwen Officer", Role.OFFICER);
        lead = member("Lena Lead", Role.LEAD);
    }

    /** Every role, given to and taken from somebody with and without others. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheRolesWithPowerOverOthersTakeTwo(Role role) {
        for (Set<Role> others : List.of(EnumSet.noneOf(Role.class), EnumSet.of(Role.OFFICER), EnumSet.allOf(Role.class))) {
            Set<Role> without = EnumSet.copyOf(others);
            without.remove(role);
            Set<Role> with = EnumSet.copyOf(without);
            with.add(role);
            boolean power = Set.of(Role.LEAD, Role.ADMINISTRATOR, Role.AUDITOR).contains(role);
            assertThat(PowerChange.touches(without, with)).isEqualTo(power || readsCases(role));
            assertThat(PowerChange.touches(with, without)).isEqualTo(power);
            assertThat(PowerChange.touches(with, with)).isFalse();
        }
    }

    /** By the matrix: whatever shows what is in cases of others, or who may see them. */
    private static boolean readsCases(Role role) {
        return Stream.of(Act.SEE_INVESTIGATION, Act.SEE_TIMELINE, Act.SEE_REQUESTS, Act.SEE_REFERRALS, Act.SEE_AUDIT)
                .flatMap(act -> act.conditions(role).stream()).anyMatch(conditions -> !conditions.contains(Condition.SUBJECT));
    }

    @Test
    void whatASecondAdministratorConfirmsIsDoneAndNotBefore() {
        as(first, changes -> changes.changeRoles(officer.memberId(), Set.of(Role.OFFICER, Role.LEAD), "She leads now"));
        assertThat(roles(officer)).containsExactly(Role.OFFICER);
        assertThat(mailed("account.powerProposed")).containsExactly("Bea Administrator");
        Long id = waiting();
        assertThat(refused(first, changes -> changes.confirm(id))).isEqualTo("identity.refused.secondPerson");
        assertThat(refused(officer, changes -> changes.confirm(id))).isEqualTo("identity.refused.secondPerson");
        assertThat(refused(OPERATOR, changes -> changes.confirm(id))).isEqualTo("identity.refused.boardDecides");
        as(second, changes -> changes.confirm(id));
        assertThat(roles(officer)).containsExactlyInAnyOrder(Role.OFFICER, Role.LEAD);
        assertThat(mailed("account.powerChanged")).containsExactlyInAnyOrder("Lena Lead", "Olwen Officer");
        assertThat(acts()).containsSubsequence("account.powerProposed", "account.powerConfirmed", "account.memberRoles");
        assertThat(refused(second, changes -> changes.confirm(id))).as("once").isEqualTo("kernel.refused.notFound");
    }

    @Test
    void whatNeedsNoSecondIsDoneAtOnce() {
        as(first, changes -> changes.changeRoles(officer.memberId(), Set.of(Role.OFFICER, Role.MANAGER), "x"), "identity.refused.needsOrganisation");
        as(first, changes -> changes.end(officer.memberId(), "Has left"));
        assertThat(database.<Boolean>call(BOARD, entities -> entities.find(Member.class, officer.memberId()).hasEnded())).isTrue();
    }

    @Test
    void anAdministratorIsNoneAnyMoreOnlyByTwoOthers() {
        as(first, changes -> changes.end(second.memberId(), "Has left"));
        Long id = waiting();
        assertThat(refused(second, changes -> changes.confirm(id))).isEqualTo("identity.refused.secondPerson");
        assertThat(refused(second, changes -> changes.stop(id))).isEqualTo("identity.refused.own");
        as(OPERATOR, changes -> changes.confirm(id));
        assertThat(database.<Boolean>call(BOARD, entities -> entities.find(Member.class, second.memberId()).hasEnded())).isTrue();
    }

    @Test
    void nobodyDecidesOverTheirOwn() {
        for (Set<Role> roles : List.of(Set.of(Role.ADMINISTRATOR, Role.LEAD), Set.of(Role.ADMINISTRATOR, Role.OFFICER), Set.of(Role.AUDITOR))) {
            assertThat(refused(first, changes -> changes.changeRoles(first.memberId(), roles, "Why not"))).isEqualTo("identity.refused.own");
        }
        assertThat(refused(first, changes -> changes.end(first.memberId(), "Why not"))).isEqualTo("identity.refused.own");
    }

    @Test
    void whatIsStoppedOrOvertakenIsNotDone() {
        as(first, changes -> changes.changeRoles(officer.memberId(), Set.of(Role.AUDITOR), "x"));
        assertThat(refused(second, changes -> changes.end(officer.memberId(), "y"))).as("officers need no second").isNull();
        assertThat(refused(second, changes -> changes.confirm(waiting()))).isEqualTo("kernel.refused.notFound");
        as(first, changes -> changes.changeRoles(lead.memberId(), Set.of(Role.OFFICER), "x"));
        assertThat(refused(second, changes -> changes.end(lead.memberId(), "y"))).isEqualTo("identity.refused.changeWaits");
        Long id = waiting();
        as(first, changes -> changes.stop(id));
        assertThat(refused(second, changes -> changes.confirm(id))).isEqualTo("kernel.refused.notFound");
        assertThat(roles(lead)).containsExactly(Role.LEAD);
    }

    @Test
    void anInvitationToPowerLeavesWhenASecondHasConfirmedItAndAnotherAtOnce() {
        Consumer<Invitations> lead = invitations -> invitations.invite(new Administration.NewMember("New Lead", "new" + System.nanoTime() + "@example.org",
                Set.of(Role.LEAD), null, Language.EN));
        inviting(first, lead);
        assertThat(mailed("account.invitation")).isEmpty();
        assertThat(line()).satisfies(waiting -> assertThat(waiting.email()).startsWith("new").endsWith("@example.org"));
        assertThat(told(AccountAct.class, act -> act.after().containsKey("email") ? act.act() : null)).containsExactly("account.invited", "account.powerProposed");
        assertThat(refused(first, changes -> changes.confirm(waiting()))).isEqualTo("identity.refused.secondPerson");
        as(second, changes -> changes.confirm(waiting()));
        assertThat(mailed("account.invitation")).containsExactly("New Lead");
        inviting(first, invitations -> invitations.invite(new Administration.NewMember("New Officer", "new" + System.nanoTime() + "@example.org",
                Set.of(Role.OFFICER), null, Language.EN)));
        assertThat(mailed("account.invitation")).as("who may be anybody").containsExactly("New Lead");
        as(second, changes -> changes.confirm(waiting()));
        assertThat(told(AccountAct.class, act -> act.act().equals("account.powerConfirmed") ? (String) act.after().get("email") : null))
                .hasSize(2).allMatch(email -> email.startsWith("new"));
        assertThat(mailed("account.invitation")).containsExactly("New Lead", "New Officer");
    }

    /** An HR partner sees what is sent to their organisation, so whoever confirms them has to know which that is. */
    @Test
    void whoConfirmsARoleAtAnOrganisationIsToldWhichOne() {
        Organisation trust = new Organisation("The Trust", null, "staff@trust.example.org");
        database.run(BOARD, entities -> entities.persist(trust));
        inviting(first, invitations -> invitations.invite(new Administration.NewMember("New Partner", "new" + System.nanoTime() + "@example.org",
                Set.of(Role.HR), trust.id(), Language.EN)));
        assertThat(line().saidAfter()).isEqualTo("The Trust");
        as(second, changes -> changes.stop(waiting()));
        Caller employee = database.call(BOARD, entities -> {
            Member member = entities.find(Member.class, member("Elin Employee", Role.EMPLOYEE).memberId());
            entities.createQuery("update Member m set m.organisationId = :trust where m = :member").setParameter("trust", trust.id())
                    .setParameter("member", member).executeUpdate();
            return member.caller(Language.EN);
        });
        as(first, changes -> changes.changeRoles(employee.memberId(), Set.of(Role.HR), "She is a partner now"));
        assertThat(line().saidAfter()).isEqualTo("The Trust");
        assertThat(told(AccountAct.class, act -> act.act().equals("account.powerProposed") ? (String) act.after().get("organisation") : null))
                .containsExactly("The Trust", "The Trust");
        as(first, changes -> changes.changeRoles(officer.memberId(), Set.of(Role.OFFICER, Role.AUDITOR), "x"));
        assertThat(line().saidAfter()).as("no matter of an organisation").isNull();
    }

    @Test
    void anAdministratorOfABoardThatHadMembersIsAppointedByTwoOperators() {
        database.run(BOARD, entities -> entities.createQuery("select m from Member m where m.endedAt is null", Member.class).getResultStream()
                .forEach(member -> member.ends(CLOCK.instant())));
        inviting(OPERATOR, invitations -> invitations.appoint("Myself", "myself" + System.nanoTime() + "@example.org", true));
        assertThat(mailed("account.invitation")).isEmpty();
        assertThat(refused(OPERATOR, changes -> changes.confirm(waiting()))).isEqualTo("identity.refused.secondPerson");
        as(new Caller(-78L, null, "Another Operator", Set.of(Role.OPERATOR), null, Language.EN), changes -> changes.confirm(waiting()));
        assertThat(mailed("account.invitation")).containsExactly("Myself");
    }

    /** The first waits, once it has looked, for the second to look as well; so long as the second is kept waiting, it goes on alone. */
    @Test
    void twoAtOnceDoNotTakeTheLastTwoAdministratorsAway() throws InterruptedException {
        as(first, changes -> changes.changeRoles(second.memberId(), Set.of(Role.OFFICER), "x"));
        Long one = waiting();
        as(second, changes -> changes.changeRoles(first.memberId(), Set.of(Role.OFFICER), "x"));
        Long other = waiting();
        CyclicBarrier looked = new CyclicBarrier(2);
        List<Thread> both = Stream.of(one, other).map(id -> new Thread(() -> refused(OPERATOR, changes -> changes.confirm(id), event -> {
            if (event instanceof RolesLost) {
                meet(looked);
            }
        }))).toList();
        both.forEach(Thread::start);
        for (Thread thread : both) {
            thread.join();
        }
        assertThat(List.of(roles(first), roles(second))).containsExactlyInAnyOrder(Set.of(Role.ADMINISTRATOR), Set.of(Role.OFFICER));
    }

    /** Whoever hears that it was confirmed may do what cannot be undone with it. */
    @Test
    void nobodyHearsThatItWasConfirmedWhereSomebodyStoppedItAtTheSameMoment() {
        as(first, changes -> changes.changeRoles(officer.memberId(), Set.of(Role.OFFICER, Role.LEAD), "She leads now"));
        Long id = waiting();
        assertThatThrownBy(() -> CurrentCaller.run(second, () -> database.run(BOARD, entities -> {
            PowerChange change = entities.find(PowerChange.class, id);
            as(first, changes -> changes.stop(id));
            proposals(entities).decide(change, PowerChange.Decision.CONFIRMED);
        }))).isInstanceOf(RuntimeException.class);
        assertThat(told(PowerDecided.class, decided -> decided.change().decision().name())).containsExactly("STOPPED");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            // the other one is kept waiting, as it should
        }
    }

    private void refused(Caller caller, Consumer<PowerChanges> work, Consumer<Object> observer) {
        try {
            CurrentCaller.run(caller, () -> database.run(BOARD, entities -> work.accept(changes(entities, new Fired<>(observer)))));
        } catch (RuntimeException second) {
            // which of the two, and how it is told, is not asked here
        }
    }

    private void as(Caller caller, Consumer<PowerChanges> work) {
        CurrentCaller.run(caller, () -> database.run(BOARD, entities -> work.accept(changes(entities))));
    }

    private void as(Caller caller, Consumer<PowerChanges> work, String refusal) {
        assertThat(refused(caller, work)).isEqualTo(refusal);
    }

    private String refused(Caller caller, Consumer<PowerChanges> work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(caller, work));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    private void inviting(Caller caller, Consumer<Invitations> work) {
        CurrentCaller.run(caller, () -> database.run(BOARD, entities -> work.accept(TestDatabase.wire(new Invitations(), entities, CLOCK, event(),
                TestDatabase.wire(new Directory(), entities), letters(entities), proposals(entities)))));
    }

    private Long waiting() {
        return database.call(BOARD, entities -> entities.createQuery("select max(c.id) from PowerChange c where c.decision is null", Long.class)
                .getSingleResult());
    }

    private PowerChanges.Line line() {
        List<PowerChanges.Line> lines = new ArrayList<>();
        as(second, changes -> lines.addAll(changes.waiting()));
        return lines.get(0);
    }

    private Set<Role> roles(Caller member) {
        return database.call(BOARD, entities -> entities.find(Member.class, member.memberId()).roles());
    }

    private List<String> mailed(String template) {
        return told(AccountMail.class, mail -> mail.template().equals(template) ? mail.name() : null);
    }

    private List<String> acts() {
        return told(AccountAct.class, AccountAct::act);
    }

    private <T> List<String> told(Class<T> kind, Function<T, String> word) {
        return fired.stream().filter(kind::isInstance).map(kind::cast).map(word).filter(said -> said != null).toList();
    }

    private PowerChanges changes(EntityManager entities) {
        return changes(entities, event());
    }

    private PowerChanges changes(EntityManager entities, Fired<Object> event) {
        Memberships memberships = TestDatabase.wire(new Memberships(), entities, CLOCK, event);
        return TestDatabase.wire(new PowerChanges(), entities, CLOCK, memberships, letters(entities), proposals(entities));
    }

    private InvitationLetters letters(EntityManager entities) {
        return TestDatabase.wire(new InvitationLetters(), entities, CLOCK, letterbox());
    }

    private PowerProposals proposals(EntityManager entities) {
        return TestDatabase.wire(new PowerProposals(), entities, CLOCK, letterbox(), event(), TestDatabase.wire(new Members(), entities, CLOCK));
    }

    private AccountMailer letterbox() {
        return TestDatabase.wire(new AccountMailer(), event());
    }

    private Fired<Object> event() {
        return new Fired<>(fired::add);
    }

    private Caller member(String name, Role... roles) {
        return database.call(BOARD, entities -> {
            Account account = new Account(name.replace(" ", ".") + System.nanoTime() + "@example.org", name, "somebody@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(roles), null);
            entities.persist(member);
            return member.caller(Language.EN);
        });
    }
}
