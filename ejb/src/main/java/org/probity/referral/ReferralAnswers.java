package org.probity.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.outcome.Outcome;
import org.probity.outcome.OutcomeRules;
import org.probity.outcome.ReferralOutcome;
import org.probity.worklist.Work;

/** What a parent organisation's HR partner says about a referral. Any but their own does not exist for them. */
@Stateless
@Guarded
public class ReferralAnswers {

    /** Of one referral. */
    static final int MOST_PROGRESS = 200;
    static final int MOST_QUESTIONS = 50;
    static final int MOST_APPEALS = 20;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReferralFile file;

    @Inject
    private ReferralMail mail;

    @Inject
    private DueDuties duties;

    @Inject
    private NothingDue nothing;

    @Inject
    private Work work;

    /**
     * Accepts, asks or declines.
     *
     * @param words required where asking or declining
     * @throws Refusal NOT_FOUND where it is not theirs, STATE where no acknowledgement is waited for
     */
    @Permitted(Act.ANSWER_REFERRAL)
    public void acknowledge(Long id, Answer answer, String words) {
        Referral referral = file.ownRunning(id);
        file.requireOpen(referral, "acknowledgeReferral");
        Checks checks = new Checks().required("answer", answer).max("words", words, Checks.LONG_TEXT);
        checks.that(answer == null || answer == Answer.ACCEPTED || words != null && !words.isBlank(), "words",
                "kernel.refused.required").done();
        file.heard(referral, words);
        switch (answer) {
            case ACCEPTED -> referral.accepted(words, file.sign());
            case QUESTION -> ask(referral, words);
            case DECLINED -> decline(referral, words);
        }
        file.record("referral.acknowledged", referral, Map.of("answer", answer.name()));
        work.finish("acknowledgeReferral", referral.reference(), id, Map.of("acknowledgement", answer.name()));
    }

    private void ask(Referral referral, String words) {
        file.requireRoom(referral, ReferralMove.Kind.QUESTION, MOST_QUESTIONS, "referral.refused.manyQuestions");
        referral.asked(words, file.sign());
        mail.officer(referral, "referral.question");
    }

    private void decline(Referral referral, String words) {
        referral.declined(words, file.sign());
        mail.officer(referral, "referral.declined");
    }

    /** Tells the board how far the employer has come. @throws Refusal STATE where it has not accepted, has decided, or has told too often */
    @Permitted(Act.ANSWER_REFERRAL)
    public void progress(Long id, String words) {
        Referral referral = file.ownRunning(id);
        new Checks().text("words", words, Checks.LONG_TEXT).done();
        file.requireRoom(referral, ReferralMove.Kind.PROGRESS, MOST_PROGRESS, "referral.refused.manyProgress");
        referral.progressed(words, file.sign());
        file.heard(referral, words);
        file.record("referral.progressed", referral, Map.of());
    }

    /**
     * Tells the board what the employer decided; later also that an appeal was lodged and what became of it, even after the
     * board has closed its case or withdrawn it. The desk is told each time, and looks at the duties anew where others follow: of what
     * it read before, none is answered.
     *
     * @throws Refusal STATE where no outcome is waited for and any appeal is decided, or where one is recorded and it tells of none; INVALID
     *         naming each field
     */
    @Permitted(Act.ANSWER_REFERRAL)
    public void outcome(Long id, ReferralOutcome told) {
        Referral referral = file.ownHeld(id);
        boolean first = referral.status() == Status.ACCEPTED;
        if (!first && !file.appealOpen(referral)) {
            throw work.refusal("recordOutcome", referral.reference(), id);
        }
        OutcomeRules.check(told, file.today());
        if (!first && told.appeal() == ReferralOutcome.Appeal.NONE) {
            throw Refusal.state("referral.refused.appealOnly");
        }
        int earlier = file.outcomes(referral).size();
        if (earlier >= MOST_APPEALS && told.appeal() == ReferralOutcome.Appeal.LODGED) {
            throw Refusal.invalid("appeal", "referral.refused.manyAppeals", MOST_APPEALS);
        }
        file.heard(referral, told.words(), told.appealWords());
        entities.persist(new Outcome(id, earlier + 1, told, duties.asks(referral, told.result()), file.sign()));
        entities.lock(referral, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        file.record("referral.outcomeRecorded", referral,
                Map.of("result", told.result().name(), "appeal", told.appeal().name()));
        mail.outcome(referral, earlier + 1);
        if (first) {
            file.ownRunning(referral.id());
            referral.outcomeRecorded(file.sign());
            work.finish("recordOutcome", referral.reference(), referral.id(), Map.of());
        }
        nothing.pass(referral);
    }
}
