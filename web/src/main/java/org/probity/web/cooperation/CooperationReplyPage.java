package org.probity.web.cooperation;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationReply;
import org.probity.cooperation.CooperationView;
import org.probity.cooperation.Cooperations;
import org.probity.documents.Documents;
import org.probity.kernel.Refusal;
import org.probity.web.documents.KeptFiles;
import org.probity.web.documents.KeptFolder;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;

/** One question a page: the answer, what goes with it, a look at it all, and it is sent. */
@Named
@ViewScoped
public class CooperationReplyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CooperationQueries queries;

    @Inject
    private Cooperations cooperations;

    @Inject
    private Documents documents;

    @Inject
    private KeptFolder folder;

    @Inject
    private PageActions pageActions;

    private String id;
    private String chosen;
    private boolean checking;
    private boolean gone;
    private transient CooperationView.Mine view;
    private final CooperationReplyForm form = new CooperationReplyForm();
    private final KeptFiles kept = new KeptFiles();

    /** @throws Refusal NOT_FOUND where it is anybody else's */
    public void load() {
        getView();
        form.setAnswer(Arrays.stream(CooperationReply.Answer.values()).filter(a -> a.name().equals(chosen)).findFirst().orElse(null));
    }

    /** The first question is answered: on to the page of that answer. */
    public void choose() {
        pageActions.run(() -> {
            if (form.getAnswer() == null) {
                throw Refusal.invalid("answer", "kernel.refused.choice");
            }
            return "requests/cooperation/" + id + "/reply?answer=" + form.getAnswer();
        }, null);
    }

    /** On to the last look, unless something is missing. */
    public void look() {
        checking = unlessGone(() -> pageActions.step(() -> {
            kept.add(getView().line().reference(), form.getFiles(), documents, folder);
            kept.hand(folder, files -> cooperations.checkReply(Sending.id(id), form.reply(), files));
        }));
    }

    public void change() {
        checking = false;
    }

    public void remove(String fileName) {
        kept.remove(fileName, folder);
    }

    public void send() {
        unlessGone(() -> {
            pageActions.run(() -> kept.send(folder, files -> cooperations.reply(Sending.id(id), form.reply(), files)),
                    "requests/cooperation/" + id + "/done", null);
            return false;
        });
        checking = false;
    }

    /** What was open to them when the page came is not any more: nothing of it is sent, and no file waits here. */
    private boolean unlessGone(BooleanSupplier act) {
        try {
            return act.getAsBoolean();
        } catch (Refusal refused) {
            leave(refused);
            return false;
        }
    }

    private void leave(Refusal refused) {
        if (refused.kind() != Refusal.Kind.NOT_FOUND || !FacesContext.getCurrentInstance().isPostback()) {
            throw refused;
        }
        gone = true;
        view = null;
        kept.drop(folder);
    }

    /** Whether they find nothing here any more that they can answer. */
    public boolean isGone() {
        getView();
        return gone;
    }

    /** The question this address asks: which answer, or what goes with the one chosen. */
    public String getPart() {
        return chosen == null || form.getAnswer() == null ? "answer" : "details";
    }

    /** Which page was shown is said by the page itself, so that going back in the browser is going back here. */
    public boolean isChecking() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.getCurrentPhaseId() == PhaseId.APPLY_REQUEST_VALUES) {
            checking = "check".equals(faces.getExternalContext().getRequestParameterMap().get("step"));
        }
        return checking;
    }

    public CooperationView.Mine getView() {
        if (view == null && !gone) {
            try {
                view = queries.mine(Sending.id(id));
            } catch (Refusal refused) {
                leave(refused);
            }
        }
        return view;
    }

    /** Whether somebody may come along: where people are to meet, or the account is handed over in person. */
    public boolean isComing() {
        boolean takesPlace = form.getAnswer() == CooperationReply.Answer.AGREED || form.getAnswer() == CooperationReply.Answer.OTHER_DATE;
        return takesPlace && getView().line().kind().happens();
    }

    /** Until when another time to meet may be named here; null where none is. */
    public Instant getOtherUntil() {
        List<CooperationView.Round> rounds = getView().rounds();
        return form.getAnswer() == CooperationReply.Answer.OTHER_DATE ? rounds.get(rounds.size() - 1).otherUntil() : null;
    }

    public CooperationReplyForm getForm() {
        return form;
    }

    public KeptFiles getKept() {
        return kept;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
