package org.probity.exclusion;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.access.RolesGained;
import org.probity.access.RolesLost;
import org.probity.access.SightLost;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.concern.ConcernMail;
import org.probity.concern.UnseenCases;
import org.probity.concern.UnseenCases.UnseenCase;
import org.probity.correspondence.HoldingBack;
import org.probity.investigation.Capacities;
import org.probity.investigation.Concern;
import org.probity.investigation.Conflicts;
import org.probity.investigation.DeskMail;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Note;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.MemberJoined;
import org.probity.member.Members;
import org.probity.member.Memberships;
import org.probity.member.Namesakes;
import org.probity.notification.Outbox;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Deadlines;
import org.probity.worklist.Processes;

/** A board with an officer, a lead, an administrator and one case, and what notices that nobody sees it. */
public abstract class UnseenBench {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    public final TestDatabase database = TestDatabase.get();
    public final String board = "u" + System.nanoTime();
    public final String reference = "UNS-2026-0001";
    public Member officer;
    public Member lead;
    public Member administrator;

    @BeforeEach
    protected void aBoardWithOneCase() {
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

    protected static void ended(EntityManager entities, Member member) {
        entities.createQuery("update Member m set m.endedAt = :now where m.id = :id").setParameter("now", CLOCK.instant())
                .setParameter("id", member.id()).executeUpdate();
    }

    protected void restrictedToNobody() {
        inBoard(entities -> entities.persist(new Restriction(reference, "Few", "Lena", CLOCK.instant())));
    }

    protected void add(String words) {
        inBoard(entities -> {
            Note note = new Note(reference, words, Note.Author.REPORTER, CLOCK.instant());
            entities.persist(note);
            nameWalls(entities).raise(reference, Said.of(note.writtenAt(), note.words()));
        });
    }

    protected NameWalls nameWalls(EntityManager entities) {
        return TestDatabase.wire(new NameWalls(), entities, TestDatabase.wire(new Namesakes(), entities), walls(entities), TestDatabase.wire(new SaidInCases(), entities));
    }

    protected static CaseExclusions walls(EntityManager entities) {
        return TestDatabase.wire(new CaseExclusions(), entities, CLOCK, new Fired<SightLost>(lost -> {
            outbox(entities).hold(lost);
            unseen(entities).notice(lost);
            restricted(entities).notice(lost);
        }));
    }

    protected static Restrictions restrictions(EntityManager entities) {
        Fired<SightLost> lost = new Fired<>(event -> {
            outbox(entities).hold(event);
            unseen(entities).notice(event);
            restricted(entities).notice(event);
        });
        return TestDatabase.wire(new Restrictions(), entities, CLOCK, investigations(entities), TestDatabase.wire(new Members(), entities, CLOCK),
                audit(entities), lost, desk(entities));
    }

    /** Nobody has anything to answer first. */
    protected static Investigations investigations(EntityManager entities) {
        return TestDatabase.wire(new Investigations(), entities, CLOCK, TestDatabase.wire(new Members(), entities, CLOCK), walls(entities), audit(entities),
                new Conflicts() {
                    @Override
                    public void requireAnswer(String reference) {
                        // nobody was asked
                    }
                });
    }

    protected Memberships memberships(EntityManager entities) {
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

    protected static UnseenCases unseen(EntityManager entities) {
        return unseen(entities, CLOCK);
    }

    protected static UnseenCases unseen(EntityManager entities, Clock clock) {
        return TestDatabase.wire(new UnseenCases(), entities, clock, TestDatabase.wire(new Members(), entities, CLOCK), desk(entities),
                concerns(entities, clock));
    }

    protected static ConcernMail concerns(EntityManager entities, Clock clock) {
        return TestDatabase.wire(new ConcernMail(), entities, clock, TestDatabase.wire(new Boards(), entities), desk(entities), outbox(entities));
    }

    protected static RestrictedCases restricted(EntityManager entities) {
        return TestDatabase.wire(new RestrictedCases(), entities, TestDatabase.wire(new Members(), entities, CLOCK), desk(entities));
    }

    protected static DeskMail desk(EntityManager entities) {
        return TestDatabase.wire(new DeskMail(), TestDatabase.wire(new Members(), entities, CLOCK), TestDatabase.wire(new Investigations(), entities),
                TestDatabase.wire(new Capacities(), entities), outbox(entities));
    }

    /** A process engine that takes everything. */
    protected static Processes stopped() {
        return (Processes) Proxy.newProxyInstance(Processes.class.getClassLoader(), new Class<?>[] {Processes.class},
                (proxy, method, args) -> null);
    }

    protected static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }

    protected static Outbox outbox(EntityManager entities) {
        return TestDatabase.wire(new Outbox(), entities, CLOCK, TestDatabase.wire(new Members(), entities, CLOCK), TestDatabase.wire(new Boards(), entities),
                new Fired<>(event -> HoldingBack.tell(event, entities, CLOCK, investigations(entities))));
    }

    /** Begins something else in a transaction of its own, and goes on once that is through, or waits for what is held here. */
    protected static CompletableFuture<String> meanwhile(EntityManager entities, Supplier<String> other) {
        entities.flush();
        CompletableFuture<String> through = new CompletableFuture<>();
        new Thread(() -> {
            try {
                through.complete(other.get());
            } catch (RuntimeException | Error e) {
                through.completeExceptionally(e);
            }
        }).start();
        while (!through.isDone() && !isSomebodyWaiting(entities)) {
            Thread.onSpinWait();
        }
        return through;
    }

    private static boolean isSomebodyWaiting(EntityManager entities) {
        return ((Number) entities.createNativeQuery("select count(*) from information_schema.sessions where blocker_id = session_id()")
                .getSingleResult()).intValue() > 0;
    }

    protected long openPlaces(Member member) {
        return database.call(board, entities -> entities.createQuery("select count(p) from TeamPlace p where p.memberId = :member "
                + "and p.leftAt is null", Long.class).setParameter("member", member.id()).getSingleResult());
    }

    protected void inBoard(Member who, Consumer<EntityManager> work) {
        CurrentCaller.run(who.caller(Language.EN), () -> database.run(board, work));
    }

    protected String refusal(Member who, Consumer<EntityManager> work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> inBoard(who, work));
        return refusal == null ? null : refusal.problems().get(0).key();
    }

    protected void inBoard(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run(board, work));
    }

    protected List<UnseenCase> list(Member who) {
        return CurrentCaller.call(who.caller(Language.EN), () -> database.call(board, entities -> unseen(entities).list()));
    }

    protected boolean sees(Member who) {
        return database.call(board, entities -> walls(entities).sees(reference, who.accountId()));
    }

    /** Every letter that was written. */
    protected List<String> letters() {
        return letters("");
    }

    /** Those that will leave. */
    protected List<String> open() {
        return letters(" where m.status = QUEUED");
    }

    protected List<String> letters(String which) {
        return database.call(board, entities -> entities.createQuery("select concat(m.toName, ': ', m.subject, ' ', m.body) from Mail m" + which
                + " order by m.id", String.class).getResultList());
    }

    protected Member member(String name, Role role) {
        return database.call(board, entities -> {
            Account account = new Account(name + board, name, name.replace(" ", ".") + "@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(role), null);
            entities.persist(member);
            return member;
        });
    }
}
