package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.exclusion.Restrictions;
import org.probity.kernel.Checks;

/** Restricts a case to a named team, changes the team, and opens the case again. */
@Named
@ViewScoped
public class TeamPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    /** What can be done with a team. */
    public enum Change { ADD, REMOVE, LIFT }

    /** A colleague to choose. */
    public record Choice(Long id, String name) implements Serializable {
    }

    @Inject
    private Restrictions restrictions;

    private boolean restricted;
    private Change change;
    private Long memberId;
    private String reasons;

    public void load() {
        open(Act.RESTRICT);
        restricted = restrictions.of(getReference()).isPresent();
    }

    public void restrict() {
        act(() -> restrictions.restrict(getReference(), memberId, reasons), null, "investigation.team.restricted");
    }

    /** Adds, removes or opens; whoever takes themselves off the team goes where they can still be. */
    public void change() {
        act(() -> {
            new Checks().that(change != null, "change", "kernel.refused.choice").done();
            switch (change) {
                case ADD -> restrictions.add(getReference(), memberId, reasons);
                case REMOVE -> restrictions.remove(getReference(), memberId, reasons);
                case LIFT -> restrictions.lift(getReference(), reasons);
            }
        }, memberId != null && memberId.equals(CurrentCaller.get().memberId()) ? OUT : null, "investigation.team.changed");
    }

    public Restrictions.Shut getShut() {
        return restrictions.of(getReference()).orElse(null);
    }

    /** Who is on the team; empty where the case is not restricted. */
    public List<Restrictions.Place> getTeam() {
        return restricted ? getShut().team() : List.of();
    }

    /** Those who can join. */
    public List<Choice> getColleagues() {
        return restrictions.choices(getReference()).stream().filter(m -> !m.id().equals(CurrentCaller.get().memberId()))
                .map(m -> new Choice(m.id(), m.name())).toList();
    }

    public List<Change> getChanges() {
        return isLead() ? List.of(Change.values()) : List.of(Change.ADD, Change.REMOVE);
    }

    public boolean isLead() {
        return CurrentCaller.get().has(Role.LEAD);
    }

    public boolean isRestricted() {
        return restricted;
    }

    public Change getChange() {
        return change;
    }

    public void setChange(Change change) {
        this.change = change;
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
