package org.probity.member;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.jpa.AvailableHints;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.names.RecordedNames;

/**
 * Which members somebody's words may mean, found by the indexed forms of their names ({@link MemberName}): one query that
 * most concerns end with, and a second one for those whom it finds something of.
 */
@Stateless
@Guarded
public class Namesakes {

    /** A list as one parameter is parsed anew each time; queries with as many places are parsed once and kept, so there are few. */
    private static final int STEP = 16;

    /** Beyond as many places there are twice as many each time. */
    private static final int FINE = 8 * STEP;

    /** More than so many at once cost the database more than to tell everything that it has of the board. */
    private static final int MOST = 2048;

    private static final String ALL = "select n.accountId, n.form from MemberName n";
    private static final String MEMBERS = "select m.accountId, m.name, m.roles, m.endedAt from Member m";

    private static final String IN_ORDER = " order by m.id";

    private static final Map<Integer, String> BY_NAME = new ConcurrentHashMap<>();
    private static final Map<Integer, String> BY_ACCOUNT = new ConcurrentHashMap<>();

    @PersistenceContext
    private EntityManager entities;

    /** A member who is meant, or may be. @param certain whether it is their name or address, and not only like it */
    public record Namesake(Long accountId, boolean certain) {
    }

    /**
     * Members whom the words mean, those who have left too.
     *
     * @param name as typed, of one person; may be null
     * @param email of the same person; may be null
     * @param text in which members may be named, such as what was reported; may be empty
     */
    @Permitted(Act.INTERNAL)
    public List<Namesake> of(String name, String email, String text) {
        return of(new Mention(name, email, text));
    }

    private List<Namesake> of(Mention mention) {
        Map<Long, Set<String>> found = found(mention.wanted());
        found.values().removeIf(forms -> !mention.mayBe(forms));
        return found.isEmpty() ? List.of() : mention.meant(candidates(found));
    }

    /**
     * Members who are that person, or may be. Whoever has an account is certainly that one, and may have another: an account says who
     * somebody is, and of nobody else that they are not. So others of their name, or their address, are never more than like them.
     */
    @Permitted(Act.INTERNAL)
    public List<Namesake> of(Person person) {
        return ofPerson(person.accountId(), person.name(), person.email());
    }

    /** The same, of somebody who is not loaded. @param own their account; null for none @param email may be null */
    @Permitted(Act.INTERNAL)
    public List<Namesake> ofPerson(Long own, String name, String email) {
        List<Namesake> meant = of(own == null ? new Mention(name, email, null) : Mention.ofAccount(name, email));
        return own == null ? meant : Stream.concat(Stream.of(new Namesake(own, true)), meant.stream().map(Namesake::accountId)
                .filter(account -> !account.equals(own)).map(account -> new Namesake(account, false))).toList();
    }

    /** What that member is known by here, as they are now. */
    @Permitted(Act.INTERNAL)
    public KnownAs known(Long accountId) {
        entities.flush();
        Member member = entities.createQuery("select m from Member m where m.accountId = :account", Member.class)
                .setParameter("account", accountId).getSingleResult();
        return new KnownAs(member, Set.copyOf(entities.createQuery("select n.form from MemberName n where n.accountId = :account", String.class)
                .setParameter("account", accountId).getResultList()));
    }

    private Map<Long, Set<String>> found(Set<String> wanted) {
        Map<Long, Set<String>> found = new HashMap<>();
        try (Stream<Object[]> rows = wanted.isEmpty() ? Stream.empty() : rows(wanted)) {
            rows.forEach(row -> found.computeIfAbsent((Long) row[0], none -> new HashSet<>()).add((String) row[1]));
        }
        return found;
    }

    private Stream<Object[]> rows(Set<String> wanted) {
        if (wanted.size() > MOST) {
            return entities.createQuery(ALL, Object[].class).setHint(AvailableHints.HINT_FETCH_SIZE, MOST).getResultStream()
                    .filter(row -> wanted.contains((String) row[1]));
        }
        return among(BY_NAME.computeIfAbsent(places(wanted.size()), places -> ALL + " where n.form in " + listed(places)), wanted).getResultStream();
    }

    /** The last value fills the places that are left. */
    private TypedQuery<Object[]> among(String query, Collection<?> values) {
        TypedQuery<Object[]> among = entities.createQuery(query, Object[].class);
        List<?> each = List.copyOf(values);
        IntStream.range(0, places(each.size())).forEach(i -> among.setParameter(i + 1, each.get(Math.min(i, each.size() - 1))));
        return among;
    }

    /** The next of 16, 32, 48 … 128, 256, 512 … */
    static int places(int forms) {
        int places = (Math.max(forms, 1) + STEP - 1) / STEP * STEP;
        return places <= FINE ? places : Math.max(FINE, Integer.highestOneBit(places - 1)) * 2;
    }

    private static String listed(int places) {
        return IntStream.rangeClosed(1, places).mapToObj(i -> "?" + i).collect(Collectors.joining(", ", "(", ")"));
    }

    private List<Mention.Candidate> candidates(Map<Long, Set<String>> found) {
        TypedQuery<Object[]> query = found.size() > MOST ? entities.createQuery(MEMBERS + IN_ORDER, Object[].class)
                : among(BY_ACCOUNT.computeIfAbsent(places(found.size()), places -> MEMBERS + " where m.accountId in " + listed(places) + IN_ORDER), found.keySet());
        return query.getResultList().stream().filter(row -> found.containsKey((Long) row[0]))
                .map(row -> candidate(row, found.get((Long) row[0]))).toList();
    }

    private static Mention.Candidate candidate(Object[] row, Set<String> forms) {
        return new Mention.Candidate((Long) row[0], RecordedNames.of((String) row[1]), (Set<?>) row[2], row[3] == null, forms);
    }
}
