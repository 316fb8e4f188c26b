package org.probity.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.identity.Account;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Member;
import org.probity.identity.MemberJoined;
import org.probity.identity.Members;
import org.probity.identity.Memberships;
import org.probity.identity.Namesakes;
import org.probity.identity.Restriction;
import org.probity.identity.Role;
import org.probity.identity.RolesGained;
import org.probity.identity.RolesLost;
import org.probity.identity.SightLost;
import org.probity.identity.Wall;
import org.probity.identity.Walls;
import org.probity.investigation.UnseenCases.UnseenCase;
import org.probity.kernel.Language;
import org.probity.notification.Outbox;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;

/** Whatever takes the last one's sight of a case, somebody hears of it who can do something about it. */
class UnseenCasesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private final String board = "u" + System.nanoTime();
    private final String reference = "UNS-2026-0001";
    private Member officer;
    private Member lead;
    private Member administrator;

    @BeforeEach
    void aBoardWithOneCase() {
        database.run(board, entities -> entities.persist(new Board(board, board, null, "U" + System.nanoTime() % 1_000_000_000, Board.Country.ENGLAND, "#1d5b8f", false,
                "desk@example.org", Deadlines.usual())));
        officer = member("Olwen Prydderch", Role.OFFICER);
        lead = member("Lena Dafis", Role.LEAD);
        administrator = member("Adam Menna", Role.ADMINISTRATOR);
        inBoard(entities -> {
            Concern concern = new Concern(new NewConcern("A picture of a child", null, null, null, null, null, null, null, null, false, false,
                    false, Language.EN), reference, "hash" + board, CLOCK.instant());
            entities.persist(concern);
            entities.persist(new Investigation(reference, "A picture of a child", concern));
        });
    }

    @Test
    void aNoteThatNamesEverybodyAtTheDeskIsToldToTheAdministratorsWithoutWhatItIsAbout() {
        add("Ask Olwen Prydderch");
        assertThat(letters()).isEmpty();
        assertThat(list(administrator)).isEmpty();
        add("Lena Dafis knew of it");
        assertThat(letters()).singleElement().asString().startsWith("Adam Menna: ").contains(reference).doesNotContain("picture", "Olwen", "Lena");
        assertThat(list(administrator)).containsExactly(new UnseenCase(reference, CLOCK.instant(), false));
    }

    @Test
    void theLastOneWhoStepsAsideLeavesItToTheAdministrators() {
        inBoard(entities -> walls(entities).raise(reference, officer.accountId(), Wall.STEPPED_ASIDE));
        inBoard(entities -> walls(entities).raise(reference, lead.accountId(), Wall.STEPPED_ASIDE));
        assertThat(letters()).hasSize(1);
    }

    @Test
    void theLastOneWhoLeavesTheDeskLeavesItToTheAdministrators() {
        inBoard(entities -> walls(entities).raise(reference, officer.accountId(), Wall.NEAR_NAME));
        inBoard(entities -> memberships(entities).changeRoles(lead.id(), Set.of(Role.AUDITOR), "Another desk"));
        assertThat(letters()).hasSize(1);
        inBoard(entities -> memberships(entities).changeRoles(lead.id(), Set.of(Role.LEAD), "Back again"));
        assertThat(list(administrator)).isEmpty();
    }

    @Test
    void manyCasesAtOnceAreOneLetter() {
        inBoard(entities -> {
            for (int i = 2; i <= 6; i++) {
                entities.persist(new Investigation("UNS-2026-000" + i, "A case", new Concern(new NewConcern("Something", null, null, null, null, null, null,
                        null, null, false, false, false, Language.EN), "UNS-2026-000" + i, board + i, CLOCK.instant())));
            }
        });
        inBoard(entities -> memberships(entities).end(officer.id(), "Has left"));
        assertThat(letters()).isEmpty();
        inBoard(entities -> memberships(entities).end(lead.id(), "Has left"));
        assertThat(letters()).singleElement().asString().doesNotContain("UNS-");
        assertThat(list(administrator)).hasSize(6);
    }

    @Test
    void anAdministratorWhomTheCaseNamesHearsOnlyWhereNobodyElseCould() {
        Member other = member("Beti Wyn", Role.ADMINISTRATOR);
        add("Olwen Prydderch, Lena Dafis and Adam Menna");
        assertThat(open()).singleElement().asString().startsWith("Beti Wyn: ").contains(reference);
        assertThat(list(administrator)).isEmpty();
        assertThat(list(other)).hasSize(1);
        add("Beti Wyn too");
        assertThat(open()).hasSize(2).allSatisfy(letter -> assertThat(letter).doesNotContain(reference).contains("nobody may see"));
    }

    @Test
    void whoIsMadeALeadHasAPlaceWhereNobodyOnATeamIsLeft() {
        Member employee = member("Elin Prys", Role.EMPLOYEE);
        inBoard(entities -> {
            entities.persist(new Restriction(reference, "Few", "Lena", CLOCK.instant()));
            walls(entities).raise(reference, employee.accountId(), "subject");
        });
        assertThat(letters()).hasSize(1);
        assertThat(list(administrator)).containsExactly(new UnseenCase(reference, CLOCK.instant(), true));
        inBoard(entities -> memberships(entities).changeRoles(lead.id(), Set.of(Role.LEAD, Role.OFFICER), "Both"));
        assertThat(list(administrator)).as("a lead already, whatever else they become").hasSize(1);
        inBoard(entities -> memberships(entities).changeRoles(officer.id(), Set.of(Role.LEAD), "Leads now"));
        assertThat(list(administrator)).isEmpty();
        assertThat(sees(officer)).isTrue();
        assertThat(sees(lead)).as("who was there before has no place for that").isFalse();
    }

    private void add(String words) {
        inBoard(entities -> {
            Note note = new Note(reference, words, Note.Author.REPORTER, CLOCK.instant());
            entities.persist(note);
            nameWalls(entities).raise(reference, note);
        });
    }

    private NameWalls nameWalls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), walls(entities));
    }

    private static Walls walls(EntityManager entities) {
        return TestDatabase.wire(new Walls(), entities, CLOCK, new Fired<SightLost>(lost -> {
            outbox(entities).hold(lost);
            unseen(entities).notice(lost);
        }));
    }

    private Memberships memberships(EntityManager entities) {
        return TestDatabase.wire(new Memberships(), entities, CLOCK, new Fired<>(event -> {
            if (event instanceof RolesLost lost) {
                unseen(entities).notice(lost);
            } else if (event instanceof RolesGained gained) {
                unseen(entities).letIn(gained);
            } else if (event instanceof MemberJoined joined) {
                unseen(entities).letIn(joined);
            }
        }));
    }

    private static UnseenCases unseen(EntityManager entities) {
        Members members = TestDatabase.wire(new Members(), entities, CLOCK);
        return TestDatabase.wire(new UnseenCases(), entities, CLOCK, members, TestDatabase.wire(new DeskMail(), members, outbox(entities)),
                TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities)));
    }

    private static Outbox outbox(EntityManager entities) {
        return TestDatabase.wire(new Outbox(), entities, CLOCK, TestDatabase.wire(new Members(), entities, CLOCK), TestDatabase.wire(new Boards(), entities));
    }

    private void inBoard(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run(board, work));
    }

    private List<UnseenCase> list(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> unseen(entities).list()));
    }

    private boolean sees(Member who) {
        return database.call(board, entities -> walls(entities).sees(reference, who.accountId()));
    }

    /** Every letter that was written. */
    private List<String> letters() {
        return letters("");
    }

    /** Those that will leave. */
    private List<String> open() {
        return letters(" where m.status = QUEUED");
    }

    private List<String> letters(String which) {
        return database.call(board, entities -> entities.createQuery("select concat(m.toName, ': ', m.subject, ' ', m.body) from Mail m" + which
                + " order by m.id", String.class).getResultList());
    }

    private Member member(String name, Role role) {
        return database.call(board, entities -> {
            Account account = new Account(name + board, name, name.replace(" ", ".") + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member;
        });
    }
}
