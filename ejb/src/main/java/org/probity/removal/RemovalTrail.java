package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.audit.Audit;
import org.probity.kernel.Days;

/** Keeps each act about a request in the audit, with how the request stood before and after. */
@Dependent
class RemovalTrail {

    private static final int MOST_ALLEGED = 200;

    static final String KIND = "removal-request";

    @Inject
    private EntityManager entities;

    @Inject
    private Audit audit;

    void asked(RemovalRequest request) {
        audit.record("removal.requested", request.reference(), KIND, request.id(), null, state(request));
    }

    /** Does the work and keeps what it changed. */
    void of(String act, RemovalRequest request, Runnable work) {
        Map<String, Object> before = state(request);
        work.run();
        audit.record(act, request.reference(), KIND, request.id(), before, state(request));
    }

    private Map<String, Object> state(RemovalRequest request) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("status", request.status().name());
        state.put("round", request.round().number());
        state.put("replyBy", Days.of(request.round().replyBy()).toString());
        if (!request.alleged().isEmpty()) {
            state.put("alleged", entities.createQuery("select a.clauseNumber from Allegation a where a.id in (:alleged) order by a.id", String.class)
                    .setParameter("alleged", request.alleged()).setMaxResults(MOST_ALLEGED).getResultList());
        }
        state.put("open", request.openItems().size());
        last(request.answers()).ifPresent(a -> state.put("answer", a.answer().name()));
        last(request.decisions()).ifPresent(d -> state.put("decided", d.kind() + " " + d.result()));
        return state;
    }

    private static <T> Optional<T> last(List<T> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }
}
