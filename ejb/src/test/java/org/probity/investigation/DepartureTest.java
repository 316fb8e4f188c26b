package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.Memberships;
import org.probity.notification.Outbox;
import org.probity.tenancy.Boards;
import org.probity.worklist.ListedCases;
import org.probity.worklist.NewWork;
import org.probity.worklist.Work;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorklistQueries;

/** An officer leaves the board: no case of theirs stays with somebody who is not there. */
class DepartureTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final WorkFilter MINE = new WorkFilter(WorkFilter.View.MINE, WorkFilter.Due.ANY);

    private final TestDatabase database = TestDatabase.get();
    private final String running = "CHSCB-D-" + System.nanoTime() % 1_000_000_000;
    private final String closed = running + "-C";
    private Member officer;
    private Member colleague;
    private Member lead;

    @BeforeEach
    void anOfficerLeadsTwoCases() {
        officer = member("Olwen Officer", Role.OFFICER);
        colleague = member("Carys Colleague", Role.OFFICER);
        lead = member("Lena Lead", Role.LEAD);
        inCase(entities -> {
            Investigation open = investigation(entities, running);
            work(entities).open(new NewWork(running, "decideOnSilence", "content-removal", running, open.id(), "removal-request", 1L, "A case",
                    "request", Role.OFFICER, officer.id(), null, null, null, false, 4, Capacity.INVESTIGATED));
            Investigation ended = investigation(entities, closed);
            ended.moveTo(Stage.WITHDRAWN, CLOCK.instant());
        });
    }

    @Test
    void whoLeavesLeadsNoOpenCaseAndWhatWaitedForThemWaitsForTheirColleagues() {
        assertThat(seesWork(colleague)).isFalse();
        inCase(entities -> memberships(entities).end(officer.id(), "Has left"));

        assertThat(officerOf(running)).isNull();
        assertThat(officerOf(closed)).as("what is over stays as it was").isEqualTo(officer.id());
        assertThat(seesWork(colleague)).isTrue();
        assertThat(kept(running)).isOne();
        assertThat(letters(lead)).singleElement().asString().contains(running).contains("nobody leads the case");
    }

    @Test
    void whoIsNoOfficerAnyMoreLeadsNoneEither() {
        inCase(entities -> memberships(entities).changeRoles(officer.id(), Set.of(Role.OFFICER, Role.LEAD), "Leads as well"));
        assertThat(officerOf(running)).isEqualTo(officer.id());
        inCase(entities -> memberships(entities).changeRoles(officer.id(), Set.of(Role.AUDITOR), "Another desk"));
        assertThat(officerOf(running)).isNull();
        inCase(entities -> memberships(entities).end(officer.id(), "Has left"));
        assertThat(kept(running)).as("told once").isOne();
        assertThat(letters(lead)).hasSize(1);
    }

    @Test
    void aCaseThatIsOpenedAgainDoesNotGoBackToSomebodyWhoIsGone() {
        inCase(entities -> memberships(entities).end(officer.id(), "Has left"));
        inCase(entities -> investigations(entities).releaseIfGone(investigations(entities).byReference(closed)));
        assertThat(officerOf(closed)).isNull();
    }

    private void inCase(Consumer<EntityManager> work) {
        Caller administrator = new Caller(lead.accountId(), lead.id(), lead.name(), Set.of(Role.ADMINISTRATOR), null, Language.EN);
        CurrentCaller.run(administrator, () -> database.run("chscb", work));
    }

    private Investigation investigation(EntityManager entities, String reference) {
        NewConcern given = new NewConcern("Something was posted", null, null, null, null, null, null, null, null, false,
                false, false, Language.EN);
        Investigation investigation = new Investigation(reference, "A case", new Concern(given, reference, reference, CLOCK.instant()));
        investigation.triaged("A case", LocalDate.EPOCH, Decision.INVESTIGATE, officer.id());
        entities.persist(investigation);
        return investigation;
    }

    private Memberships memberships(EntityManager entities) {
        return TestDatabase.wire(new Memberships(), entities, CLOCK, new Fired<>(event -> {
            if (event instanceof RolesLost lost) {
                work(entities).release(lost);
                investigations(entities).release(lost);
            }
        }));
    }

    private static Work work(EntityManager entities) {
        return TestDatabase.wire(new Work(), entities, CLOCK, new Fired<>());
    }

    private static Investigations investigations(EntityManager entities) {
        Members members = TestDatabase.wire(new Members(), entities, CLOCK);
        Outbox outbox = TestDatabase.wire(new Outbox(), entities, CLOCK, members, TestDatabase.wire(new Boards(), entities));
        return TestDatabase.wire(new Investigations(), entities, CLOCK, members, TestDatabase.wire(new DeskMail(), members, outbox),
                TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities)));
    }

    private boolean seesWork(Member member) {
        return CurrentCaller.call(member.caller(Language.EN), () -> database.call("chscb", entities ->
                TestDatabase.wire(new WorklistQueries(), entities, CLOCK, (ListedCases) references -> Map.of()).page(MINE, 0, 100).items().stream()
                        .anyMatch(row -> row.reference().equals(running))));
    }

    private Long officerOf(String reference) {
        return database.call("chscb", entities -> investigations(entities).byReference(reference).officerId());
    }

    private long kept(String reference) {
        return database.call("chscb", entities -> entities.createQuery("select count(a) from AuditEntry a where a.reference = :reference "
                + "and a.act = 'investigation.released'", Long.class).setParameter("reference", reference).getSingleResult());
    }

    private List<String> letters(Member to) {
        return database.call("chscb", entities -> entities.createQuery("select m.subject from Mail m where m.toName = :name "
                + "and m.matter.deskOf = :reference", String.class).setParameter("name", to.name()).setParameter("reference", running).getResultList());
    }

    private Member member(String name, Role role) {
        return database.call("chscb", entities -> {
            String own = name + " " + System.nanoTime();
            Account account = new Account(own, own, System.nanoTime() + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member;
        });
    }
}
