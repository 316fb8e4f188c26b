package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Boards;

/**
 * Gives out references such as CHSCB-2026-0042. In a transaction of its own, so that cases opened at the same time do
 * not queue behind each other; a case that fails to open leaves a gap in the numbers.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CaseNumbers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseYears years;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** The board's next reference of this year. */
    @Permitted(Act.INTERNAL)
    public String next() {
        int year = Days.of(clock.instant()).getYear();
        CaseNumber counter = counter(year).orElseGet(() -> first(year));
        return "%s-%d-%04d".formatted(boards.board().prefix(), year, counter.next());
    }

    private Optional<CaseNumber> counter(int year) {
        return entities.createQuery("select c from CaseNumber c where c.year = :year", CaseNumber.class)
                .setParameter("year", year).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** The year's first case. Whoever does not begin the count goes on with the one that somebody else began. */
    private CaseNumber first(int year) {
        try {
            years.begin(year);
        } catch (Refusal lostRace) {
            return counter(year).orElseThrow(() -> lostRace);
        }
        return counter(year).orElseThrow();
    }
}
