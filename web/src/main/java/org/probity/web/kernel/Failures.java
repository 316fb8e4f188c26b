package org.probity.web.kernel;

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
import java.io.IOException;
import java.util.Iterator;
import org.primefaces.csp.CspException;
import org.probity.investigation.ConflictToAnswer;
import org.probity.kernel.Refusal;

/**
 * What becomes of an exception in a page: a refusal while loading is answered by its status, or by the question that has to
 * be answered first; a page that was open too long is shown again with what was typed, anything else is the server's error
 * page.
 */
public class Failures extends ExceptionHandlerFactory {

    public Failures(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

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
                return expired(thrown) && again(faces);
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }

        private static void refuse(FacesContext faces, Refusal refusal, PhaseId phase) throws IOException {
            if (refusal instanceof ConflictToAnswer asked && !faces.isPostback()) {
                Acts.go("investigations/" + asked.reference() + "/conflict");
            } else if (faces.isPostback() && phase == PhaseId.INVOKE_APPLICATION && refusal.kind() != Refusal.Kind.NOT_FOUND) {
                Acts.show(refusal);
                faces.renderResponse();
            } else {
                faces.getExternalContext().responseSendError(refusal.kind().status(), null);
                faces.responseComplete();
            }
        }

        private static boolean again(FacesContext faces) throws IOException {
            ExternalContext external = faces.getExternalContext();
            HttpServletRequest request = (HttpServletRequest) external.getRequest();
            if (!(request.getAttribute(PrettyViewHandler.ADDRESS) instanceof String address)) {
                return false;
            }
            Typed.keep(request, address);
            external.redirect(address);
            return true;
        }

        private static boolean expired(Throwable thrown) {
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                if (t instanceof ViewExpiredException || t instanceof CspException) {
                    return true;
                }
            }
            return false;
        }
    }
}
