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
import org.probity.tenancy.CurrentBoard;

/** The audit of what belongs to no board, for the operator. */
@Stateless
@Guarded
public class InstallationAudit extends AuditDesk {

    @Inject
    private AuditSearch search;

    @Inject
    private AuditExport export;

    @Inject
    private Chains chains;

    @Inject
    private KeyHistory history;

    @Override
    @Permitted(Act.OPERATE)
    public AuditLines search(AuditFilter filter, Long before, int size) {
        return outside(search).page(filter, before, size);
    }

    @Override
    @Permitted(Act.OPERATE)
    public ExportFile table(AuditFilter filter, Function<AuditLine, String> words) {
        return outside(export).table(filter, words);
    }

    @Override
    @Permitted(Act.OPERATE)
    public ExportFile chain() {
        return outside(export).chain();
    }

    @Override
    @Permitted(Act.OPERATE)
    public Examination examine() {
        return outside(chains).examine();
    }

    @Override
    @Permitted(Act.OPERATE)
    public long checkpoint() {
        return outside(chains).checkpoint();
    }

    @Override
    @Permitted(Act.OPERATE)
    public List<CheckpointLine> checkpoints() {
        return outside(chains).checkpoints();
    }

    @Override
    @Permitted(Act.OPERATE)
    public List<KeyLine> keys() {
        return outside(history).shown();
    }

    /** Hands over to a new key. @throws org.probity.kernel.Refusal INVALID on {@code why} */
    @Permitted(Act.OPERATE_BOARDS)
    public void changeKey(String why) {
        outside(history).change(why);
    }

    /** An operator works for boards too, and audits none of them. */
    private static <T> T outside(T service) {
        if (CurrentBoard.orNone() != null) {
            throw new IllegalStateException("The operator does not read the audit of a board");
        }
        return service;
    }
}
