package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.casework.TeamAppointments;
import org.probity.concern.UnseenCases;
import org.probity.member.Member;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerChanges;
import org.probity.web.faces.PageActions;

/** Leads for restricted cases that nobody sees: an administrator asks, a lead or auditor confirms. */
@Named
@ViewScoped
public class AppointmentsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private UnseenCases cases;

    @Inject
    private TeamAppointments appointments;

    @Inject
    private PowerChanges changes;

    @Inject
    private PageActions pageActions;

    private String reference;
    private Long memberId;
    private String reasons;

    /** Those that wait for the caller. */
    public List<PowerChanges.Line> getLines() {
        return changes.all().stream().filter(line -> line.kind() == PowerChange.Kind.TEAM && line.mine()).toList();
    }

    public List<UnseenCases.UnseenCase> getRestricted() {
        return cases.list().stream().filter(UnseenCases.UnseenCase::restricted).toList();
    }

    public List<Member> getLeads() {
        return appointments.leads();
    }

    public void ask() {
        pageActions.run(() -> appointments.ask(reference, memberId, reasons), "members", "administration.appoint.asked", reference);
    }

    public void confirm(Long id, String name) {
        pageActions.run(() -> changes.confirmTeam(id), "members/changes", "administration.powers.confirmed", name);
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public Long getMemberId() {
        return memberId;
    }

    public void setMemberId(Long memberId) {
        this.memberId = memberId;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
