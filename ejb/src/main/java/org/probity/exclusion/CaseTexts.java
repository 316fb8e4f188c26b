package org.probity.exclusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.Party;
import org.probity.member.KnownAs;
import org.probity.member.Person;

/**
 * Everything in all cases of a board by which somebody may be meant: the concern, the parties, and what is said by those who do
 * not work on a case. Each is compared as it is when it comes in, so that nothing is found by one of the two alone.
 */
@ApplicationScoped
class CaseTexts {

    private static final String CONCERNS = "CONCERNS";
    private static final String PARTIES = "PARTIES";

    /** Numbers that are read at once. */
    private static final int LISTED = 5000;

    /**
     * One of them; what it says may change, which its version tells.
     *
     * @param id of its row
     * @param version of the row that says it
     */
    record Text(String source, Long id, int version) {
    }

    /**
     * What it says.
     *
     * @param caseId number of the case
     * @param names whether that member is meant, or may be
     * @param raise the walls for everybody whom it means; the case is held
     */
    record Content(Text text, Long caseId, Predicate<KnownAs> names, BiConsumer<NameWalls, Investigation> raise) {
    }

    @Inject
    private EntityManager entities;

    /** Those that fit, so many at most, without what they say. */
    List<Text> first(int most, Predicate<Text> fits) {
        List<Text> first = new ArrayList<>();
        Predicate<Text> wanted = text -> first.size() < most && fits.test(text);
        list(CONCERNS, "x.version from Concern x where ", wanted, first);
        list(PARTIES, "p.version from Party x join Person p on p.id = x.personId where ", wanted, first);
        for (SaidInCases.Source source : SaidInCases.Source.values()) {
            list(source.name(), "x.version" + source.rows(), wanted, first);
        }
        return first;
    }

    private void list(String source, String rows, Predicate<Text> wanted, List<Text> listed) {
        TypedQuery<Object[]> query = entities.createQuery("select x.id, " + rows + "x.id > :last order by x.id", Object[].class).setMaxResults(LISTED);
        SaidInCases.each(query, row -> {
            Text text = new Text(source, (Long) row[0], (Integer) row[1]);
            if (wanted.test(text)) {
                listed.add(text);
            }
        });
    }

    /** What they say, the concerns and the parties first; nothing of those that are gone. */
    List<Content> read(Collection<Text> texts) {
        Map<String, Map<Long, Text>> wanted = texts.stream().collect(Collectors.groupingBy(Text::source,
                Collectors.toMap(Text::id, Function.identity(), (one, other) -> other)));
        Stream<Content> first = Stream.concat(concerns(wanted.getOrDefault(CONCERNS, Map.of())), parties(wanted.getOrDefault(PARTIES, Map.of())));
        Stream<Content> rest = Stream.of(SaidInCases.Source.values()).flatMap(source -> said(source, wanted.getOrDefault(source.name(), Map.of())));
        return Stream.concat(first, rest).toList();
    }

    private Stream<Content> concerns(Map<Long, Text> texts) {
        return rows("select x.id, i.id, x from Concern x join Investigation i on i.reference = x.reference where ", texts).map(row -> {
            Concern concern = (Concern) row[2];
            return new Content(texts.get(row[0]), (Long) row[1], member -> member.mayBe(concern.subjectName(), null, concern.words()),
                    (walls, investigation) -> walls.raise(investigation, concern));
        });
    }

    private Stream<Content> parties(Map<Long, Text> texts) {
        return rows("select x.id, i.id, x, p from Party x join Person p on p.id = x.personId join Investigation i on i.reference = x.reference where ", texts)
                .map(row -> {
            Party party = (Party) row[2];
            Person person = (Person) row[3];
            return new Content(texts.get(row[0]), (Long) row[1], member -> member.mayBe(person),
                    (walls, investigation) -> walls.raise(party, person));
        });
    }

    private Stream<Content> said(SaidInCases.Source source, Map<Long, Text> texts) {
        return rows(source.query(), texts).map(row -> {
            Said said = source.said(row);
            return new Content(texts.get(row[0]), (Long) row[1], member -> isNamed(member, said),
                    (walls, investigation) -> walls.raise(investigation.reference(), said));
        });
    }

    private static boolean isNamed(KnownAs member, Said said) {
        return !member.is(said.by()) && member.mayBe(null, null, said.words()) && (said.present() == null || !member.mayBe(null, null, said.present()));
    }

    private Stream<Object[]> rows(String query, Map<Long, Text> texts) {
        return texts.isEmpty() ? Stream.empty() : entities.createQuery(query + "x.id in :ids order by x.id", Object[].class)
                .setParameter("ids", texts.keySet()).setMaxResults(texts.size()).getResultList().stream();
    }
}
