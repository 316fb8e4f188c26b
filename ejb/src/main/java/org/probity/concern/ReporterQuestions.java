package org.probity.concern;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.audit.Audit;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.investigation.Concern;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Note;
import org.probity.investigation.ReporterQuestion;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Quota;
import org.probity.kernel.Refusal;

/**
 * Asks whoever reported a concern. Nothing is sent to them, since nobody may know who they are: they come back by their code, find what is
 * asked, and answer. What they answer is a note of theirs, with all that follows from one.
 *
 * <p>To ask is like to note, and makes nobody an investigator of the case: it weighs nothing and decides nothing, and what comes back is there
 * for everybody who works on it. Else one question would cost a lead who asks it their part in the review and the referral.
 */
@Stateless
@Guarded
public class ReporterQuestions {

    /** Open ones of a case: more nobody answers. */
    static final int OPEN = 10;

    /** All of a case. Each may have an answer, which is compared with the name of everybody who joins the board later. */
    static final int MOST = 100;

    private static final String OF_CASE = " from ReporterQuestion q left join Note n on n.questionId = q.id where q.reference = :reference";

    /**
     * A question as those who work on the case see it.
     *
     * @param answeredAt null while nobody has answered it
     * @param withdrawnAt null where it stands
     */
    public record QuestionLine(Long id, String words, String askedBy, Instant askedAt, Instant answeredAt, Instant withdrawnAt) {

        /** Whether it waits for an answer, unless the case has ended. */
        public boolean waits() {
            return answeredAt == null && withdrawnAt == null;
        }
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private Concerns concerns;

    @Inject
    private NameWalls walls;

    @Inject
    private ConcernMail mail;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The newest first. @param page counted from 0 */
    @Permitted(Act.SEE_INVESTIGATION)
    public Page<QuestionLine> list(@OfCase String reference, int page, int size) {
        investigations.visible(reference);
        TypedQuery<QuestionLine> newest = entities.createQuery("select new org.probity.concern.ReporterQuestions$QuestionLine(q.id, q.words, "
                + "q.askedBy, q.askedAt, n.writtenAt, q.withdrawnAt)" + OF_CASE + " order by q.id desc", QuestionLine.class)
                .setParameter("reference", reference);
        return Page.read(newest, count(reference, ""), page, size);
    }

    /**
     * @throws Refusal INVALID on {@code words} where empty, over 1,000 characters or holding a secret; STATE where the case has ended or is
     *     paused, or has too many questions
     */
    @Permitted(Act.ASK_REPORTER)
    public Long ask(@OfCase String reference, String words) {
        investigations.running(reference);
        new Checks().text("words", words, ReporterQuestion.LONGEST).done();
        Quota.require(OPEN, count(reference, " and q.withdrawnAt is null and n.id is null"), "investigation.refused.openQuestions");
        Quota.require(MOST, count(reference, ""), "investigation.refused.manyQuestions");
        ReporterQuestion question = new ReporterQuestion(reference, words.strip(), clock.instant());
        entities.persist(question);
        audit.record("investigation.reporterAsked", reference, "question", question.id(), null, null);
        return question.id();
    }

    private TypedQuery<Long> count(String reference, String which) {
        return entities.createQuery("select count(q)" + OF_CASE + which, Long.class).setParameter("reference", reference);
    }

    /** @throws Refusal NOT_FOUND where the case has no such question; STATE where it was answered or withdrawn, or the case has ended */
    @Permitted(Act.ASK_REPORTER)
    public void withdraw(@OfCase String reference, Long id) {
        Investigation investigation = investigations.locked(reference);
        new Checks().required("questionId", id).done();
        investigation.requireOpen();
        ReporterQuestion question = unanswered(reference, id);
        question.withdraw(clock.instant());
        audit.record("investigation.questionWithdrawn", reference, "question", id, null, null);
    }

    /**
     * The reporter answers, as {@link Concerns#report} without a name where they gave none. It takes no room from what else they may add.
     *
     * @throws Refusal NOT_FOUND where no concern has that code, or its case no such question; INVALID on {@code questionId} or {@code words};
     *     STATE where it was answered or withdrawn, or the case has ended
     */
    @Permitted(Act.FOLLOW_CONCERN)
    public void answer(String code, Long questionId, String words) {
        new Checks().required("questionId", questionId).text("words", words, Checks.LONG_TEXT).done();
        Concern concern = concerns.byCode(code);
        Concerns.as(concern.reporterName(), () -> answer(concern, questionId, words.strip()));
    }

    private Long answer(Concern concern, Long id, String words) {
        String reference = concern.reference();
        if (investigations.lock(reference).stage().ended()) {
            throw Refusal.state("investigation.refused.questionClosed");
        }
        ReporterQuestion question = unanswered(reference, id);
        question.requireStanding();
        Note answer = new Note(question, words, clock.instant());
        entities.persist(answer);
        walls.raise(reference, Said.of(answer.writtenAt(), answer.words()));
        audit.record("concern.answered", reference, "note", answer.id(), null, null);
        mail.answered(reference, id);
        return answer.id();
    }

    private ReporterQuestion unanswered(String reference, Long id) {
        ReporterQuestion question = entities.createQuery("select q from ReporterQuestion q where q.id = :id and q.reference = :reference",
                ReporterQuestion.class).setParameter("id", id).setParameter("reference", reference).setMaxResults(1).getResultList().stream()
                .findFirst().orElseThrow(Refusal::notFound);
        if (!entities.createQuery("select n.id from Note n where n.questionId = :id", Long.class).setParameter("id", id).setMaxResults(1)
                .getResultList().isEmpty()) {
            throw Refusal.state("investigation.refused.questionAnswered");
        }
        return question;
    }
}
