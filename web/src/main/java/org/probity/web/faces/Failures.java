package org.probity.web.faces;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.primefaces.csp.CspException;
import org.probity.investigation.ConflictToAnswer;
import org.probity.kernel.Refusal;

/**
 * What becomes of an exception in a page: a refusal while loading is answered by its status, or by the question that has to
 * be answered first; a page that was open too long is shown again with what was typed, anything else is the server's error
 * page.
 */
public class Failures extends ExceptionHandlerFactory {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    public Failures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        private static final int DEEPEST = 40;

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                var context = events.next().getContext();
                if (answered(context.getContext(), context.getException(), context.getPhaseId())) {
                    events.remove();
                }
            }
            getWrapped().handle();
        }

        private static boolean answered(FacesContext faces, Throwable thrown, PhaseId phase) {
            try {
                Refusal refusal = Refusal.in(thrown);
                if (refusal != null && !faces.getExternalContext().isResponseCommitted()) {
                    refuse(faces, refusal, phase);
                    return true;
                }
                return expired(thrown) && again(faces) || tampered(faces, thrown, phase);
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }

        private static void refuse(FacesContext faces, Refusal refusal, PhaseId phase) throws IOException {
            if (refusal instanceof ConflictToAnswer asked && !faces.isPostback()) {
                PageActions.go("investigations/" + asked.reference() + "/conflict");
            } else if (faces.isPostback() && phase == PhaseId.INVOKE_APPLICATION && refusal.kind() != Refusal.Kind.NOT_FOUND) {
                PageActions.show(refusal);
                faces.renderResponse();
            } else {
                faces.getExternalContext().responseSendError(refusal.kind().status(), null);
                faces.responseComplete();
            }
        }

        /**
         * What goes wrong before anything is done with a form is what was sent: no browser that was given the form sends it.
         * What the form itself could not hold ends here too, but for what only a database or a service could say.
         */
        private static boolean tampered(FacesContext faces, Throwable thrown, PhaseId phase) throws IOException {
            boolean reading = faces.isPostback() && (phase == PhaseId.RESTORE_VIEW || phase == PhaseId.APPLY_REQUEST_VALUES
                    || (phase == PhaseId.PROCESS_VALIDATIONS || phase == PhaseId.UPDATE_MODEL_VALUES || isPart(faces, phase)) && isUnfit(thrown));
            if (!reading || Refusal.isOfDatabase(thrown) || faces.getExternalContext().isResponseCommitted()) {
                return false;
            }
            LOG.log(Level.WARNING, "A form was sent that no browser sends", thrown);
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_BAD_REQUEST, null);
            faces.responseComplete();
            return true;
        }

        /** A script says which parts of the page are drawn again. */
        private static boolean isPart(FacesContext faces, PhaseId phase) {
            return phase == PhaseId.RENDER_RESPONSE && faces.getPartialViewContext().isAjaxRequest();
        }

        private static boolean isUnfit(Throwable thrown) {
            Throwable first = chain(thrown).reduce(thrown, (outer, inner) -> inner);
            return first instanceof IllegalArgumentException || first instanceof IndexOutOfBoundsException || first instanceof ClassCastException;
        }

        private static boolean again(FacesContext faces) throws IOException {
            ExternalContext external = faces.getExternalContext();
            HttpServletRequest request = (HttpServletRequest) external.getRequest();
            boolean sent = request.getMethod().equals("POST");
            if (!sent || !(request.getAttribute(PrettyViewHandler.ADDRESS) instanceof String address)) {
                return false;
            }
            Typed.keep(request, address);
            external.redirect(address);
            return true;
        }

        private static boolean expired(Throwable thrown) {
            return chain(thrown).anyMatch(t -> t instanceof ViewExpiredException || t instanceof CspException);
        }

        private static Stream<Throwable> chain(Throwable thrown) {
            return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
        }
    }
}
