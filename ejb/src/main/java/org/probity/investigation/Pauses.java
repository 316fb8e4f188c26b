package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.probity.audit.Audit;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.OfCase;
import org.probity.identity.Permitted;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.worklist.Clockwork;
import org.probity.worklist.Work;

/** Stops the clocks of a case, as when the police ask for it, and lets them run again from where they stood. */
@Stateless
@Guarded
public class Pauses {

    @Inject
    private Investigations investigations;

    @Inject
    private Clockwork clockwork;

    @Inject
    private Work work;

    @Inject
    private Audit audit;

    @Inject
    private Event<ClocksResumed> resumed;

    @Inject
    private Clock clock;

    /** @throws Refusal INVALID on {@code reasons}, STATE where the case has ended or is paused already */
    @Permitted(Act.PAUSE)
    public void pause(@OfCase String reference, String reasons) {
        Investigation investigation = investigations.locked(reference);
        new Checks().text("reasons", reasons, Checks.LONG_TEXT).done();
        investigation.pause(clock.instant());
        clockwork.suspend(reference);
        audit.record("investigation.paused", reference, "investigation", investigation.id(), null, Map.of("reasons", reasons));
    }

    /** Every deadline moves by the time the case stood still. @throws Refusal STATE where it is not paused */
    @Permitted(Act.PAUSE)
    public void resume(@OfCase String reference) {
        Investigation investigation = investigations.locked(reference);
        if (investigation.pausedAt() == null) {
            throw Refusal.state("investigation.refused.notPaused");
        }
        Duration stood = Duration.between(investigation.pausedAt(), clock.instant());
        investigation.resume();
        clockwork.resume(reference, stood);
        work.shift(reference, stood);
        resumed.fire(new ClocksResumed(reference, stood));
        audit.record("investigation.resumed", reference, "investigation", investigation.id(), null,
                Map.of("stoodHours", stood.toHours()));
    }
}
