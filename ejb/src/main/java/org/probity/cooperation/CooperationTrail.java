package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.probity.audit.Audit;
import org.probity.kernel.Days;

/** Keeps each act about a request for help in the audit, with how the request stood before and after. */
@Dependent
class CooperationTrail {

    private static final int MOST_ALLEGED = 200;

    static final String KIND = "cooperation-request";

    @Inject
    private EntityManager entities;

    @Inject
    private Audit audit;

    void asked(CooperationRequest request) {
        audit.record("cooperation.requested", request.reference(), KIND, request.id(), null, state(request));
    }

    /** Does the work and keeps what it changed. */
    void of(String act, CooperationRequest request, Runnable work) {
        Map<String, Object> before = state(request);
        work.run();
        audit.record(act, request.reference(), KIND, request.id(), before, state(request));
    }

    private Map<String, Object> state(CooperationRequest request) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("kind", request.kind().name());
        state.put("status", request.status().name());
        state.put("round", request.round().number());
        state.put("replyBy", Days.of(request.round().replyBy()).toString());
        if (!request.alleged().isEmpty()) {
            state.put("alleged", entities.createQuery("select a.clauseNumber from Allegation a where a.id in (:alleged) order by a.id", String.class)
                    .setParameter("alleged", request.alleged()).setMaxResults(MOST_ALLEGED).getResultList());
        }
        request.answer().ifPresent(a -> state.put("answer", a.answer().name()));
        request.decisions().stream().reduce((earlier, later) -> later)
                .ifPresent(d -> state.put("decided", d.kind() + " " + d.result()));
        request.meetings().stream().filter(meeting -> meeting.right() != null).forEach(meeting -> state.put("minutesRight", meeting.right()));
        request.meetings().stream().flatMap(meeting -> meeting.recordings().stream()).forEach(said -> state.put("minutesRecorded", said.right()));
        request.accesses().forEach(a -> state.put("passwordChanged", a.passwordChanged()));
        return state;
    }
}
