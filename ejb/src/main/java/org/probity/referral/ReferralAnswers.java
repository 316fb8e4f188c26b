package org.probity.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.worklist.Work;

/** What a parent organisation's HR partner says about a referral. Any but their own does not exist for them. */
@Stateless
@Guarded
public class ReferralAnswers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReferralFile file;

    @Inject
    private ReferralMail mail;

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
        Checks checks = new Checks().required("answer", answer).max("words", words, Checks.LONG_TEXT).noSecret("words", words);
        checks.that(answer == null || answer == Answer.ACCEPTED || words != null && !words.isBlank(), "words",
                "kernel.refused.required").done();
        switch (answer) {
            case ACCEPTED -> referral.accepted(words, file.sign());
            case QUESTION -> ask(referral, words);
            case DECLINED -> decline(referral, words);
        }
        file.record("referral.acknowledged", referral, Map.of("answer", answer.name()));
        work.finish("acknowledgeReferral", referral.reference(), id, Map.of("acknowledgement", answer.name()));
    }

    private void ask(Referral referral, String words) {
        referral.asked(words, file.sign());
        mail.officer(referral, "referral.question");
    }

    private void decline(Referral referral, String words) {
        referral.declined(words, file.sign());
        mail.officer(referral, "referral.declined");
    }

    /** Tells the board how far the employer has come. @throws Refusal STATE where it has not accepted, or has decided */
    @Permitted(Act.ANSWER_REFERRAL)
    public void progress(Long id, String words) {
        Referral referral = file.ownRunning(id);
        new Checks().text("words", words, Checks.LONG_TEXT).done();
        referral.progressed(words, file.sign());
        file.record("referral.progressed", referral, Map.of());
    }

    /**
     * Tells the board what the employer decided; once an appeal has been lodged, also what became of it, even after the
     * board has closed its case.
     *
     * @throws Refusal STATE where no outcome is waited for, INVALID naming each field
     */
    @Permitted(Act.ANSWER_REFERRAL)
    public void outcome(Long id, ReferralOutcome told) {
        file.held(id);
        Referral referral = file.own(id);
        boolean first = referral.status() == Status.ACCEPTED;
        if (!first && !file.appealOpen(referral)) {
            throw Refusal.state("worklist.refused.notNow");
        }
        OutcomeRules.check(told, file.today());
        entities.persist(new Outcome(referral, file.outcomes(referral).size() + 1, told, file.sign()));
        file.record("referral.outcomeRecorded", referral,
                Map.of("result", told.result().name(), "appeal", told.appeal().name()));
        if (first) {
            finish(referral);
        }
    }

    private void finish(Referral referral) {
        file.ownRunning(referral.id());
        referral.outcomeRecorded(file.sign());
        mail.officer(referral, "referral.outcome");
        work.finish("recordOutcome", referral.reference(), referral.id(), Map.of());
    }
}
