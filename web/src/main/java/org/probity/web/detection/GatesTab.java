package org.probity.web.detection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.probity.access.CurrentCaller;
import org.probity.detection.GateQueries;
import org.probity.detection.GateQueries.GateLine;
import org.probity.web.audit.AuditSentences;

/** How the gates of a case were answered, the newest first. */
@Named
@RequestScoped
public class GatesTab {

    @Inject
    private GateQueries queries;

    private List<GateLine> gates;

    public List<GateLine> of(String reference) {
        if (gates == null) {
            gates = queries.of(reference);
        }
        return gates;
    }

    /** What was answered beside the words. */
    public List<AuditSentences.Said> answers(GateLine line) {
        return AuditSentences.of(CurrentCaller.get().language(), act(line), null, line.answer());
    }

    /** Key of what the words are. */
    public String words(GateLine line) {
        return switch (line.gate()) {
            case DANGER_REPORTED -> "detection.danger.note";
            case DESIGNATED_OFFICER_TOLD -> "detection.telling.advice";
            case TRIAGE, URGENT, SAFEGUARDING -> "detection.triage.reasons";
        };
    }

    /** Under which the audit keeps the same. */
    static String act(GateLine line) {
        return "detection." + line.gate().name().toLowerCase(Locale.ROOT);
    }
}
