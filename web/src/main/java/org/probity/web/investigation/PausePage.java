package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.probity.access.Act;
import org.probity.casework.Pauses;

/** Stops the clocks of a case, or lets them run again. */
@Named
@ViewScoped
public class PausePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Pauses pauses;

    @Inject
    private PageCase pageCase;

    private Instant pausedAt;
    private String reasons;

    public void load() {
        open(Act.PAUSE);
        pausedAt = pageCase.of(getReference()).pausedAt();
    }

    public void pause() {
        act(() -> pauses.pause(getReference(), reasons), null, "investigation.pause.done");
    }

    public void resume() {
        act(() -> pauses.resume(getReference()), null, "investigation.resume.done");
    }

    public Instant getPausedAt() {
        return pausedAt;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
