package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.probity.detection.GateAnswer.Gate;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.OfCase;
import org.probity.identity.Permitted;
import org.probity.investigation.Investigations;
import org.probity.kernel.Json;

/** Reads how each step of the detection of a case was answered, and why. */
@Stateless
@Guarded
public class GateQueries {

    /** Five of each time a case was opened at its detection. */
    private static final int MOST = 200;

    /**
     * One step as it was answered.
     *
     * @param round which detection of the case, from 1: one that was opened again at its detection answers each anew
     * @param answer what was answered beside the words, as JSON
     * @param words why, or what was agreed or advised; null where nothing was written
     */
    public record GateLine(Long id, int round, Gate gate, Instant at, String by, String answer, String words) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    /** The newest first. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<GateLine> of(@OfCase String reference) {
        investigations.visible(reference);
        return entities.createQuery("select g from GateAnswer g where g.reference = :reference order by g.answeredAt desc, g.id desc",
                GateAnswer.class).setParameter("reference", reference).setMaxResults(MOST).getResultList().stream().map(GateQueries::line).toList();
    }

    private static GateLine line(GateAnswer given) {
        return new GateLine(given.id(), given.round(), given.gate(), given.answeredAt(), given.answeredBy(), answer(given), given.reasons());
    }

    /** The words stand beside it. Of an answer that cannot be read nothing else is told. */
    private static String answer(GateAnswer given) {
        Map<String, Object> answer = new TreeMap<>();
        answer.putAll(Json.object(given.answer()).orElse(Map.of()));
        answer.keySet().removeAll(List.of("reasons", "note", "advice"));
        return Json.write(answer);
    }
}
