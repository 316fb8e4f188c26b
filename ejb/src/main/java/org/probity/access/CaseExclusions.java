package org.probity.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Raises walls and asks for them. Every query over things of a case carries {@link #inSight} or {@link #notNamed}: what
 * is hidden is neither listed nor counted.
 */
@Stateless
@Guarded
public class CaseExclusions {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<SightLost> lost;

    @Inject
    private Clock clock;

    /**
     * Condition that the caller sees the file: no wall stands before them and, where it is restricted, they are on its
     * team. The query needs the parameter {@code me}, the caller's account.
     *
     * @param reference expression of the file's reference, such as {@code w.reference}
     */
    public static String inSight(String reference) {
        return inSight(reference, ":me");
    }

    /** The same for another account than the caller's. @param account expression such as {@code m.accountId} */
    public static String inSight(String reference, String account) {
        return notNamed(reference, account) + " and (not exists (select 1 from Restriction shut where shut.reference = "
                + reference + " and shut.endedAt is null) or exists (select 1 from TeamPlace place where place.reference = "
                + reference + " and place.accountId = " + account + " and place.leftAt is null)) ";
    }

    /** Condition that no wall stands before the caller, whoever else may see the file: for an employer's referral. */
    public static String notNamed(String reference) {
        return notNamed(reference, ":me");
    }

    public static String notNamed(String reference, String account) {
        return " not exists (select 1 from CaseExclusion wall where wall.reference = " + reference + " and wall.accountId = " + account + ") ";
    }

    /**
     * From this moment the account sees nothing of the file. Raising a wall twice is raising it once; one that can be
     * lifted becomes one that cannot where there is a graver reason.
     */
    @Permitted(Act.INTERNAL)
    public void raise(String reference, Long accountId, String reason) {
        raise(reference, accountId, reason, null);
    }

    /** The same, with words of their own. @param words null where there are none */
    @Permitted(Act.INTERNAL)
    public void raise(String reference, Long accountId, String reason, String words) {
        if (accountId == null) {
            return;
        }
        Optional<CaseExclusion> standing = wall(reference, accountId);
        standing.ifPresent(wall -> wall.stays(reason));
        if (standing.isEmpty()) {
            entities.persist(new CaseExclusion(reference, accountId, reason, words, clock.instant()));
            lost.fire(new SightLost(reference));
        }
    }

    /**
     * The same for those whose names are near one in the file, unless it was decided since then that it is not theirs: in one
     * go, since words can be near many names.
     *
     * @param since when the name came into the file
     */
    @Permitted(Act.INTERNAL)
    public void raiseNear(String reference, Collection<Long> accounts, Instant since) {
        Set<Long> rest = new LinkedHashSet<>(accounts);
        if (!rest.isEmpty()) {
            of(reference).forEach(wall -> rest.remove(wall.accountId()));
            entities.createQuery("select c.accountId from ClearedNamesake c where c.reference = :reference and c.at >= :since", Long.class)
                    .setParameter("reference", reference).setParameter("since", since).getResultList().forEach(rest::remove);
            rest.forEach(account -> entities.persist(new CaseExclusion(reference, account, CaseExclusion.NEAR_NAME, clock.instant())));
        }
        if (!rest.isEmpty()) {
            lost.fire(new SightLost(reference));
        }
    }

    /**
     * Takes a wall away that may be taken away, and does not raise it again for the names that are in the file now. Where somebody had stepped
     * aside, nothing was decided about names: whoever lifts it has them looked for again.
     *
     * @param nearOnly whether it may be taken away only where it stands on likeness alone
     * @param why for those who look later
     * @return whether there was one
     */
    @Permitted(Act.INTERNAL)
    public boolean lift(String reference, Long accountId, boolean nearOnly, String why) {
        Optional<CaseExclusion> wall = wall(reference, accountId).filter(nearOnly ? CaseExclusion::isNear : CaseExclusion::liftable);
        wall.ifPresent(standing -> {
            entities.remove(standing);
            if (!standing.isOwnWord()) {
                ClearedNamesake decision = cleared(reference, accountId).orElseGet(() -> new ClearedNamesake(reference, accountId));
                entities.persist(decision.decided(why.strip(), CurrentCaller.get().name(), clock.instant()));
            }
        });
        return wall.isPresent();
    }

    private Optional<ClearedNamesake> cleared(String reference, Long accountId) {
        return entities.createQuery("select c from ClearedNamesake c where c.reference = :reference and c.accountId = :account", ClearedNamesake.class)
                .setParameter("reference", reference).setParameter("account", accountId).getResultList().stream().findFirst();
    }

    /** Whether a lead, or whoever may, has let the account see the file again since then. */
    @Permitted(Act.INTERNAL)
    public boolean isCleared(String reference, Long accountId, Instant since) {
        return cleared(reference, accountId).filter(decided -> !decided.at().isBefore(since)).isPresent();
    }

    /** Whether the file is hidden from the current caller. The clockwork sees every file. */
    @Permitted(Act.INTERNAL)
    public boolean hides(String reference) {
        Long accountId = CurrentCaller.get().accountId();
        return accountId != null && !sees(reference, accountId);
    }

    /** Whether a wall stands between the current caller and the file, whoever is on its team. */
    @Permitted(Act.INTERNAL)
    public boolean names(String reference) {
        return wall(reference, CurrentCaller.get().accountOrNobody()).isPresent();
    }

    /** Whether the account sees the file as far as walls and teams go; what its roles are is another question. */
    @Permitted(Act.INTERNAL)
    public boolean sees(String reference, Long accountId) {
        return !entities.createQuery("select m.id from Member m where m.accountId = :me and m.endedAt is null and" + inSight(":reference"), Long.class)
                .setParameter("me", accountId).setParameter("reference", reference).getResultList().isEmpty();
    }

    /** Whether the caller comes to the file by one of these acts, as far as walls and teams go. */
    @Permitted(Act.INTERNAL)
    public boolean admitsTo(String reference, Collection<Act> acts) {
        Caller caller = CurrentCaller.get();
        return acts.stream().flatMap(act -> act.grants().stream()).anyMatch(grant -> grant.isOpenHere(caller) && admits(reference, grant));
    }

    /** Whether the caller comes to the file by that part of an act, as far as walls and teams go: whoever is asked, by being its subject alone. */
    @Permitted(Act.INTERNAL)
    public boolean admits(String reference, Grant grant) {
        if (grant.conditions().contains(Condition.SUBJECT)) {
            return wall(reference, CurrentCaller.get().accountOrNobody()).filter(CaseExclusion::isSubject).isPresent();
        }
        if (grant.conditions().contains(Condition.ON_THE_TEAM)) {
            return !hides(reference);
        }
        return !grant.conditions().contains(Condition.NOT_A_PARTY) || !names(reference);
    }

    /** The walls of a file, the oldest first. */
    @Permitted(Act.INTERNAL)
    public List<CaseExclusion> of(String reference) {
        return entities.createQuery("select w from CaseExclusion w where w.reference = :reference order by w.id", CaseExclusion.class)
                .setParameter("reference", reference).getResultList();
    }

    private Optional<CaseExclusion> wall(String reference, Long accountId) {
        return entities.createQuery("select w from CaseExclusion w where w.reference = :reference and w.accountId = :account", CaseExclusion.class)
                .setParameter("reference", reference).setParameter("account", accountId).getResultList().stream().findFirst();
    }
}
