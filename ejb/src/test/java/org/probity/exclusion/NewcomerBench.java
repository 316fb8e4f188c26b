package org.probity.exclusion;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RolesGained;
import org.probity.access.ScheduledWork;
import org.probity.member.KnownAs;
import org.probity.member.MemberJoined;
import org.probity.member.MembershipOpening;
import org.probity.member.Namesakes;
import org.probity.tenancy.CurrentBoard;

/** Somebody joins, as on the server: each piece of what is looked through before has a transaction of its own. */
public final class NewcomerBench {

    /** How many texts were read together, each time. */
    final List<Integer> read = new ArrayList<>();

    private final TestDatabase database = TestDatabase.get();
    private final Looks looks = new Looks();
    private final String board;
    private final Clock clock;
    private final Function<EntityManager, CaseExclusions> walls;

    public NewcomerBench(String board, Clock clock, Function<EntityManager, CaseExclusions> walls) {
        this.board = board;
        this.clock = clock;
        this.walls = walls;
    }

    /** Waits for what is looked through before. */
    public void join(Long account) {
        begin(account);
        joinAtOnce(account);
    }

    /** The same where they are given a role. */
    public void gain(Long account, Role role) {
        begin(account);
        inBoard(entities -> newcomers(entities).hideFrom(new RolesGained(account, Set.of(role))));
    }

    private void begin(Long account) {
        CurrentBoard.run(board, () -> looks.of(known(account)));
        round();
    }

    /** @throws org.probity.kernel.TryAgainLater */
    void joinAtOnce(Long account) {
        inBoard(entities -> newcomers(entities).hideFrom(new MemberJoined(account, "-", "-")));
    }

    /** @throws org.probity.kernel.TryAgainLater */
    void lookAhead(Long account) {
        CurrentBoard.run(board, () -> TestDatabase.wire(new Newcomers(), looks, pieces()).lookAhead(new MembershipOpening(known(account))));
    }

    /** The clock strikes. */
    void round() {
        TestDatabase.wire(new LookClock(), looks, pieces(), clock, new ScheduledWork()).round();
    }

    private KnownAs known(Long account) {
        return database.call(board, entities -> TestDatabase.wire(new Namesakes(), entities).known(account));
    }

    private void inBoard(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run(board, work));
    }

    private Newcomers newcomers(EntityManager entities) {
        return TestDatabase.wire(new Newcomers(), parts(entities));
    }

    private Object[] parts(EntityManager entities) {
        Namesakes namesakes = TestDatabase.wire(new Namesakes(), entities);
        CaseExclusions own = walls.apply(entities);
        NameWalls nameWalls = TestDatabase.wire(new NameWalls(), entities, namesakes, own, TestDatabase.wire(new SaidInCases(), entities));
        return new Object[] {entities, namesakes, own, nameWalls, texts(entities), looks, pieces(), clock};
    }

    private CaseTexts texts(EntityManager entities) {
        CaseTexts all = TestDatabase.wire(new CaseTexts(), entities);
        return new CaseTexts() {
            @Override
            List<Text> first(int most, Predicate<Text> fits) {
                return all.first(most, fits);
            }

            @Override
            List<Content> read(Collection<Text> texts) {
                read.add(texts.size());
                return all.read(texts);
            }
        };
    }

    private LookPieces pieces() {
        return new LookPieces() {
            @Override
            public boolean compare(Look look) {
                return database.call(board, entities -> TestDatabase.wire(new LookPieces(), parts(entities)).compare(look));
            }

            @Override
            public List<CaseTexts.Text> raise(Look look) {
                return database.call(board, entities -> TestDatabase.wire(new LookPieces(), parts(entities)).raise(look));
            }
        };
    }
}
