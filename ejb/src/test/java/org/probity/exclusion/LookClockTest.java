package org.probity.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.access.ScheduledWork;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.member.KnownAs;
import org.probity.member.Member;
import org.probity.member.Namesakes;
import org.probity.tenancy.CurrentBoard;

/** Several wait to join: each has their turn, and whoever has joined is looked for again less and less often. */
class LookClockTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private final Looks looks = new Looks();
    private final List<Look> asked = new ArrayList<>();

    @Test
    void oneThatFailsOrHasNothingLeftIsAskedOnceARoundWhileTheOthersGoOn() {
        Look failing = begun();
        Look long1 = begun();
        Look done = begun();
        round(failing, long1);
        assertThat(asked).filteredOn(look -> look == failing).hasSize(1);
        assertThat(asked).filteredOn(look -> look == done).hasSize(1);
        assertThat(asked).filteredOn(look -> look == long1).hasSize(6);
        asked.clear();
        round(failing, long1);
        assertThat(asked).containsExactly(failing);
    }

    @Test
    void whoHasNotJoinedIsLookedForAgainOnlyWhenMoreHasComeIn() {
        Look look = begun();
        look.rests(NOW);
        assertThat(look.isDue(NOW.plus(Duration.ofDays(1)))).isFalse();
        look.compared(List.of(new CaseTexts.Text("NOTES", 1L, 0)), Map.of());
        assertThat(look.isDue(NOW)).isTrue();
    }

    @Test
    void whoHasJoinedIsLookedForUntilNothingCanBeOnItsWay() {
        Look look = begun();
        look.rests(NOW);
        look.taken(look.member(), NOW);
        int times = 0;
        for (Instant at = NOW; at.isBefore(NOW.plus(Duration.ofHours(1))); at = at.plusSeconds(10)) {
            if (look.isDue(at)) {
                look.rests(at);
                times++;
                assertThat(look.isOver()).isEqualTo(!at.isBefore(NOW.plus(Look.ON_THE_WAY)));
            }
        }
        assertThat(times).isBetween(5, 12);
        assertThat(look.isOver()).isTrue();
        assertThat(look.isDue(NOW.plus(Duration.ofDays(1)))).isFalse();
        round(null, null);
        assertThat(CurrentBoard.call("cwmtaf", () -> looks.of(look.member()))).isNotSameAs(look);
    }

    /** More at once than a board invites in a day, each of whom joins in the end. */
    @Test
    void nobodyIsForgottenForOthersWhoJoin() {
        List<Look> all = IntStream.range(0, 100).mapToObj(n -> begun()).toList();
        assertThat(CurrentBoard.call("cwmtaf", () -> all.stream().map(look -> looks.of(look.member())).toList())).isEqualTo(all);
    }

    /** @param longer has five pieces left, and no other any */
    private void round(Look failing, Look longer) {
        LookPieces pieces = new LookPieces() {
            @Override
            public boolean compare(Look look) {
                asked.add(look);
                if (look == failing) {
                    throw new IllegalStateException("This takes too long");
                }
                return look == longer && asked.stream().filter(one -> one == longer).count() <= 5;
            }
        };
        TestDatabase.wire(new LookClock(), looks, pieces, Clock.fixed(NOW, ZoneOffset.UTC), new ScheduledWork()).round();
    }

    private Look begun() {
        KnownAs known = database.call("cwmtaf", entities -> {
            String login = "waits" + System.nanoTime() + "@example.org";
            Account account = new Account(login, "Somebody", login, "-", Language.EN, false);
            entities.persist(account);
            entities.persist(new Member(account, Set.of(Role.OFFICER), null));
            return TestDatabase.wire(new Namesakes(), entities).known(account.id());
        });
        return CurrentBoard.call("cwmtaf", () -> looks.of(known));
    }
}
