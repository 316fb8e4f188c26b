package org.probity.web.kernel;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Before anything reads a page's parameters: longer texts than any field takes are turned away whole, and so is what Faces
 * adds to a form itself where it names no part of a page in signs that one could have.
 */
public class OddParameters implements PhaseListener {

    private static final long serialVersionUID = 1L;

    /** In characters; the longest field takes a list of many lines. */
    private static final int LONGEST = 100_000;
    private static final String OF_FACES = "jakarta.faces.";
    private static final String ADDRESS = "jakarta.faces.encodedURL";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        Map<String, String[]> parameters = faces.getExternalContext().getRequestParameterValuesMap();
        if (parameters.values().stream().flatMap(Arrays::stream).anyMatch(value -> value.length() > LONGEST)) {
            refuse(faces, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (parameters.entrySet().stream().anyMatch(OddParameters::isOdd) || comesFromNowhere(parameters)) {
            refuse(faces, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isOdd(Map.Entry<String, String[]> parameter) {
        return parameter.getKey().startsWith(OF_FACES) && !parameter.getKey().equals(ADDRESS)
                && Arrays.stream(parameter.getValue()).anyMatch(value -> !value.matches("[A-Za-z0-9_:@.+/= -]*"));
    }

    /** A script always says which part of the page it acts for; Faces would look for it in vain. */
    private static boolean comesFromNowhere(Map<String, String[]> parameters) {
        return parameters.containsKey("jakarta.faces.partial.ajax")
                && String.join("", parameters.getOrDefault("jakarta.faces.source", new String[0])).isBlank();
    }

    private static void refuse(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
