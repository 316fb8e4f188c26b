package org.probity.proof;

import java.util.List;
import java.util.function.Function;
import org.probity.audit.AuditFilter;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditLines;
import org.probity.checkpoint.CheckpointLine;
import org.probity.checkpoint.Examination;
import org.probity.checkpoint.KeyLine;

/** What can be done with an audit: that of a board, or that of the installation. */
public abstract class AuditDesk {

    /**
     * The newest first.
     *
     * @param before place in the chain to begin before, or null to begin at its end
     */
    public abstract AuditLines search(AuditFilter filter, Long before, int size);

    /** The entries wanted as CSV. @param words what an entry says, as far as the reader may be told of it */
    public abstract ExportFile table(AuditFilter filter, Function<AuditLine, String> words);

    /** The whole chain with checkpoints, key and instructions as a ZIP. */
    public abstract ExportFile chain();

    /** Checks every entry against the chain and its checkpoints. */
    public abstract Examination examine();

    /** Signs the chain as it is now. @return place of the last entry signed; 0 where there is none */
    public abstract long checkpoint();

    /** The newest first, at most 50. */
    public abstract List<CheckpointLine> checkpoints();

    /** Which keys signed checkpoints, and how each came to that; the oldest first. */
    public abstract List<KeyLine> keys();
}
