package org.probity.exclusion;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.RolesGained;
import org.probity.exclusion.CaseTexts.Text;
import org.probity.investigation.Investigation;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;
import org.probity.member.KnownAs;
import org.probity.member.MemberJoined;
import org.probity.member.MembershipOpening;
import org.probity.member.Namesakes;

/**
 * Looks through all cases when somebody joins the board or is given a role: what names them, or may, is hidden from them
 * before they could open it. There may be more than one transaction has time for, since strangers write in cases. So it is
 * compared before, piece by piece, and whoever joins waits for that; in the transaction itself is compared what came in since.
 */
@Stateless
@Guarded
public class Newcomers {

    /** Pieces that a request waits for; {@link LookClock} goes on. */
    private static final int WAITED_FOR = 4;

    private static final Duration COME_BACK = Duration.ofMinutes(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Namesakes namesakes;

    @Inject
    private NameWalls nameWalls;

    @Inject
    private CaseExclusions caseExclusions;

    @Inject
    private CaseTexts texts;

    @Inject
    private Looks looks;

    @Inject
    private LookPieces pieces;

    @Inject
    private Clock clock;

    /** Before somebody becomes a member or sees more. @throws TryAgainLater where it takes longer than one waits for an answer */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void lookAhead(@Observes MembershipOpening opening) {
        Look look = looks.of(opening.member());
        if (!look.goOn(WAITED_FOR, () -> pieces.compare(look))) {
            throw later();
        }
    }

    private static TryAgainLater later() {
        return new TryAgainLater(Refusal.Kind.UNAVAILABLE, COME_BACK, "investigation.refused.stillLooking");
    }

    /** Somebody became a member. @throws TryAgainLater where too much was not compared yet */
    @Permitted(Act.INTERNAL)
    public void hideFrom(@Observes @Priority(Interceptor.Priority.APPLICATION) MemberJoined joined) {
        hideFrom(joined.accountId());
    }

    /** Somebody may see more than before. @throws TryAgainLater where too much was not compared yet */
    @Permitted(Act.INTERNAL)
    public void hideFrom(@Observes @Priority(Interceptor.Priority.APPLICATION) RolesGained gained) {
        hideFrom(gained.accountId());
    }

    /** All cases are held first, in the order in which every act holds more than one, and those that they lead with them. */
    private void hideFrom(Long account) {
        KnownAs member = namesakes.known(account);
        Look look = looks.of(member);
        Map<Text, Long> found = found(member, look);
        Set<Long> held = new TreeSet<>(found.values());
        held.addAll(entities.createQuery("select i.id from Investigation i join Member m on m.id = i.officerId where m.accountId = :account "
                + "and i.endedAt is null", Long.class).setParameter("account", account).getResultList());
        held.forEach(id -> entities.find(Investigation.class, id, LockModeType.PESSIMISTIC_WRITE));
        look.raised(raise(member, found));
        look.taken(member, clock.instant());
    }

    /** Where they are named, or may be, with the cases: as it was found before, and in what has come in since. */
    private Map<Text, Long> found(KnownAs member, Look look) {
        Map<Text, Long> found = new HashMap<>(look.found());
        List<Text> since = texts.first(LookPieces.PIECE + 1, look::lacks);
        if (since.size() > LookPieces.PIECE) {
            throw later();
        }
        texts.read(since).stream().filter(content -> content.names().test(member)).forEach(content -> found.put(content.text(), content.caseId()));
        return found;
    }

    /**
     * Walls before all those cases: as they are raised when such a text comes in, for as many texts as there is time for; before the
     * rest of the cases one that stands on likeness, until {@link LookClock} has compared them.
     *
     * @return the texts that are done
     */
    private List<Text> raise(KnownAs member, Map<Text, Long> found) {
        Map<Long, List<Text>> byCase = found.entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<Text> done = new ArrayList<>();
        byCase.forEach((id, named) -> {
            Investigation investigation = entities.find(Investigation.class, id);
            if (done.size() + named.size() <= LookPieces.PIECE) {
                texts.read(named).forEach(content -> content.raise().accept(nameWalls, investigation));
                done.addAll(named);
            } else if (investigation != null) {
                caseExclusions.raiseNear(investigation.reference(), List.of(member.accountId()), clock.instant());
            }
        });
        return done;
    }
}
