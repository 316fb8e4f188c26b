package org.probity.investigation;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
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
import org.probity.identity.Walls;
import org.probity.investigation.UnseenCases.UnseenCase;
import org.probity.kernel.Language;
import org.probity.notification.Outbox;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;

/** A board with an officer, a lead, an administrator and one case, and what notices that nobody sees it. */
abstract class UnseenBench {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    final TestDatabase database = TestDatabase.get();
    final String board = "u" + System.nanoTime();
    final String reference = "UNS-2026-0001";
    Member officer;
    Member lead;
    Member administrator;

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

    static void ended(EntityManager entities, Member member) {
        entities.createQuery("update Member m set m.endedAt = :now where m.id = :id").setParameter("now", CLOCK.instant())
                .setParameter("id", member.id()).executeUpdate();
    }

    void restrictedToNobody() {
        inBoard(entities -> entities.persist(new Restriction(reference, "Few", "Lena", CLOCK.instant())));
    }

    void add(String words) {
        inBoard(entities -> {
            Note note = new Note(reference, words, Note.Author.REPORTER, CLOCK.instant());
            entities.persist(note);
            nameWalls(entities).raise(reference, note);
        });
    }

    NameWalls nameWalls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), walls(entities));
    }

    static Walls walls(EntityManager entities) {
        return TestDatabase.wire(new Walls(), entities, CLOCK, new Fired<SightLost>(lost -> {
            outbox(entities).hold(lost);
            unseen(entities).notice(lost);
        }));
    }

    Memberships memberships(EntityManager entities) {
        return TestDatabase.wire(new Memberships(), entities, CLOCK, new Fired<>(event -> {
            if (event instanceof RolesLost lost) {
                TestDatabase.wire(new Restrictions(), entities, CLOCK, TestDatabase.wire(new Members(), entities, CLOCK), audit(entities)).leave(lost);
                unseen(entities).notice(lost);
            } else if (event instanceof RolesGained gained) {
                unseen(entities).notice(gained);
            } else if (event instanceof MemberJoined joined) {
                unseen(entities).notice(joined);
            }
        }));
    }

    static UnseenCases unseen(EntityManager entities) {
        Members members = TestDatabase.wire(new Members(), entities, CLOCK);
        return TestDatabase.wire(new UnseenCases(), entities, CLOCK, members, TestDatabase.wire(new DeskMail(), members, outbox(entities)));
    }

    static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }

    static Outbox outbox(EntityManager entities) {
        return TestDatabase.wire(new Outbox(), entities, CLOCK, TestDatabase.wire(new Members(), entities, CLOCK), TestDatabase.wire(new Boards(), entities));
    }

    void inBoard(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run(board, work));
    }

    List<UnseenCase> list(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> unseen(entities).list()));
    }

    boolean sees(Member who) {
        return database.call(board, entities -> walls(entities).sees(reference, who.accountId()));
    }

    /** Every letter that was written. */
    List<String> letters() {
        return letters("");
    }

    /** Those that will leave. */
    List<String> open() {
        return letters(" where m.status = QUEUED");
    }

    List<String> letters(String which) {
        return database.call(board, entities -> entities.createQuery("select concat(m.toName, ': ', m.subject, ' ', m.body) from Mail m" + which
                + " order by m.id", String.class).getResultList());
    }

    Member member(String name, Role role) {
        return database.call(board, entities -> {
            Account account = new Account(name + board, name, name.replace(" ", ".") + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member;
        });
    }
}
