package org.probity.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Member;
import org.probity.identity.Members;
import org.probity.kernel.Language;
import org.probity.kernel.Unguarded;
import org.probity.notification.Outbox;
import org.probity.notification.Recipient;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;

/**
 * Tells by mail that a concern has come in. Anybody may report as many as they like, from as many places: of what does not come from
 * those who work on cases, a reader is written to about the first {@link #EACH} of an hour, and then once that there are more.
 */
@Unguarded("It queues words without case content through the guarded outbox")
@ApplicationScoped
class ConcernMail {

    /** How many of {@link #PERIOD} have a mail of their own to each reader. */
    static final int EACH = 5;

    /** How long one mail stands for all that come after it. */
    static final Duration PERIOD = Duration.ofHours(1);

    private static final String ONE = "officer.newConcern";
    private static final String MORE = "officer.moreConcerns";

    @Inject
    private Boards boards;

    @Inject
    private Members members;

    @Inject
    private DeskMail desk;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** To the board's own address; where somebody may not know of it, who may read there too, to every officer who may. */
    void announce(String reference, boolean walled) {
        String key = "concern/" + reference;
        if (walled) {
            desk.officers(reference).forEach(officer -> tell(key + "/" + officer.id(), to(officer), reference));
        } else {
            Board board = boards.board();
            tell(key, new Recipient(board.name(), board.contactEmail(), Language.EN), reference);
        }
    }

    private Recipient to(Member officer) {
        return new Recipient(officer.name(), officer.email(), members.language(officer));
    }

    /** Two at the same moment may both be written about: that is a mail too many, and neither reporter is turned away for it. */
    private void tell(String key, Recipient to, String reference) {
        Instant since = clock.instant().minus(PERIOD);
        if (CurrentCaller.get().worksOnCases() || outbox.queued(to, ONE, since) < EACH) {
            outbox.queue(key, to.name(), to.address(), to.language(), ONE, reference, "investigations/" + reference);
        } else if (outbox.queued(to, MORE, since) == 0) {
            outbox.queue("concerns/more/" + key, to.name(), to.address(), to.language(), MORE, "", "worklist");
        }
    }
}
