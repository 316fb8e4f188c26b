package org.probity.exclusion;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.probity.access.ScheduledWork;
import org.probity.exclusion.CaseTexts.Text;
import org.probity.kernel.Unguarded;

/**
 * Goes on looking through cases for those who wait to join, one piece for each in turn; and for those who have joined, for as
 * long as a transaction may last: what was on its way into a case at that moment was seen by neither side.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookClock {

    private static final String WORK = "Looking through cases for somebody who joins";

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private Looks looks;

    @Inject
    private LookPieces pieces;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void round() {
        Set<Look> resting = new HashSet<>();
        List<Look> going = going(resting);
        while (!going.isEmpty()) {
            going.stream().filter(look -> !goesOn(look)).forEach(resting::add);
            going = going(resting);
        }
        looks.forget();
    }

    private List<Look> going(Set<Look> resting) {
        return looks.due(clock.instant()).stream().filter(look -> !resting.contains(look)).toList();
    }

    /** Does a piece. @return false where nothing is left, somebody else is at it, or it failed and waits for the next round */
    private boolean goesOn(Look look) {
        AtomicBoolean more = new AtomicBoolean();
        scheduledWork.board(WORK, look.board(), () -> look.goOn(1, () -> {
            more.set(piece(look));
            if (!more.get()) {
                look.rests(clock.instant());
            }
            return more.get();
        }));
        return more.get();
    }

    private boolean piece(Look look) {
        return pieces.compare(look) || look.isTaken() && isRaised(look);
    }

    private boolean isRaised(Look look) {
        List<Text> done = pieces.raise(look);
        look.raised(done);
        return !done.isEmpty();
    }
}
