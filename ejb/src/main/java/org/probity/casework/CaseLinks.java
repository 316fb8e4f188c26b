package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.investigation.CaseLink;
import org.probity.investigation.ConflictToAnswer;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/**
 * Which cases are about the same thing. The reference of the other case stands in these rows alone, and in no answer or entry that
 * whoever sees one of the cases can read: the other may be one that names them.
 */
@Stateless
@Guarded
public class CaseLinks {

    private static final int SHOWN = 50;

    /** Cases that are each about the same as the next. */
    static final int LONGEST = 20;

    private static final int MOST = 1_000;

    private static final String FIELD = "duplicateOf";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Conflicts conflicts;

    @Inject
    private Clock clock;

    /** The cases that it is linked with, either way, of those that the caller sees and has nothing to answer about. */
    @Permitted(Act.INTERNAL)
    public List<CaseView.LinkLine> of(String reference) {
        return Stream.concat(linked("other", "reference", reference).map(other -> new CaseView.LinkLine(other, CaseView.Way.DUPLICATE_OF)),
                linked("reference", "other", reference).map(other -> new CaseView.LinkLine(other, CaseView.Way.HAS_DUPLICATE))).toList();
    }

    private Stream<String> linked(String end, String by, String reference) {
        return linked(end, by, Set.of(reference), SHOWN);
    }

    private Stream<String> linked(String end, String by, Set<String> references, int most) {
        return Conflicts.bound(entities.createQuery("select l." + end + " from CaseLink l where l." + by + " in :references and"
                + CaseExclusions.inSight("l." + end) + "and not" + Conflicts.unanswered("l." + end) + "order by l.id", String.class))
                .setParameter("references", references).setMaxResults(most).getResultList().stream();
    }

    /**
     * Before {@link #duplicate}, and before either case is held: both are, always in the same order, so that of two cases that are each
     * said to be about the same thing as the other at one moment, the second to be said meets the first. Who does not see the earlier
     * one makes nobody wait for it.
     */
    @Permitted(Act.INTERNAL)
    public void hold(String reference, String given) {
        if (given != null && !given.isBlank()) {
            Conflicts.bound(entities.createQuery("select i from Investigation i where i.reference in (:reference, :other) and" + CaseExclusions.inSight("i.reference")
                    + "and not" + Conflicts.unanswered("i.reference") + "order by i.id", Investigation.class)).setParameter("reference", reference)
                    .setParameter("other", given.strip()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        }
    }

    /**
     * The case is about the same thing as an earlier one. Saying it again is saying it once. Who may not know of the earlier one is
     * not told that there is one: nobody writes down elsewhere that it was said.
     *
     * @param given the reference of the earlier case; blank for none
     * @return whether there is one
     * @throws Refusal INVALID on {@code duplicateOf} where that is no other case that the caller sees, they have a conflict of interest
     *         to answer about it first, or it was said to be about the same thing as this one
     */
    @Permitted(Act.INTERNAL)
    public boolean duplicate(Investigation investigation, String given) {
        if (given == null || given.isBlank()) {
            return false;
        }
        String other = known(given.strip());
        String reference = investigation.reference();
        new Checks().that(!other.equals(reference), FIELD, "detection.refused.sameCase").done();
        new Checks().that(!leads(other, reference), FIELD, "detection.refused.circle").done();
        if (entities.createQuery("select l.id from CaseLink l where l.reference = :reference and l.other = :other", Long.class)
                .setParameter("reference", reference).setParameter("other", other).setMaxResults(1).getResultList().isEmpty()) {
            entities.persist(new CaseLink(reference, other, CaseLink.Kind.DUPLICATE_OF, CurrentCaller.get().name(), clock.instant()));
        }
        return true;
    }

    /** What stands in lists already is not denied: that there is such a case, and that something is to be answered first. */
    private String known(String reference) {
        try {
            conflicts.requireAnswer(investigations.inSight(reference).reference());
            return reference;
        } catch (ConflictToAnswer first) {
            throw Refusal.invalid(FIELD, "detection.refused.answerFirst");
        } catch (Refusal hidden) {
            throw Refusal.invalid(FIELD, "detection.refused.unknownCase");
        }
    }

    /**
     * Goes by what the caller sees alone, and so tells them of no other; one query for all that are as far away.
     *
     * @throws Refusal INVALID on {@code duplicateOf} where there is no end of them
     */
    private boolean leads(String from, String to) {
        Set<String> met = new HashSet<>(Set.of(from));
        Set<String> open = Set.of(from);
        for (int step = 1; !open.isEmpty() && !met.contains(to); step++) {
            new Checks().that(step <= LONGEST && met.size() <= MOST, FIELD, "detection.refused.longChain").done();
            open = linked("other", "reference", open, MOST).filter(met::add).collect(Collectors.toSet());
        }
        return met.contains(to);
    }
}
