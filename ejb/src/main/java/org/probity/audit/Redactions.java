package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.tenancy.CurrentBoard;

/** Finds what the current caller must not be told by the audit. */
@Stateless
@Guarded
public class Redactions {

    @PersistenceContext
    private EntityManager entities;

    /** At a board; the installation has no cases. */
    @Permitted(Act.INTERNAL)
    public Redaction forCaller() {
        return new Redaction(CurrentCaller.get(), CurrentBoard.orNone() == null ? Set.of() : hidden(), cameAlong());
    }

    private long cameAlong() {
        return entities.createQuery("select h.cameAlong from ChainHead h", Long.class).getResultList().stream().findFirst().orElse(0L);
    }

    /** The cases the reader is named in, or that are restricted to a team they are not on. */
    @Permitted(Act.INTERNAL)
    public Set<String> hidden() {
        Set<String> hidden = new HashSet<>();
        for (String rows : List.of("CaseExclusion", "Restriction")) {
            hidden.addAll(entities.createQuery("select x.reference from " + rows + " x where not (" + CaseExclusions.inSight("x.reference") + ")",
                    String.class).setParameter("me", CurrentCaller.get().accountOrNobody()).getResultList());
        }
        return hidden;
    }
}
