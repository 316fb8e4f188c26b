package org.probity.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.audit.AuditQueries;
import org.probity.audit.TimelineEntry;
import org.probity.identity.CurrentCaller;
import org.probity.kernel.Page;
import org.probity.web.kernel.Texts;

/** The audit of the board, the newest first. */
@Named
@RequestScoped
public class AuditPage {

    private static final int SIZE = 50;

    private static final List<String> KINDS = List.of("", "concern", "investigation", "detection", "evidence", "removal",
            "cooperation", "findings", "referral", "audit");

    @Inject
    private AuditQueries audit;

    private String kind = "";
    private int page = 1;
    private Page<TimelineEntry> entries;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but an auditor */
    public void load() {
        entries = audit.all(kind.isEmpty() ? "" : kind + ".", page - 1, SIZE);
    }

    public List<TimelineEntry> getEntries() {
        return entries.items();
    }

    public long getTotal() {
        return entries.total();
    }

    public int getSize() {
        return SIZE;
    }

    public String label(TimelineEntry entry) {
        return Texts.of(CurrentCaller.get().language(), "audit.act." + entry.act());
    }

    public List<String> getKinds() {
        return KINDS;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = KINDS.contains(kind) ? kind : "";
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }
}
