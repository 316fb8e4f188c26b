package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.CaseReference;
import org.probity.kernel.Days;
import org.probity.tenancy.Boards;

/**
 * Gives out references such as CHSCB-2026-482193: any number that is free in its year. Counted ones would tell from whom cases
 * are hidden that there are some, and when they were opened; nor does anybody wait for the next one.
 */
@Stateless
@Guarded
public class CaseNumbers {

    private static final int LEAST_DIGITS = 6;
    private static final int MOST_DIGITS = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** One that no case of the board has, of six digits; of more where that one is taken. */
    @Permitted(Act.INTERNAL)
    public String next() {
        String prefix = boards.board().prefix();
        int year = Days.of(clock.instant()).getYear();
        int digits = LEAST_DIGITS;
        String reference = any(prefix, year, digits);
        while (isTaken(reference)) {
            digits = Math.min(digits + 1, MOST_DIGITS);
            reference = any(prefix, year, digits);
        }
        return reference;
    }

    private static String any(String prefix, int year, int digits) {
        int first = (int) Math.pow(10, digits - 1);
        return CaseReference.of(prefix, year, RANDOM.nextInt(first, first * 10));
    }

    private boolean isTaken(String reference) {
        return !entities.createQuery("select i.id from Investigation i where i.reference = :reference", Long.class)
                .setParameter("reference", reference).getResultList().isEmpty();
    }
}
