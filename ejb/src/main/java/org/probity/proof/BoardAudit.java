package org.probity.proof;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.AuditFilter;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditLines;
import org.probity.audit.AuditSearch;
import org.probity.checkpoint.Chains;
import org.probity.checkpoint.CheckpointLine;
import org.probity.checkpoint.Examination;
import org.probity.checkpoint.KeyHistory;
import org.probity.checkpoint.KeyLine;

/** The audit of the current board, for its auditor. */
@Stateless
@Guarded
public class BoardAudit extends AuditDesk {

    @Inject
    private AuditSearch search;

    @Inject
    private AuditExport export;

    @Inject
    private Chains chains;

    @Inject
    private KeyHistory history;

    @Override
    @Permitted(Act.SEE_AUDIT)
    public AuditLines search(AuditFilter filter, Long before, int size) {
        return search.page(filter, before, size);
    }

    @Override
    @Permitted(Act.SEE_AUDIT)
    public ExportFile table(AuditFilter filter, Function<AuditLine, String> words) {
        return export.table(filter, words);
    }

    @Override
    @Permitted(Act.SEE_AUDIT)
    public ExportFile chain() {
        return export.chain();
    }

    @Override
    @Permitted(Act.SEE_AUDIT)
    public Examination examine() {
        return chains.examine();
    }

    @Override
    @Permitted(Act.SEE_AUDIT)
    public long checkpoint() {
        return chains.checkpoint();
    }

    @Override
    @Permitted(Act.SEE_AUDIT)
    public List<CheckpointLine> checkpoints() {
        return chains.checkpoints();
    }

    @Override
    @Permitted(Act.SEE_AUDIT)
    public List<KeyLine> keys() {
        return history.shown();
    }
}
