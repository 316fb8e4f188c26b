package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.detection.GateAnswer.Gate;
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

    /** The newest first; that the designated officer was told of an image that was suspected later in the case stands among them. */
    @Permitted(Act.SEE_INVESTIGATION)
    public List<GateLine> of(@OfCase String reference) {
        investigations.visible(reference);
        List<GateAnswer> answers = entities.createQuery("select g from GateAnswer g where g.reference = :reference order by g.answeredAt desc, g.id desc",
                GateAnswer.class).setParameter("reference", reference).setMaxResults(MOST).getResultList();
        return Stream.concat(answers.stream().map(GateQueries::line), tellings(reference, answers)).sorted(Comparator.comparing(GateLine::at)
                .thenComparing(GateLine::id).reversed()).toList();
    }

    /** Of several images that were told of at once, one; of what the gate holds, none. */
    private Stream<GateLine> tellings(String reference, List<GateAnswer> answers) {
        Set<Instant> known = answers.stream().filter(given -> given.gate() == Gate.DESIGNATED_OFFICER_TOLD).map(GateAnswer::answeredAt)
                .collect(Collectors.toCollection(HashSet::new));
        return entities.createQuery("select s from SuspectedImage s where s.reference = :reference and s.toldAt is not null order by s.number",
                SuspectedImage.class).setParameter("reference", reference).setMaxResults(HardStops.MOST).getResultList().stream()
                .filter(image -> known.add(image.toldAt())).map(image -> new GateLine(image.id(), round(image, answers), Gate.DESIGNATED_OFFICER_TOLD,
                        image.toldAt(), image.toldBy(), answer(image.told()), Json.read(image.told(), DesignatedOfficerContact.class).advice()));
    }

    /** The last detection that the case had come to by then. */
    private static int round(SuspectedImage image, List<GateAnswer> answers) {
        return answers.stream().filter(given -> !given.answeredAt().isAfter(image.toldAt())).findFirst().map(GateAnswer::round).orElse(1);
    }

    private static GateLine line(GateAnswer given) {
        return new GateLine(given.id(), given.round(), given.gate(), given.answeredAt(), given.answeredBy(), answer(given.answer()), given.reasons());
    }

    /** The words stand beside it. Of an answer that cannot be read nothing else is told. */
    private static String answer(String given) {
        Map<String, Object> answer = new TreeMap<>();
        answer.putAll(Json.object(given).orElse(Map.of()));
        answer.keySet().removeAll(List.of("reasons", "note", "advice"));
        return Json.write(answer);
    }
}
