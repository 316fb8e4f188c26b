package org.probity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Capacity;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.casework.DeadEnds;
import org.probity.casework.DeadEnds.DeadEnd;
import org.probity.casework.Team;
import org.probity.concern.UnseenCases;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.investigation.Capacities;
import org.probity.investigation.Conflicts;
import org.probity.investigation.DeskMail;
import org.probity.investigation.InvestigationReopened;
import org.probity.investigation.Investigations;
import org.probity.investigation.TookPart;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.notification.Outbox;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** A possible protected disclosure that no lead is left to decide on keeps its case from everything: the administrators are asked for a lead. */
class NobodyLeftTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final String ASKED = "officer.left.APPROVED Adam Menna";

    private final TestDatabase database = TestDatabase.get();
    private final String board = "l" + System.nanoTime();
    private final String reference = "LFT-2026-0001";
    private final Set<String> keys = new TreeSet<>();
    private final List<String> mailed = new ArrayList<>();
    private Member officer;
    private Member lead;
    private Member administrator;

    @BeforeEach
    void aBoardWithOneLead() {
        database.run(board, entities -> {
            entities.persist(new Board(board, board, null, "L" + System.nanoTime() % 1_000_000_000, Board.Country.ENGLAND, "#1d5b8f", false, "desk@example.org",
                    Deadlines.usual()));
            entities.flush();
            entities.createNativeQuery("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, contact_allowed) "
                    + "values (next value for probity_id, '" + board + "', 0, '" + reference + "', 'A case', 'INVESTIGATION', now(), false, false)").executeUpdate();
        });
        officer = member("Olwen Prydderch", Role.OFFICER);
        lead = member("Lena Dafis", Role.LEAD);
        administrator = member("Adam Menna", Role.ADMINISTRATOR);
    }

    @Test
    void theOnlyLeadWhoRaisesItLeavesNobody() {
        raises(lead);
        assertThat(mailed).containsExactly(ASKED);
        assertThat(listed()).containsExactly(new DeadEnd(reference, Capacity.APPROVED, CLOCK.instant()));
        assertThat(deciders(officer)).isEmpty();
        member("Nia Rees", Role.LEAD);
        assertThat(listed()).as("whoever is made a lead").isEmpty();
        assertThat(deciders(officer)).containsExactly("Nia Rees");
    }

    @Test
    void theOnlyLeadWhoInvestigatedLeavesNobody() {
        acts(lead);
        raises(officer);
        assertThat(mailed).containsExactly(ASKED);
        assertThat(listed()).hasSize(1);
    }

    /** Before it is raised it says who would be left. */
    @Test
    void whoeverRaisesItIsToldWhoWouldDecide() {
        assertThat(deciders(officer)).containsExactly("Lena Dafis");
        assertThat(deciders(lead)).isEmpty();
        raises(officer);
        assertThat(deciders(lead)).containsExactly("Lena Dafis");
    }

    @Test
    void whoeverTakesTheLastLeadAwayLaterIsNoticed() {
        raises(officer);
        assertThat(mailed).containsExactly("approval.wanted Lena Dafis");
        assertThat(listed()).isEmpty();
        acts(lead);
        assertThat(mailed).containsExactly("approval.wanted Lena Dafis", ASKED);
        assertThat(listed()).hasSize(1);
        run(entities -> nobody(entities).notice(new TookPart(reference)));
        assertThat(mailed).as("once for each disclosure").hasSize(2);
    }

    @Test
    void aLeadWhoLeavesMayBeTheLast() {
        raises(officer);
        run(entities -> {
            entities.createQuery("update Member m set m.endedAt = :now where m.id = :id").setParameter("now", CLOCK.instant()).setParameter("id", lead.id())
                    .executeUpdate();
            nobody(entities).notice(new RolesLost(lead.id(), lead.email(), Set.of()));
        });
        assertThat(mailed).containsExactly("approval.wanted Lena Dafis", ASKED);
    }

    /** Of an ended case nobody is asked for, until it is opened again. */
    @Test
    void whatIsDecidedOrEndedAsksForNobody() {
        raises(lead);
        run(entities -> entities.createQuery("update Investigation i set i.endedAt = i.openedAt").executeUpdate());
        assertThat(listed()).isEmpty();
        run(entities -> entities.createQuery("update Investigation i set i.endedAt = null").executeUpdate());
        keys.clear();
        run(entities -> nobody(entities).notice(new InvestigationReopened(reference)));
        assertThat(mailed).containsExactly(ASKED, ASKED);
        run(entities -> entities.createQuery("update ProtectedDisclosure d set d.treatment = :none").setParameter("none", Treatment.NOT_PROTECTED).executeUpdate());
        assertThat(listed()).isEmpty();
    }

    private Member member(String name, Role role) {
        return database.call(board, entities -> {
            Account account = new Account(name + System.nanoTime(), name, name.charAt(1) + System.nanoTime() + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member;
        });
    }

    private void raises(Member who) {
        as(who, entities -> disclosures(entities).raise(cases(entities).byReference(reference), "She told the regulator of it first"));
    }

    private void acts(Member who) {
        as(who, entities -> TestDatabase.wire(new Team(), entities, CLOCK, new Fired<TookPart>(took -> nobody(entities).notice(took)))
                .acts(cases(entities).byReference(reference), Capacity.INVESTIGATED));
    }

    private List<DeadEnd> listed() {
        return CurrentCaller.call(administrator.caller(Language.EN), () -> database.call(board, entities -> nobody(entities).list()));
    }

    private List<String> deciders(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> TestDatabase.wire(new DisclosureQueries(), entities,
                cases(entities), disclosures(entities), TestDatabase.wire(new Capacities(), entities)).deciders(reference)));
    }

    private void as(Member who, Consumer<EntityManager> act) {
        CurrentCaller.run(who.caller(Language.EN), () -> database.run(board, act));
    }

    private void run(Consumer<EntityManager> act) {
        as(administrator, act);
    }

    private Disclosures disclosures(EntityManager entities) {
        return TestDatabase.wire(new Disclosures(), entities, CLOCK, desk(entities), nobody(entities), audit());
    }

    private NobodyLeft nobody(EntityManager entities) {
        Members members = TestDatabase.wire(new Members(), entities, CLOCK);
        return TestDatabase.wire(new NobodyLeft(), entities, CLOCK, members, TestDatabase.wire(new DeadEnds(), entities, CLOCK, members, desk(entities),
                TestDatabase.wire(new UnseenCases(), entities, CLOCK, members)));
    }

    private DeskMail desk(EntityManager entities) {
        return TestDatabase.wire(new DeskMail(), cases(entities), TestDatabase.wire(new Members(), entities, CLOCK),
                TestDatabase.wire(new Capacities(), entities), new Outbox() {
                    @Override
                    public void queue(String key, String toName, String toAddress, Language language, String template, Object... args) {
                        if (keys.add(key)) {
                            mailed.add(template + " " + toName);
                        }
                    }
                });
    }

    private static Investigations cases(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities, CLOCK, audit(), new CaseExclusions() {
            @Override
            public boolean hides(String any) {
                return false;
            }
        }, new Conflicts() {
            @Override
            public void requireAnswer(String any) {
                // nobody has one
            }
        });
    }

    private static Audit audit() {
        return new Audit() {
            @Override
            public void looked(String of, Long id) {
                // that somebody looked has tests of its own
            }

            @Override
            public void record(String act, String of, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                // the same
            }
        };
    }
}
