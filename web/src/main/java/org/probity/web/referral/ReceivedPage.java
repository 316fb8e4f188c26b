package org.probity.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.probity.kernel.Page;
import org.probity.referral.Answer;
import org.probity.referral.ReferralAnswers;
import org.probity.referral.ReferralInbox;
import org.probity.referral.ReferralView;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** A referral as the employer sees it: the pack, what is asked of them and by when, and what they say to it. */
@Named
@ViewScoped
public class ReceivedPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReferralInbox inbox;

    @Inject
    private ReferralAnswers answers;

    @Inject
    private WorklistQueries worklist;

    @Inject
    private PageActions pageActions;

    private String id;
    private int version;
    private String form = "none";
    private Instant dueAt;
    private transient ReferralView.Received view;
    private Answer answer;
    private String words;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where it is not theirs to see */
    public void load() {
        version = getView().version();
        dueAt = due();
        form = getView().mayAcknowledge() ? "acknowledge" : getView().mayRecordOutcome() ? "progress" : "none";
    }

    private Instant due() {
        return worklist.page(new WorkFilter(WorkFilter.View.MINE, WorkFilter.Due.ANY), 0, Page.LARGEST).items().stream()
                .filter(row -> id().equals(row.targetId())).map(WorkRow::dueAt).findFirst().orElse(null);
    }

    public void acknowledge() {
        run(() -> answers.acknowledge(id(), answer, words), "referral.acknowledging.done");
    }

    public void progress() {
        run(() -> answers.progress(id(), words), "referral.progressing.done");
    }

    private void run(Runnable act, String done) {
        pageActions.run(() -> {
            inbox.expect(id(), version);
            act.run();
        }, "referrals/" + id, done);
    }

    public ReferralView.Received getView() {
        if (view == null) {
            view = inbox.open(id());
        }
        return view;
    }

    /** What passed between the board and the employer, the newest first. */
    public List<ReferralView.MoveLine> getMoves() {
        return ReferralTab.newestFirst(getView().moves());
    }

    /** When the employer's next step is due, or null where nothing waits for it. */
    public Instant getDueAt() {
        return dueAt;
    }

    /** What the employer can say now on this page: {@code acknowledge}, {@code progress} or {@code none}. */
    public String getForm() {
        return form;
    }

    private Long id() {
        return Sending.id(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Answer getAnswer() {
        return answer;
    }

    public void setAnswer(Answer answer) {
        this.answer = answer;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
