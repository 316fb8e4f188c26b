package org.probity.web.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Limit;
import org.probity.investigation.Concerns;
import org.probity.kernel.Refusal;
import org.probity.web.kernel.Acts;
import org.probity.web.kernel.SentOnce;
import org.probity.web.kernel.Texts;
import org.probity.web.tenancy.Turnstile;

/** Coming back with the receipt code. The code is sent in the form, never in an address, and kept nowhere here. */
@Named
@RequestScoped
public class FollowPage {

    /** Sent along by the form for more words. */
    private static final String ADDING = "adding";

    @Inject
    private Concerns concerns;

    @Inject
    private Turnstile turnstile;

    @Inject
    private SentOnce sentOnce;

    private boolean adding;
    private String code;
    private String words;
    private Instant receivedAt;
    private Concerns.Progress progress;

    @PostConstruct
    void read() {
        adding = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().containsKey(ADDING);
    }

    public void follow() {
        try {
            look();
        } catch (Refusal refusal) {
            Acts.show(refusal.kind() == Refusal.Kind.NOT_FOUND ? Refusal.invalid("code", "report.follow.unknown") : refusal);
        }
    }

    /** The same words sent twice, as by a double click, are added once. */
    public void add() {
        try {
            adding = false;
            look();
            sentOnce.run(this::added);
            words = null;
            FacesContext.getCurrentInstance().addMessage(null,
                    new FacesMessage(Texts.get(CurrentCaller.get().language(), "report.follow.added")));
        } catch (Refusal refusal) {
            Acts.show(refusal);
        }
    }

    private boolean added() {
        turnstile.visitor(Limit.CONCERN_ADDRESS);
        concerns.add(code, words);
        return true;
    }

    private void look() {
        Concerns.Followed followed = turnstile.guess(Limit.RECEIPT_ADDRESS, () -> concerns.follow(code));
        receivedAt = followed.receivedAt();
        progress = followed.progress();
    }

    public boolean isFound() {
        return progress != null;
    }

    /** Whether more words may be written. */
    public boolean isOpen() {
        return adding || isFound() && !isEnded();
    }

    private boolean isEnded() {
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
