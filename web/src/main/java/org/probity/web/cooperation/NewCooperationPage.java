package org.probity.web.cooperation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.probity.cooperation.CooperationKind;
import org.probity.cooperation.Cooperations;
import org.probity.cooperation.NewCooperation;
import org.probity.investigation.CaseView;
import org.probity.investigation.InvestigationQueries;
import org.probity.web.kernel.Acts;
import org.probity.web.removal.UsualDeadlines;

/** Asks for help: first the kind, the least intrusive first, then what that kind needs (000 cl. 6.3). */
@Named
@ViewScoped
public class NewCooperationPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private InvestigationQueries investigations;

    @Inject
    private UsualDeadlines usual;

    @Inject
    private Cooperations cooperations;

    @Inject
    private Acts acts;

    private String reference;
    private String chosen;
    private CooperationKind kind;
    private String subject;
    private String held;
    private String ask;
    private String ground;
    private String scope;
    private String place;
    private Instant meetingAt;
    private LocalDate deadline;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where the case is out of sight */
    public void load() {
        CaseView view = investigations.page(reference);
        subject = view.subjectName();
        held = view.refusesAsking();
        kind = Arrays.stream(CooperationKind.values()).filter(k -> k.name().equals(chosen)).findFirst().orElse(null);
        deadline = kind != null && kind.meets() ? null : usual.cooperation();
    }

    public void send() {
        acts.run(() -> "investigations/" + reference + "/cooperation/" + cooperations.request(reference,
                new NewCooperation(kind, ask, ground, deadline, meetingAt, place, scope)),
                kind.needsAuthority() ? "cooperation.new.waits" : "cooperation.new.done", subject);
    }

    public CooperationKind getKind() {
        return kind;
    }

    public String getSubject() {
        return subject;
    }

    public String getHeld() {
        return held;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getAsk() {
        return ask;
    }

    public void setAsk(String ask) {
        this.ask = ask;
    }

    public String getGround() {
        return ground;
    }

    public void setGround(String ground) {
        this.ground = ground;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public Instant getMeetingAt() {
        return meetingAt;
    }

    public void setMeetingAt(Instant meetingAt) {
        this.meetingAt = meetingAt;
    }

    public LocalDate getDeadline() {
        return deadline;
    }

    public void setDeadline(LocalDate deadline) {
        this.deadline = deadline;
    }
}
