package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.detection.Safeguarding;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Person;
import org.probity.member.Professions;
import org.probity.outcome.Duties;
import org.probity.outcome.DutyCheck;
import org.probity.outcome.DutyText;
import org.probity.outcome.Outcome;
import org.probity.outcome.ReferralOutcome.Result;
import org.probity.outcome.ToldRegulator;
import org.probity.tenancy.Boards;

/** Which duties follow from what an employer told, and whether somebody has still to look at them. Each later outcome may ask anew. */
@ApplicationScoped
class DueDuties {

    /** As many as an employer may tell, and more. */
    private static final int MOST_SHOWN = 100;

    private static final String OPEN = "select r from Referral r where r.reference = :reference and exists (select 1 from Outcome o where "
            + "o.referralId = r.id and o.asksDuties = true and not exists (select 1 from Outcome later where later.referralId = r.id "
            + "and later.number > o.number) "
            + "and not exists (select 1 from DutyCheck d where d.referralId = r.id and d.outcome >= o.number)) order by r.id";

    @Inject
    private EntityManager entities;

    @Inject
    private Safeguarding safeguarding;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** What follows from that decision about the subject of the case. */
    List<DutyText> of(String reference, Result result, Language language) {
        boolean children = safeguarding.childInvolved(reference) || safeguarding.isAllegation(reference);
        return DutyText.due(boards.board().country(), profession(reference), Days.of(clock.instant()), language, result, children);
    }

    /** Of the subject, or null where it is not known. */
    String profession(String reference) {
        return subject(reference).map(Person::profession).orElse(null);
    }

    /** Somebody has asked what the subject is. @param profession null where nobody has @throws Refusal INVALID where it is none of the country's */
    void learn(String reference, String profession) {
        if (profession != null) {
            new Checks().that(Professions.isOne(boards.board().country(), profession), "profession", "identity.refused.profession").done();
            subject(reference).ifPresent(person -> person.practises(profession));
        }
    }

    private Optional<Person> subject(String reference) {
        return entities.createQuery("select p from Investigation i join Person p on p.id = i.subjectId where i.reference = :reference", Person.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** Whether somebody has to look: what follows from that decision is not what was looked at before. */
    boolean asks(Referral referral, Result result) {
        Set<String> checked = lastChecked(referral).map(outcome -> codes(referral, outcome.told().result())).orElse(Set.of());
        return !checked.equals(codes(referral, result));
    }

    private Set<String> codes(Referral referral, Result result) {
        return of(referral.reference(), result, Language.EN).stream().map(DutyText::code).collect(Collectors.toSet());
    }

    private Optional<Outcome> lastChecked(Referral referral) {
        return entities.createQuery("select o from Outcome o join DutyCheck d on d.referralId = o.referralId and d.outcome = o.number "
                + "where o.referralId = :id order by o.number desc", Outcome.class).setParameter("id", referral.id()).setMaxResults(1)
                .getResultList().stream().findFirst();
    }

    /** Referrals of the case after whose last outcome nobody has looked at the duties yet, the first of them first. */
    List<Referral> open(String reference) {
        return entities.createQuery(OPEN, Referral.class).setParameter("reference", reference).setMaxResults(MOST_SHOWN).getResultList();
    }

    boolean isOpen(Referral referral) {
        return open(referral.reference()).stream().anyMatch(one -> one.id().equals(referral.id()));
    }

    /** @throws Refusal STATE where somebody has still to look at what follows from an outcome */
    void requireNone(String reference) {
        if (!open(reference).isEmpty()) {
            throw Refusal.state("referral.refused.dutiesOpen");
        }
    }

    /** What was found, the last first. */
    List<DutyCheck> checks(Referral referral) {
        return entities.createQuery("select d from DutyCheck d where d.referralId = :id order by d.outcome desc", DutyCheck.class)
                .setParameter("id", referral.id()).setMaxResults(MOST_SHOWN).getResultList();
    }

    /** The regulators that were told, as that check says. */
    List<Duties.Told> told(DutyCheck check) {
        return entities.createQuery("select t from ToldRegulator t where t.checkId = :id order by t.id", ToldRegulator.class)
                .setParameter("id", check.id()).setMaxResults(MOST_SHOWN).getResultList().stream().map(ToldRegulator::told).toList();
    }

    void keep(DutyCheck check, Duties duties) {
        entities.persist(check);
        duties.told().forEach(told -> entities.persist(new ToldRegulator(check, told)));
    }
}
