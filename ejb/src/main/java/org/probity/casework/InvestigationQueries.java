package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.investigation.Allegation;
import org.probity.investigation.Capacities;
import org.probity.investigation.CaseLine;
import org.probity.investigation.Concern;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;
import org.probity.kernel.Checks;
import org.probity.kernel.Like;
import org.probity.kernel.Page;
import org.probity.member.Member;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.policy.Clause;

/** Reads cases: found by reference, title or name, and one as its page shows it. */
@Stateless
@Guarded
public class InvestigationQueries {

    /** Counting stops here: a total of this value means "or more". */
    public static final int COUNTED = 10_000;

    /** A total of this value, of what was searched for, means "or more". */
    public static final int FOUND = SoughtWords.MOST;

    private static final String LINE = "new org.probity.investigation.CaseLine(i.id, i.reference, i.title, i.decision, i.stage, "
            + "i.urgency, i.severity, i.openedAt, i.officerId, i.subjectName, (select p.accountId from Person p where p.id = i.subjectId), case when"
            + Conflicts.unansweredOf("i") + "then true else false end)";

    private static final String IN_SIGHT = " from Investigation i where" + CaseExclusions.inSight("i.reference");

    private static final String AT_STAGE = " and i.stage = :stage";

    private static final String NEWEST = " order by i.board desc, i.openedAt desc, i.id desc";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private People people;

    @Inject
    private Allegations allegations;

    @Inject
    private CaseLinks links;

    @Inject
    private InPosts inPosts;

    @Inject
    private Team team;

    @Inject
    private Capacities capacities;

    @Inject
    private Audit audit;

    /**
     * Cases that have each of these words in their reference or title, in what their reporter said or in the name of whom they are about,
     * or one that begins like it, the newest first. What was reported and whom a case is about are neither told nor searched where the
     * caller has a conflict of interest to answer first, nor is a title that is still the reporter's words. Who searched for what is kept, and
     * which cases they were shown.
     *
     * @param text empty for all; of what is searched for no more are found than {@link #FOUND}
     * @param stage null for all
     * @param page counted from 0
     * @throws Refusal INVALID on {@code q} where the text is too long or gives a password away, which the audit would keep
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public Page<CaseLine> search(String text, Stage stage, int page, int size) {
        String wanted = text == null ? "" : text.strip();
        new Checks().max("q", wanted, Like.LONGEST).done();
        if (wanted.isEmpty()) {
            return all(stage, page, size);
        }
        List<Long> found = new SoughtWords(entities, wanted, stage).newest();
        List<Long> shown = found.stream().skip(Page.offset(page, size)).limit(Page.size(size)).toList();
        List<CaseLine> items = shown.isEmpty() ? List.of() : Conflicts.bound(entities.createQuery("select " + LINE
                + " from Investigation i where i.id in (:shown)", CaseLine.class)).setParameter("shown", shown).setMaxResults(Page.LARGEST).getResultList().stream()
                .sorted(Comparator.comparing(line -> shown.indexOf(line.id()))).toList();
        audit.record("investigation.searched", null, "investigation", null, null, Map.of("text", wanted, "found", (long) found.size(),
                "cases", items.stream().map(CaseLine::reference).collect(Collectors.joining(" "))));
        return new Page<>(items, found.size());
    }

    private Page<CaseLine> all(Stage stage, int page, int size) {
        String all = IN_SIGHT + (stage == null ? "" : AT_STAGE) + NEWEST;
        List<CaseLine> items = Page.rows(length -> at(stage, Conflicts.bound(entities.createQuery("select " + LINE + all + length, CaseLine.class))), page, size);
        TypedQuery<Long> count = entities.createQuery("select count(c.id) from (select i.id as id" + all + " limit " + COUNTED + ") c", Long.class);
        return new Page<>(items, at(stage, count.setParameter("me", CurrentCaller.get().accountOrNobody())).getSingleResult());
    }

    /** What is not asked for is not in the query either: each part of it costs the database a part of the plan. */
    private static <T> TypedQuery<T> at(Stage stage, TypedQuery<T> query) {
        return stage == null ? query : query.setParameter("stage", stage);
    }

    /** Those cases as a list tells the caller of them. Whoever asks has seen to it that they are in sight. */
    @Permitted(Act.INTERNAL)
    public List<CaseLine> lines(Set<String> references) {
        return Conflicts.bound(entities.createQuery("select " + LINE + " from Investigation i where i.reference in :references", CaseLine.class))
                .setParameter("references", references).getResultList();
    }

    /** The case as its page shows it. */
    @Permitted(Act.SEE_INVESTIGATION)
    public CaseView page(@OfCase String reference) {
        Investigation i = investigations.visible(reference);
        Concern concern = entities.createQuery("select c from Concern c where c.reference = :reference", Concern.class)
                .setParameter("reference", reference).getSingleResult();
        Person subject = i.subjectId() == null ? null : entities.find(Person.class, i.subjectId());
        return new CaseView(i.id(), i.version(), reference, i.title(), i.stage(), i.urgency(), i.severity(), i.decision(),
                i.openedAt(), i.postedOn(), i.pausedAt(), i.endedAt(), i.retainUntil(), i.hardStop(),
                i.contactAllowed(), i.evidencePreservedAt(), officer(i), i.subjectId(), i.subjectName(),
                organisation(subject), subject == null ? null : subject.leftOn(), concern.given(), concern.receivedAt(),
                policies(i), allegations(i), team.actedAs(i), earlier(i, subject), links.of(reference),
                inPosts.of(reference).map(said -> new CaseView.InPostLine(said.answer(), said.reasons())).orElse(null), capacities.of(i));
    }

    private String officer(Investigation i) {
        Member officer = i.officerId() == null ? null : entities.find(Member.class, i.officerId());
        return officer == null ? null : officer.name();
    }

    private String organisation(Person subject) {
        Organisation organisation = subject == null || subject.organisationId() == null ? null
                : entities.find(Organisation.class, subject.organisationId());
        return organisation == null ? null : organisation.name(CurrentCaller.get().language());
    }

    private List<CaseView.PolicyLine> policies(Investigation i) {
        return allegations.policies(i).stream().map(counting -> new CaseView.PolicyLine(counting.policy().title(CurrentCaller.get().language()),
                counting.policy().policyVersion(), counting.known())).toList();
    }

    private List<CaseView.AllegationLine> allegations(Investigation i) {
        boolean open = !i.stage().holdsFindings();
        return entities.createQuery("select a, c from Allegation a join Clause c on c.id = a.clauseId "
                + "where a.investigationId = :id order by a.id", Object[].class).setParameter("id", i.id())
                .getResultList().stream().map(row -> line((Allegation) row[0], (Clause) row[1], open)).toList();
    }

    private static CaseView.AllegationLine line(Allegation alleged, Clause clause, boolean open) {
        return new CaseView.AllegationLine(alleged.id(), alleged.clauseNumber(), clause.text(CurrentCaller.get().language()),
                alleged.result(), alleged.foundAt(), alleged.result() != null && open);
    }

    /** Under whichever entry of the directory the subject stands in them. */
    private List<String> earlier(Investigation i, Person subject) {
        return subject == null ? List.of() : Conflicts.bound(entities.createQuery("select x.reference from Investigation x "
                + "where x.subjectId in (:entries) and x.id <> :id and" + CaseExclusions.inSight("x.reference") + "and not" + Conflicts.unansweredOf("x")
                + "order by x.openedAt desc", String.class)).setParameter("entries", people.entriesOf(subject)).setParameter("id", i.id())
                .setMaxResults(20).getResultList();
    }
}
