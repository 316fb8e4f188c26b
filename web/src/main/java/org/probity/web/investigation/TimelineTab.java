package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.audit.AuditQueries;
import org.probity.audit.TimelineEntry;
import org.probity.kernel.Page;
import org.probity.web.audit.AuditSentences;

/** Everything that happened in a case, read from the audit, the newest first. */
@Named
@RequestScoped
public class TimelineTab {

    private static final int SIZE = 50;

    private static final List<String> KINDS = List.of("all", "investigation", "detection", "evidence", "removal",
            "cooperation", "findings", "referral", "seen");

    @Inject
    private AuditQueries audit;

    @Inject
    @ManagedProperty("#{param.kind}")
    private String kind;

    @Inject
    @ManagedProperty("#{param.page}")
    private String page;

    private Page<TimelineEntry> entries;

    public List<TimelineEntry> of(String reference) {
        if (entries == null) {
            entries = audit.timeline(reference, getKind().equals("all") ? "" : getKind(), getPage() - 1, SIZE);
        }
        return entries.items();
    }

    public long total(String reference) {
        of(reference);
        return entries.total();
    }

    public String label(TimelineEntry entry) {
        return AuditSentences.act(CurrentCaller.get().language(), entry.act());
    }

    /** What the act left behind. */
    public List<AuditSentences.Said> details(TimelineEntry entry) {
        return AuditSentences.of(CurrentCaller.get().language(), entry.act(), entry.before(), entry.after());
    }

    public List<String> getKinds() {
        return KINDS;
    }

    public String getKind() {
        return kind != null && KINDS.contains(kind) ? kind : "all";
    }

    public int getPage() {
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }
}
