package org.probity.exclusion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.probity.member.KnownAs;
import org.probity.tenancy.CurrentBoard;

/**
 * For whom cases are being looked through, at all boards. It is kept in memory only: after a start it begins anew with the next
 * try to join.
 */
@ApplicationScoped
class Looks {

    /** Somebody who does not come back by then waits again. */
    private static final Duration KEPT = Duration.ofHours(2);

    /** Each holds a bit for each text of its board; {@link TextNumbers} are kept while there is one. */
    private static final int MOST = 1000;

    private record Who(String board, Object likeness) {
    }

    private final Cache<Who, Look> looks = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();
    private final Cache<String, TextNumbers> numbers = Caffeine.newBuilder().weakValues().build();

    /** The one for that person at the current board, begun before they had an account too. */
    Look of(KnownAs member) {
        return Optional.ofNullable(looks.getIfPresent(who(member.likeness()))).or(() -> Optional.ofNullable(looks.getIfPresent(who(member.likenessBefore()))))
                .orElseGet(() -> looks.get(who(member.likeness()), who -> new Look(who.board(), numbers(who.board()), member)));
    }

    private static Who who(Object likeness) {
        return new Who(CurrentBoard.slug(), likeness);
    }

    private TextNumbers numbers(String board) {
        return numbers.get(board, any -> new TextNumbers());
    }

    /** Those for which there is something to do. */
    List<Look> due(Instant now) {
        return looks.asMap().values().stream().filter(look -> look.isDue(now)).toList();
    }

    /** Forgets those that are over. */
    void forget() {
        looks.asMap().values().removeIf(Look::isOver);
    }
}
