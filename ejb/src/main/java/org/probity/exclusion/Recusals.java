package org.probity.exclusion;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/** Stepping aside from a case: a wall at once, by one's own word, that only a lead takes away again. */
@Stateless
@Guarded
public class Recusals {

    private static final int WORDS = 1000;

    /**
     * Somebody who sees nothing of the case.
     *
     * @param words why they stepped aside; null where they did not
     * @param near whether their name is only like one in the case
     */
    public record Aside(Long accountId, String name, Instant since, String words, boolean near) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Restrictions restrictions;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private NameWalls names;

    @Inject
    private Audit audit;

    /**
     * From now on the caller sees nothing of the case; what waited for them there goes back to the others. The Door has
     * asked whether they see it; whether they have a conflict is what they answer with this.
     *
     * @throws Refusal INVALID on {@code reasons}; STATE for the last lead on the team of a restricted case
     */
    @Permitted(Act.STEP_ASIDE)
    public void stepAside(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.lock(reference);
        if (caseExclusions.hides(reference)) {
            throw Refusal.notFound();
        }
        Caller me = CurrentCaller.get();
        new Checks().text("reasons", reasons, WORDS).done();
        restrictions.requireLeadWithout(reference, me.memberId());
        audit.record("recusal.stepped", reference, "investigation", investigation.id(), null, Map.of("reasons", reasons));
        caseExclusions.raise(reference, me.accountId(), CaseExclusion.STEPPED_ASIDE, reasons.strip());
    }

    /**
     * Lets somebody see the case again who stepped aside, or who only has the name of somebody in it. Where a name like theirs came in while
     * they were aside, they stay outside until that is decided too.
     *
     * @throws Refusal INVALID on {@code accountId} where it is nobody's here, or on {@code why}; STATE where no such wall stands
     */
    @Permitted(Act.LET_BACK)
    public void letBack(@OfCase String reference, Long accountId, String why) {
        Investigation investigation = investigations.locked(reference);
        new Checks().required("accountId", accountId).text("why", why, WORDS).done();
        lift(investigation, accountId, false, why, "recusal.returned");
        names.check(investigation);
    }

    /**
     * Decides that somebody is not the one in the case whose name is only like theirs, so that they see it. Whoever has the name
     * itself, or has stepped aside, is let back by a lead alone: there the likeness is no guess of ours, and an officer would
     * decide over a colleague they work beside. Nobody decides it of themself, who see nothing of the case.
     *
     * @throws Refusal INVALID on {@code accountId} where it is no member's or their own, or on {@code why}; STATE where no such wall stands
     */
    @Permitted(Act.CLEAR_NAMESAKE)
    public void clear(@OfCase String reference, Long accountId, String why) {
        Investigation investigation = investigations.locked(reference);
        new Checks().required("accountId", accountId).text("why", why, WORDS)
                .that(!Objects.equals(accountId, CurrentCaller.get().accountId()), "accountId", "investigation.refused.notAside").done();
        lift(investigation, accountId, true, why, "recusal.cleared");
    }

    private void lift(Investigation investigation, Long accountId, boolean nearOnly, String why, String act) {
        if (!caseExclusions.lift(investigation.reference(), accountId, nearOnly, why)) {
            throw isMember(accountId) ? Refusal.state("investigation.refused.notAside")
                    : Refusal.invalid("accountId", "investigation.refused.notAside");
        }
        audit.record(act, investigation.reference(), "investigation", investigation.id(), null, Map.of("member", name(accountId), "reasons", why));
    }

    /** Those a lead could let back, by when they went. */
    @Permitted(Act.LET_BACK)
    public List<Aside> aside(@OfCase String reference) {
        return behindWalls(reference, CaseExclusion::liftable);
    }

    /** Those whose name is only like one in the case, by when it was found. */
    @Permitted(Act.CLEAR_NAMESAKE)
    public List<Aside> namesakes(@OfCase String reference) {
        return behindWalls(reference, CaseExclusion::isNear);
    }

    private List<Aside> behindWalls(String reference, Predicate<CaseExclusion> which) {
        investigations.visible(reference);
        return caseExclusions.of(reference).stream().filter(which)
                .map(wall -> new Aside(wall.accountId(), name(wall.accountId()), wall.since(), wall.words(), wall.isNear())).toList();
    }

    private String name(Long accountId) {
        return names(accountId).get(0);
    }

    private boolean isMember(Long accountId) {
        return !names(accountId).isEmpty();
    }

    private List<String> names(Long accountId) {
        return entities.createQuery("select m.name from Member m where m.accountId = :account", String.class)
                .setParameter("account", accountId).getResultList();
    }
}
