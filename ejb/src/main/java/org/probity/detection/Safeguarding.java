package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.detection.GateAnswer.Gate;

/** What detection found of danger to children, for whatever depends on it later: how long a case is kept, and who outside has to be told. */
@Stateless
@Guarded
public class Safeguarding {

    @PersistenceContext
    private EntityManager entities;

    /** Whether triage said so, when it last was. */
    @Permitted(Act.INTERNAL)
    public boolean childInvolved(String reference) {
        return entities.createQuery("select g.answer from GateAnswer g where g.reference = :reference and g.gate = :triage "
                + "order by g.id desc", String.class).setParameter("reference", reference).setParameter("triage", Gate.TRIAGE)
                .setMaxResults(1).getResultList().stream().anyMatch(Safeguarding::saysChild);
    }

    static boolean saysChild(String answers) {
        try (JsonReader reader = Json.createReader(new StringReader(answers))) {
            return reader.readObject().getBoolean("childInvolved", false);
        }
    }

    /** Whether the designated officer was told in any detection of the case, or of a suspected image, or had to be and never was. */
    @Permitted(Act.INTERNAL)
    public boolean isAllegation(String reference) {
        return isImageSuspected(reference) || !entities.createQuery("select g.id from GateAnswer g where g.reference = :reference and (g.gate = :told "
                + "or g.gate = :safeguarding and g.answer like '%\"mustTell\":true%')", Long.class).setParameter("reference", reference)
                .setParameter("told", Gate.DESIGNATED_OFFICER_TOLD).setParameter("safeguarding", Gate.SAFEGUARDING)
                .setMaxResults(1).getResultList().isEmpty();
    }

    private boolean isImageSuspected(String reference) {
        return !entities.createQuery("select i.id from Investigation i where i.reference = :reference and i.hardStop = true", Long.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().isEmpty();
    }
}
