package org.probity.web.kernel;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Before anything reads a page's parameters: longer texts than any field takes are turned away whole. */
public class LongTexts implements PhaseListener {

    private static final long serialVersionUID = 1L;

    /** In characters; the longest field takes a list of many lines. */
    private static final int LONGEST = 100_000;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        boolean tooLong = faces.getExternalContext().getRequestParameterValuesMap().values().stream().flatMap(Arrays::stream)
                .anyMatch(value -> value.length() > LONGEST);
        if (tooLong) {
            try {
                faces.getExternalContext().responseSendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, null);
                faces.responseComplete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
