package org.probity.web.report;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Limit;
import org.probity.investigation.Concerns;
import org.probity.kernel.Refusal;
import org.probity.web.kernel.Acts;
import org.probity.web.kernel.Texts;
import org.probity.web.tenancy.Turnstile;

/** Coming back with the receipt code. The code is sent in the form, never in an address, and stays in this one view. */
@Named
@ViewScoped
public class FollowPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Concerns concerns;

    @Inject
    private Turnstile turnstile;

    private String code;
    private String words;
    private String added;
    private Instant receivedAt;
    private Concerns.Progress progress;

    public void follow() {
        try {
            turnstile.address(Limit.RECEIPT_ADDRESS);
            look();
        } catch (Refusal refusal) {
            Acts.show(refusal.kind() == Refusal.Kind.NOT_FOUND ? Refusal.invalid("code", "report.follow.unknown") : refusal);
        }
    }

    /** The same words sent twice, as by a double click, are added once. */
    public void add() {
        try {
            turnstile.address(Limit.RECEIPT_ADDRESS);
            if (words == null || !words.equals(added)) {
                concerns.add(code, words);
            }
            added = words;
            words = null;
            look();
            FacesContext.getCurrentInstance().addMessage(null,
                    new FacesMessage(Texts.get(CurrentCaller.get().language(), "report.follow.added")));
        } catch (Refusal refusal) {
            Acts.show(refusal);
        }
    }

    private void look() {
        Concerns.Followed followed = concerns.follow(code);
        receivedAt = followed.receivedAt();
        progress = followed.progress();
    }

    public boolean isFound() {
        return progress != null;
    }

    public boolean isEnded() {
        return progress == Concerns.Progress.ENDED;
    }

    public Concerns.Progress getProgress() {
        return progress;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
