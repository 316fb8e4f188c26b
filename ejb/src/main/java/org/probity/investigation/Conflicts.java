package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CaseOpening;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Recusals;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.member.Person;

/**
 * Asks whoever works on a case and shares an organisation or a last name with somebody named in it whether that is a
 * conflict of interest. Until they have said why not, or stepped aside ({@link Recusals}), they neither read the case nor
 * act on it: lists only say that it is there. Somebody named later is asked about later; whom the concern names from the
 * beginning, by the name alone, until somebody has said who that is. Nobody is asked about themself:
 * who may be somebody in the case stands behind a wall ({@link NameWalls}) until somebody else has decided that they are not.
 */
@Stateless
@Guarded
public class Conflicts {

    private static final int WORDS = 1000;

    /** No organisation has this number. */
    private static final long NONE = -1;

    private static final String ALIKE = " (named.organisationId = :organisation or" + Person.isOfFamily("named.surname") + ") "
            + "and (named.accountId is null or named.accountId <> :me) ";

    /** Every reading of a case asks it, so it leaves what was answered before to a query that is hardly ever needed. */
    private static final String OF_CASE = "select named.id, named.name, named.organisationId, about.subjectId, about.subjectName, about.subjectSurname "
            + "from Investigation about left join Party party on party.reference = about.reference "
            + "left join Person named on named.id = party.personId and" + ALIKE + "where about.reference = :reference order by named.id";

    private static final String GROUND = " from Party party join Person named on named.id = party.personId where" + ALIKE
            + "and not exists (select 1 from ConflictAnswer said where said.reference = party.reference and said.accountId = :me "
            + "and said.personId = named.id) and party.reference = ";

    /** What the caller shares with somebody named in the case. */
    public enum Shared { ORGANISATION, NAME }

    /** Somebody named in the case, and what the caller shares with them. @param personId null for whom the concern alone names */
    public record Ground(Long personId, String name, Shared shared) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @throws ConflictToAnswer where the caller has something to answer first */
    @Permitted(Act.INTERNAL)
    public void ask(@Observes CaseOpening opening) {
        requireAnswer(opening.reference());
    }

    /** @throws ConflictToAnswer where the caller has something to answer first */
    @Permitted(Act.INTERNAL)
    public void requireAnswer(String reference) {
        if (!grounds(reference).isEmpty()) {
            throw new ConflictToAnswer(reference);
        }
    }

    /** What the caller has to answer; empty where nothing. @throws Refusal NOT_FOUND where they do not see the case */
    @Permitted(Act.DECLARE_CONFLICT)
    public List<Ground> open(@OfCase String reference) {
        investigations.byReference(reference);
        return grounds(reference);
    }

    /**
     * None of it is a conflict. Where there is nothing to answer, nothing happens.
     *
     * @throws Refusal INVALID on {@code reasons}, NOT_FOUND where the case is out of sight
     */
    @Permitted(Act.DECLARE_CONFLICT)
    public void declareNone(@OfCase String reference, String reasons) {
        Long investigation = investigations.lock(reference).id();
        new Checks().text("reasons", reasons, WORDS).done();
        for (Ground ground : grounds(reference)) {
            entities.persist(new ConflictAnswer(reference, CurrentCaller.get().accountId(), ground.personId(), reasons.strip(),
                    clock.instant()));
            audit.record("conflict.denied", reference, "investigation", investigation, null,
                    Map.of("person", ground.name(), "shared", ground.shared().name(), "reasons", reasons));
        }
    }

    /**
     * Condition that the caller has something to answer about the case first, for lists of what is in cases. The query has to be
     * {@link #bound}. It compares by more than equality, which alone PostgreSQL answers from everybody named in all cases.
     *
     * @param reference expression of the case's reference, such as {@code i.reference}
     */
    public static String unanswered(String reference) {
        return " (exists (select 1 from Investigation about where about.reference = " + reference + " and about.reference >= " + reference
                + " and " + reported("about") + ") or" + amongParties(reference) + ") ";
    }

    /** The same for lists of cases themselves. @param investigation alias of the case */
    public static String unansweredOf(String investigation) {
        return " (" + reported(investigation) + "or" + amongParties(investigation + ".reference") + ") ";
    }

    private static String amongParties(String reference) {
        return " exists (select 1" + GROUND + reference + " and party.reference >= " + reference + ") ";
    }

    /**
     * That nobody has said yet whom the concern of the case names, and that the caller shares the name and has not answered for it.
     * Never null, so that it can be turned round.
     */
    private static String reported(String of) {
        return of + ".subjectId is null and " + of + ".subjectSurname is not null and" + Person.isOfFamily(of + ".subjectSurname")
                + "and not exists (select 1 from ConflictAnswer told where told.reference = " + of + ".reference and told.reference >= " + of
                + ".reference and told.accountId = :me and told.personId is null) ";
    }

    /** Tells a query that holds {@link #unanswered} who is asking. */
    public static <T> TypedQuery<T> bound(TypedQuery<T> query) {
        Caller me = CurrentCaller.get();
        Person.sought(me.name()).forEach(query::setParameter);
        return query.setParameter("me", me.accountOrNobody()).setParameter("organisation", me.organisationId() == null ? NONE : me.organisationId());
    }

    private List<Ground> grounds(String reference) {
        if (CurrentCaller.get().memberId() == null) {
            return List.of();
        }
        List<Object[]> rows = bound(entities.createQuery(OF_CASE, Object[].class)).setParameter("reference", reference).getResultList();
        List<Ground> shared = Stream.concat(rows.stream().limit(1).flatMap(Conflicts::concerned), rows.stream().flatMap(Conflicts::party)).distinct().toList();
        if (shared.isEmpty()) {
            return shared;
        }
        Set<Long> answered = new HashSet<>(entities.createQuery("select said.personId from ConflictAnswer said where said.reference = :reference "
                + "and said.accountId = :me", Long.class).setParameter("reference", reference)
                .setParameter("me", CurrentCaller.get().accountOrNobody()).getResultList());
        return shared.stream().filter(ground -> !answered.contains(ground.personId())).toList();
    }

    /** Whom the concern names, until somebody has said who that is. */
    private static Stream<Ground> concerned(Object[] row) {
        boolean shared = row[3] == null && Person.isOfFamily((String) row[5], CurrentCaller.get().name());
        return shared ? Stream.of(new Ground(null, (String) row[4], Shared.NAME)) : Stream.empty();
    }

    private static Stream<Ground> party(Object[] row) {
        if (row[0] == null) {
            return Stream.empty();
        }
        boolean colleague = row[2] != null && row[2].equals(CurrentCaller.get().organisationId());
        return Stream.of(new Ground((Long) row[0], (String) row[1], colleague ? Shared.ORGANISATION : Shared.NAME));
    }
}
