package org.probity.web.cooperation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.cooperation.CooperationMinutes;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationView;
import org.probity.cooperation.MinutesReply;
import org.probity.kernel.Refusal;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;

/** What the board wrote down of a meeting, and whether that is what was said: said by whoever it is about. */
@Named
@ViewScoped
public class CooperationMinutesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CooperationQueries queries;

    @Inject
    private CooperationMinutes minutes;

    @Inject
    private PageActions pageActions;

    private String id;
    private Boolean right;
    private String words;
    private transient CooperationView.Mine view;

    /** @throws Refusal NOT_FOUND where it is anybody else's, or nothing was written down */
    public void load() {
        if (getView().minutes().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    public void say() {
        pageActions.run(() -> minutes.say(Sending.id(id), new MinutesReply(right, words)), "requests/cooperation/" + id, "cooperation.minutes.done");
    }

    public CooperationView.Mine getView() {
        if (view == null) {
            view = queries.mine(Sending.id(id));
        }
        return view;
    }

    /** The last that were written down. */
    public CooperationView.Minutes getLast() {
        return getView().minutes().get(getView().minutes().size() - 1);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Boolean getRight() {
        return right;
    }

    public void setRight(Boolean right) {
        this.right = right;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
