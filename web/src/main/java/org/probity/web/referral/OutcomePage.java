package org.probity.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.probity.outcome.ReferralOutcome;
import org.probity.referral.ReferralAnswers;
import org.probity.referral.ReferralInbox;
import org.probity.referral.ReferralView;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;

/** What the employer decided, and whether somebody appealed and what became of that. */
@Named
@ViewScoped
public class OutcomePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReferralInbox inbox;

    @Inject
    private ReferralAnswers answers;

    @Inject
    private PageActions pageActions;

    private String id;
    private int version;
    private boolean first;
    private boolean waiting = true;
    private transient ReferralView.Received view;
    private ReferralOutcome.Result result;
    private LocalDate decidedOn;
    private String words;
    private ReferralOutcome.Appeal appeal;
    private String appealWords;

    /** What is told of an appeal begins from the decision it is about. */
    public void load() {
        ReferralView.Received received = getView();
        version = received.version();
        first = received.mayRecordOutcome();
        waiting = first || received.appealOpen();
        if (received.appealOpen()) {
            ReferralView.OutcomeLine last = received.outcomes().get(0);
            result = last.result();
            words = last.words();
            appeal = last.appeal() == ReferralOutcome.Appeal.NONE ? ReferralOutcome.Appeal.LODGED : ReferralOutcome.Appeal.DECIDED;
        }
    }

    public void record() {
        pageActions.run(() -> {
            inbox.expect(id(), version);
            answers.outcome(id(), new ReferralOutcome(result, decidedOn, words, appeal, appealWords));
        }, "referrals/" + id, first ? "referral.outcome.done" : "referral.outcome.appeal.done");
    }

    public ReferralView.Received getView() {
        if (view == null) {
            view = inbox.open(id());
        }
        return view;
    }

    private Long id() {
        return Sending.id(id);
    }

    /** Whether it is the decision itself, and not what is told of an appeal. */
    public boolean isFirst() {
        return first;
    }

    /** Whether an outcome can be recorded now. */
    public boolean isWaiting() {
        return waiting;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public ReferralOutcome.Result getResult() {
        return result;
    }

    public void setResult(ReferralOutcome.Result result) {
        this.result = result;
    }

    public LocalDate getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(LocalDate decidedOn) {
        this.decidedOn = decidedOn;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public ReferralOutcome.Appeal getAppeal() {
        return appeal;
    }

    public void setAppeal(ReferralOutcome.Appeal appeal) {
        this.appeal = appeal;
    }

    public String getAppealWords() {
        return appealWords;
    }

    public void setAppealWords(String appealWords) {
        this.appealWords = appealWords;
    }
}
