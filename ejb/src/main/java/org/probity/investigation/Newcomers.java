package org.probity.investigation;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.KnownAs;
import org.probity.identity.MemberJoined;
import org.probity.identity.Namesakes;
import org.probity.identity.Permitted;
import org.probity.identity.RolesGained;

/**
 * Looks through all cases when somebody joins the board or is given a role: what names them, or may, is hidden from them
 * before they could open it. It is compared as a new concern is, word for word, so nothing is found by one of the two alone.
 */
@Stateless
@Guarded
public class Newcomers {

    /** Rows that are in memory at once. */
    private static final int PIECE = 200;

    private static final String CONCERNS = "select c.id, i.id, c.subjectName, c.what, c.howNoticed, c.address, c.platform, c.subjectOrganisation "
            + "from Concern c join Investigation i on i.reference = c.reference where c.id > :last order by c.id";
    private static final String NOTES = "select n.id, i.id, n.words from Note n join Investigation i on i.reference = n.reference "
            + "where n.author = REPORTER and n.id > :last order by n.id";
    private static final String PARTIES = "select x.id, i.id, p.name, p.email, p.accountId from Party x join Person p on p.id = x.personId "
            + "join Investigation i on i.reference = x.reference where x.id > :last order by x.id";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Namesakes namesakes;

    @Inject
    private NameWalls walls;

    /** Somebody became a member. */
    @Permitted(Act.INTERNAL)
    public void hideFrom(@Observes @Priority(Interceptor.Priority.APPLICATION) MemberJoined joined) {
        hideFrom(joined.accountId());
    }

    /** Somebody may see more than before. */
    @Permitted(Act.INTERNAL)
    public void hideFrom(@Observes @Priority(Interceptor.Priority.APPLICATION) RolesGained gained) {
        hideFrom(gained.accountId());
    }

    /** All cases are held first, in the order in which every act holds more than one, and those that they lead with them. */
    private void hideFrom(Long account) {
        Set<Long> named = naming(namesakes.known(account));
        Set<Long> held = new TreeSet<>(named);
        held.addAll(entities.createQuery("select i.id from Investigation i join Member m on m.id = i.officerId where m.accountId = :account "
                + "and i.endedAt is null", Long.class).setParameter("account", account).getResultList());
        held.forEach(id -> entities.find(Investigation.class, id, LockModeType.PESSIMISTIC_WRITE));
        named.forEach(id -> walls.check(entities.find(Investigation.class, id)));
    }

    /** The cases in whose concern, notes or parties they are named, or may be. */
    private Set<Long> naming(KnownAs member) {
        Set<Long> found = new HashSet<>();
        each(CONCERNS, row -> member.mayBe((String) row[2], null, joined(Stream.of(row).skip(3))), found::add);
        each(NOTES, row -> member.mayBe(null, null, (String) row[2]), found::add);
        each(PARTIES, row -> row[4] != null ? member.accountId().equals(row[4]) : member.mayBe((String) row[2], (String) row[3], null), found::add);
        return new TreeSet<>(found);
    }

    private static String joined(Stream<Object> texts) {
        return texts.filter(Objects::nonNull).map(String.class::cast).collect(Collectors.joining(" / "));
    }

    private void each(String query, Predicate<Object[]> isMeant, Consumer<Long> found) {
        TypedQuery<Object[]> pieces = entities.createQuery(query, Object[].class).setMaxResults(PIECE);
        List<Object[]> piece = pieces.setParameter("last", Long.MIN_VALUE).getResultList();
        while (!piece.isEmpty()) {
            piece.stream().filter(isMeant).forEach(row -> found.accept((Long) row[1]));
            piece = pieces.setParameter("last", piece.get(piece.size() - 1)[0]).getResultList();
        }
    }
}
