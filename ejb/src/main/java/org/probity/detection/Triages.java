package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.casework.CaseLinks;
import org.probity.casework.InPosts;
import org.probity.casework.Parties;
import org.probity.casework.People;
import org.probity.casework.Team;
import org.probity.investigation.Allegation;
import org.probity.investigation.Decision;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Party;
import org.probity.investigation.Severity;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Json;
import org.probity.kernel.Refusal;
import org.probity.member.Members;
import org.probity.member.Person;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.worklist.Work;

/** Triage: which clauses, whether in scope, who it is about, and whether to investigate. */
@Stateless
@Guarded
public class Triages {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private CaseLinks links;

    @Inject
    private InPosts inPosts;

    @Inject
    private Members members;

    @Inject
    private People people;

    @Inject
    private Parties parties;

    @Inject
    private Policies policies;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Team team;

    @Inject
    private Work work;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Names the subject, the allegations and the decision. The decision table rates the severity in the same act.
     *
     * @throws Refusal INVALID naming each field: a clause that was not in force on the day of the post, nobody named
     *         where it is investigated, an investigation of what is out of scope, an investigation or advice where it may be a
     *         protected disclosure (000 cl. 3.7), by this answer or as it was raised before; STATE where triage is not the next step; STALE where the caller is no officer any more
     */
    @Permitted(Act.INVESTIGATE)
    public void triage(@OfCase String reference, TriageForm form) {
        Long officer = members.holdAs(Role.OFFICER);
        links.hold(reference, form.duplicateOf());
        Investigation investigation = investigations.running(reference);
        team.acts(investigation, Capacity.INVESTIGATED);
        check(form, Days.of(clock.instant()));
        disclose(investigation, form);
        LocalDate postedOn = form.postedOn() != null ? form.postedOn() : investigation.postedOn();
        investigation.triaged(form.title().strip(), postedOn, form.decision(), officer);
        Map<String, Object> said = new LinkedHashMap<>(answers(form));
        said.put("postedOn", postedOn == null ? "" : postedOn.toString());
        said.put("takenBack", takeBack(investigation));
        links.duplicate(investigation, form.duplicateOf());
        allege(investigation, form.clauses() == null ? List.of() : form.clauses());
        nameSubject(investigation, form).flatMap(subject -> inPosts.answered(investigation, subject, form.inPost(), form.inPostReasons()))
                .ifPresent(answer -> said.put("inPost", answer.name()));
        work.assign(reference, investigation.officerId(), investigation.title());
        entities.persist(new GateAnswer(reference, investigations.detection(investigation), GateAnswer.Gate.TRIAGE,
                Json.write(said), form.reasons(), clock.instant()));
        Map<String, Object> kept = new TreeMap<>(said);
        kept.put("reasons", form.reasons());
        audit.record("detection.triage", reference, "investigation", investigation.id(), null, kept);
        work.finish("triage", reference, null, answers(form));
    }

    static void check(TriageForm form, LocalDate today) {
        boolean investigate = form.decision() == Decision.INVESTIGATE;
        new Checks().text("title", form.title(), 200).text("reasons", form.reasons(), Checks.LONG_TEXT)
                .required("decision", form.decision()).required("impact", form.impact()).required("audience", form.audience())
                .day("postedOn", form.postedOn())
                .that(form.postedOn() == null || !form.postedOn().isAfter(today), "postedOn", "investigation.refused.postedLater")
                .that(!investigate || form.clauses() != null && !form.clauses().isEmpty(), "clauses", "detection.refused.noClause")
                .that(!investigate || form.subjectId() != null || form.newSubject() != null, "subjectId", "detection.refused.noSubject")
                .that(!investigate || form.inScope(), "inScope", "detection.refused.outOfScope")
                .that(!disciplines(form) || !form.whistleblowing(), "whistleblowing", "detection.refused.whistleblowing").done();
    }

    /** What may be a protected disclosure is raised as one and stays, whatever is answered here another time. */
    private void disclose(Investigation investigation, TriageForm form) {
        Optional<String> inTheWay = disclosures.inTheWay(investigation.reference());
        inTheWay.filter(key -> disciplines(form)).ifPresent(key -> {
            throw Refusal.invalid("decision", key);
        });
        if (form.whistleblowing() && inTheWay.isEmpty()) {
            disclosures.raise(investigation, form.reasons());
        }
    }

    private static boolean disciplines(TriageForm form) {
        return form.decision() == Decision.INVESTIGATE || form.decision() == Decision.ADVICE;
    }

    /**
     * What was alleged under versions that were not in force on the day of the post, as it is known now, is not alleged any more: it
     * is stated anew, by the version that was. Nobody has been told of it, or the case would not be triaged again.
     *
     * @return their numbers
     */
    private List<String> takeBack(Investigation investigation) {
        Set<Long> inForce = policies.clausesOn(investigation.policyDay()).stream().map(Clause::id).collect(Collectors.toSet());
        List<Allegation> gone = investigations.allegations(investigation.id()).stream()
                .filter(alleged -> !inForce.contains(alleged.clauseId())).toList();
        gone.forEach(entities::remove);
        return gone.stream().map(Allegation::clauseNumber).toList();
    }

    /** What was alleged before the case was reopened stays alleged, and is alleged once. */
    private void allege(Investigation investigation, List<String> numbers) {
        Set<Long> alleged = investigations.allegations(investigation.id()).stream().map(Allegation::clauseId)
                .collect(Collectors.toCollection(HashSet::new));
        for (String number : numbers.stream().distinct().toList()) {
            Clause clause = policies.clause(number, investigation.policyDay());
            if (!clause.canBeBroken()) {
                throw Refusal.invalid("clauses", clause.kind() == Clause.Kind.DUTY ? "detection.refused.duty" : "detection.refused.guidance", number);
            }
            if (alleged.add(clause.id())) {
                new Checks().that(alleged.size() <= Allegation.MOST, "clauses", "detection.refused.manyClauses", Allegation.MOST).done();
                entities.persist(new Allegation(investigation.id(), clause.id(), clause.number()));
            }
        }
    }

    private Optional<Person> nameSubject(Investigation investigation, TriageForm form) {
        if (form.subjectId() == null && form.newSubject() == null) {
            return Optional.empty();
        }
        Person subject = form.subjectId() != null ? people.known(form.subjectId()) : people.described(form.newSubject());
        investigation.concerns(subject.id(), subject.name());
        parties.name(investigation, subject, Party.Kind.SUBJECT);
        return Optional.of(subject);
    }

    private static Map<String, Object> answers(TriageForm form) {
        return Map.of("decision", form.decision().name(), "impact", form.impact().name(), "audience", form.audience().name(),
                "childInvolved", form.childInvolved(), "repeatConcern", form.repeat(), "officialAccount", form.officialAccount(),
                "inScope", form.inScope(), "whistleblowing", form.whistleblowing());
    }

    /** What the decision table made of it. */
    @Permitted(Act.CLOCKWORK)
    public void rated(String reference, Severity severity) {
        Investigation investigation = investigations.lock(reference);
        investigation.rated(severity);
        work.rated(reference, Severity.rank(severity));
        audit.record("detection.rated", reference, "investigation", investigation.id(), null, Map.of("severity", severity.name()));
    }
}
