package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.investigation.Closure;
import org.probity.investigation.Investigation;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Investigations;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.tenancy.Boards;

/**
 * How long a case is kept that came to the designated officer: longer than an ordinary conduct matter, by a dated rule of the
 * country's practice pack.
 */
@Stateless
@Guarded
public class Retention {

    /** Rule that says for how many years such a case is kept, or to normal retirement age, whichever is longer. */
    static final String RULE = "retentionAllegation";

    /**
     * What such a case is kept by.
     *
     * @param years it is kept at least
     * @param retirementOn as it was told the last time the case was closed with one, or null where it is not known
     */
    public record Kept(int years, LocalDate retirementOn) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Safeguarding safeguarding;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** Such a case is kept until the last of these days: the board's own, the rule's, and the one the subject retires on, where that is known. */
    @Permitted(Act.INTERNAL)
    public void raise(@Observes InvestigationEnded ended) {
        if (safeguarding.isAllegation(ended.reference())) {
            raise(investigations.byReference(ended.reference()), ended.retirementOn());
        }
    }

    /** The same for one that ended before it came to them. @param retirementOn null where that was told before, or never */
    @Permitted(Act.INTERNAL)
    public void raise(Investigation investigation, LocalDate retirementOn) {
        LocalDate today = Days.of(clock.instant());
        LocalDate retirement = retirementOn == null ? retirement(investigation) : retirementOn;
        investigation.retain(Stream.of(investigation.retainUntil(), today.plusYears(years(today)),
                retirement == null ? today : retirement).max(LocalDate::compareTo)
                .filter(Days::keeps).orElse(Days.LAST));
    }

    /** By what the case is kept, where it came to the designated officer; empty where it is an ordinary conduct matter. */
    @Permitted(Act.SEE_INVESTIGATION)
    public Optional<Kept> kept(@OfCase String reference) {
        Investigation investigation = investigations.visible(reference);
        return safeguarding.isAllegation(reference) ? Optional.of(new Kept(years(Days.of(clock.instant())), retirement(investigation))) : Optional.empty();
    }

    private LocalDate retirement(Investigation investigation) {
        return entities.createQuery("select c from Closure c where c.investigationId = :id and c.retirementOn is not null "
                + "order by c.number desc", Closure.class).setParameter("id", investigation.id()).setMaxResults(1).getResultList().stream()
                .map(Closure::retirementOn).findFirst().orElse(null);
    }

    private int years(LocalDate day) {
        return PracticePack.of(boards.board().country()).rule(RULE, day, Language.EN).time().amount();
    }
}
