package org.probity.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Before anything reads a page's parameters: longer texts than any field takes are turned away whole, and so is what Faces
 * adds to a form itself where it names no part of a page in signs that one could have. No form of ours is a link: Faces would
 * act on one all the same, and with one any other site can send somebody who is signed in here.
 */
public class OddParameters implements PhaseListener {

    private static final long serialVersionUID = 1L;

    /** In characters; the longest field takes a list of many lines. */
    private static final int LONGEST = 100_000;

    /** All texts of one form together: a page that is kept open keeps them. Far more than the longest form takes. */
    private static final int MOST = 250_000;
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
        if (isLong(parameters)) {
            refuse(faces, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (parameters.entrySet().stream().anyMatch(OddParameters::isOdd) || comesFromNowhere(parameters)
                || isFetched(faces, parameters)) {
            refuse(faces, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isLong(Map<String, String[]> parameters) {
        return parameters.values().stream().flatMap(Arrays::stream).anyMatch(value -> value.length() > LONGEST)
                || parameters.values().stream().flatMap(Arrays::stream).mapToInt(String::length).sum() > MOST;
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

    private static boolean isFetched(FacesContext faces, Map<String, String[]> parameters) {
        return parameters.keySet().stream().anyMatch(name -> name.endsWith(ResponseStateManager.VIEW_STATE_PARAM))
                && !((HttpServletRequest) faces.getExternalContext().getRequest()).getMethod().equals("POST");
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
