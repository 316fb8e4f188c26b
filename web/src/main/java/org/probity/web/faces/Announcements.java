package org.probity.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.probity.access.CurrentCaller;
import org.probity.account.SignedIn;
import org.probity.tenancy.CurrentBoard;

/**
 * What was done, said once on the next page that is drawn. For whoever is signed in it waits in their own session, and for them
 * alone. Where nobody stays signed in, the browser itself carries which of a few sentences it is.
 */
public class Announcements implements SystemEventListener {

    private static final String NAME = "probity-announcement";
    private static final Duration CARRIED = Duration.ofMinutes(2);

    /** All that a browser can make us say: nothing in these is about anybody. */
    private static final Set<String> TO_ANYBODY = Set.of("identity.link.done", "identity.invitation.accepted", "identity.invitation.declined");

    /** @param board where it was done; the pages of others say nothing of it */
    private record Kept(Long account, String board, String text) implements Serializable {
    }

    /** For the person whose request this is; what they were told before and have not seen yet is not said any more. */
    static void keep(HttpServletRequest request, String text) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(NAME, new Kept(person(request), CurrentBoard.orNone(), text));
        }
    }

    /** For whoever is at this browser, signed in or not. @param key one of the sentences that are for anybody */
    public static void toAnybody(String key) {
        if (!TO_ANYBODY.contains(key)) {
            throw new IllegalArgumentException(key);
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        carry((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(), key);
    }

    static void carry(HttpServletRequest request, HttpServletResponse response, String key) {
        Cookies.set(request, response, NAME, key, key.isEmpty() ? Duration.ZERO : CARRIED);
    }

    /** What is to be said now, and then no more. */
    static List<String> take(HttpServletRequest request, HttpServletResponse response) {
        List<String> texts = new ArrayList<>();
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(NAME) instanceof Kept kept) {
            session.removeAttribute(NAME);
            if (Objects.equals(kept.account(), person(request)) && Objects.equals(kept.board(), CurrentBoard.orNone())) {
                texts.add(kept.text());
            }
        }
        Cookies.of(request, NAME).ifPresent(key -> {
            carry(request, response, "");
            if (TO_ANYBODY.contains(key)) {
                texts.add(Texts.get(CurrentCaller.get().language(), key));
            }
        });
        return texts;
    }

    private static Long person(HttpServletRequest request) {
        return request.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn someone ? someone.account().id() : null;
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    /** Before a page of ours is drawn whole; a page that says what went wrong says nothing else. */
    @Override
    public void processEvent(SystemEvent event) throws AbortProcessingException {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        boolean drawn = !faces.getResponseComplete() && !faces.getPartialViewContext().isAjaxRequest();
        if (drawn && request.getAttribute(PrettyViewHandler.ADDRESS) != null) {
            take(request, (HttpServletResponse) faces.getExternalContext().getResponse())
                    .forEach(text -> faces.addMessage(null, new FacesMessage(text)));
        }
    }
}
