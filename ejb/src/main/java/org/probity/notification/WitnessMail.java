package org.probity.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.checkpoint.CheckpointSigned;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardResolver;

/**
 * Sends each checkpoint of a board to a witness, where {@code PROBITY_WITNESS_MAIL} names one: somebody who keeps what
 * nobody here can take back. It says where the chain ends and nothing of what is in it.
 */
@Stateless
@Guarded
public class WitnessMail {

    private final String witness;

    @Inject
    private Outbox outbox;

    /** Whoever {@code PROBITY_WITNESS_MAIL} names. */
    public WitnessMail() {
        this(System.getenv("PROBITY_WITNESS_MAIL"));
    }

    WitnessMail(String witness) {
        this.witness = witness;
    }

    /** The installation's own chain has no board whose mail it could be; its checkpoints are time-stamped and lie in their file. */
    @Permitted(Act.INTERNAL)
    public void send(@Observes CheckpointSigned signed) {
        SignedCheckpoint checkpoint = signed.checkpoint();
        if (witness != null && !witness.isBlank() && !checkpoint.board().equals(BoardResolver.NO_BOARD)) {
            outbox.queue("checkpoint/" + checkpoint.seq() + "/" + checkpoint.at(), "", witness.strip(), Language.EN, "witness.checkpoint",
                    checkpoint.board(), "audit", checkpoint.line());
        }
    }
}
