package org.probity.web.cooperation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.casework.CaseView;
import org.probity.casework.InvestigationQueries;
import org.probity.cooperation.CooperationKind;
import org.probity.cooperation.Cooperations;
import org.probity.cooperation.NewCooperation;
import org.probity.web.faces.PageActions;
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
    private PageActions pageActions;

    private String reference;
    private String chosen;
    private String allegation;
    private CooperationKind kind;
    private String subject;
    private String held;
    private Long[] allegationIds = {};
    private String ask;
    private String ground;
    private String scope;
    private String place;
    private Instant meetingAt;
    private LocalDate deadline;
    private final LinkedHashMap<String, Long> allegations = new LinkedHashMap<>();

    /** @throws org.probity.kernel.Refusal NOT_FOUND where the case is out of sight */
    public void load() {
        CaseView view = investigations.page(reference);
        subject = view.subjectName();
        held = view.refusesAsking();
        kind = Arrays.stream(CooperationKind.values()).filter(k -> k.name().equals(chosen)).findFirst().orElse(null);
        deadline = kind != null && kind.meets() ? null : usual.cooperation();
        view.allegations().forEach(one -> allegations.put(one.clauseNumber() + " " + one.clauseText(), one.id()));
        allegationIds = allegations.values().stream().filter(this::isBegunWith).toArray(Long[]::new);
    }

    /** A statement is on the one it was asked for from elsewhere, else on everything that is alleged. */
    private boolean isBegunWith(Long id) {
        return allegation == null ? kind == CooperationKind.STATEMENT : allegation.equals(id.toString());
    }

    public void send() {
        pageActions.run(() -> "investigations/" + reference + "/cooperation/" + cooperations.request(reference,
                new NewCooperation(kind, ask, ground, deadline, meetingAt, place, scope, List.of(allegationIds))),
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

    public String getAllegation() {
        return allegation;
    }

    public void setAllegation(String allegation) {
        this.allegation = allegation;
    }

    /** What is alleged: each by its clause, to its id. */
    public Map<String, Long> getAllegations() {
        return allegations;
    }

    public Long[] getAllegationIds() {
        return allegationIds;
    }

    public void setAllegationIds(Long[] allegationIds) {
        this.allegationIds = allegationIds;
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
