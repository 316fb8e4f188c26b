package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.investigation.Decision;
import org.probity.investigation.InPost;
import org.probity.investigation.InPostAnswer;
import org.probity.investigation.Investigation;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.member.Person;

/** Keeps whether subjects were in post on the day of the post. Where the directory and the day tell it, nobody need be asked. */
@Stateless
@Guarded
public class InPosts {

    private static final int WORDS = 1000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** What counts for the case; empty where nobody has said. */
    @Permitted(Act.INTERNAL)
    public Optional<InPostAnswer> of(String reference) {
        return entities.createQuery("select p from InPostAnswer p where p.reference = :reference order by p.id desc", InPostAnswer.class)
                .setParameter("reference", reference).setMaxResults(1).getResultList().stream().findFirst();
    }

    /**
     * @param given null for what the directory tells
     * @param reasons needed where they were not in post and it is investigated all the same, or where the answer is not what the
     *        directory tells
     * @return what counts from now on; empty where nobody says and nothing tells
     * @throws Refusal INVALID on {@code inPost} where it is investigated and neither is known, on {@code inPostReasons} where they are missing
     */
    @Permitted(Act.INTERNAL)
    public Optional<InPost> answered(Investigation investigation, Person subject, InPost given, String reasons) {
        Optional<InPost> told = told(investigation, subject);
        Optional<InPost> counts = Optional.ofNullable(given).or(() -> told);
        boolean investigate = investigation.decision() == Decision.INVESTIGATE;
        boolean otherwise = told.isPresent() && !told.equals(counts);
        boolean explain = otherwise || investigate && counts.filter(InPost.NO::equals).isPresent();
        Checks checks = new Checks().that(!investigate || counts.isPresent(), "inPost", "detection.refused.inPost").max("inPostReasons", reasons, WORDS);
        checks.that(!explain || reasons != null && !reasons.isBlank(), "inPostReasons", otherwise ? contradicts(told.get()) : "detection.refused.notInPost")
                .done();
        counts.ifPresent(answer -> entities.persist(new InPostAnswer(investigation.reference(), answer, explain ? reasons.strip() : null,
                CurrentCaller.get().name(), clock.instant())));
        return counts;
    }

    private static String contradicts(InPost told) {
        return told == InPost.YES ? "detection.refused.wasInPost" : "detection.refused.wasNotInPost";
    }

    private static Optional<InPost> told(Investigation investigation, Person subject) {
        return investigation.postedOn() == null ? Optional.empty()
                : subject.inPostOn(investigation.postedOn()).map(there -> there ? InPost.YES : InPost.NO);
    }
}
