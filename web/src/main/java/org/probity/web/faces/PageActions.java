package org.probity.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.probity.access.CurrentCaller;
import org.probity.access.Unproven;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

/**
 * Runs the act of a page. Where it succeeds, the person is sent on with a message; where a rule says no, the page stays
 * as it is, with everything typed, and each problem stands at the field of that name.
 *
 * <p>The same form sent twice acts once: a second click is answered like the first, without acting again.
 */
@ViewScoped
public class PageActions implements Serializable {

    private static final long serialVersionUID = 1L;

    private String gone;
    private UUID sent;

    /**
     * @param work the service call
     * @param then where to go afterwards: a path below the board such as {@code investigations/CHSCB-2026-0042}, or from the
     *        root with a leading slash
     * @param done key of the message shown there, or null for none
     */
    public void run(Runnable work, String then, String done, Object... args) {
        run(() -> {
            work.run();
            return then;
        }, done, args);
    }

    /** The same where only the act knows where to go next, such as the page of what it made. */
    public synchronized void run(Supplier<String> work, String done, Object... args) {
        UUID now = fingerprint();
        if (now.equals(sent) || attempt(work, done, args)) {
            sent = now;
            go(gone);
        }
    }

    /**
     * Runs what decides whether a form goes on to its next part on the same page.
     *
     * @return false where a rule said no; the page then shows why
     */
    public synchronized boolean step(Runnable work) {
        return attempt(() -> {
            work.run();
            return null;
        }, null);
    }

    /** Sends the browser to a path below the board, or from the root with a leading slash. */
    public static void go(String path) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(path.startsWith("/") ? path : external.getRequestContextPath() + "/" + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a refusal on the page: at the fields it names, and in the summary at the top. */
    public static void show(Refusal refusal) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.isPostback()) {
            faces.validationFailed();
        }
        if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            faces.getExternalContext().setResponseStatus(refusal.kind().status());
        }
        if (refusal instanceof TryAgainLater later) {
            faces.getExternalContext().setResponseStatus(refusal.kind().status());
            faces.getExternalContext().setResponseHeader("Retry-After", String.valueOf(later.seconds()));
        }
        refusal.problems().forEach(problem -> show(faces, problem));
    }

    private boolean attempt(Supplier<String> work, String done, Object... args) {
        try {
            gone = work.get();
            if (done != null) {
                Announcements.keep((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest(), text(done, args));
            }
            return true;
        } catch (RuntimeException e) {
            show(e);
            return false;
        }
    }

    /** Shows the refusal behind an exception. @throws RuntimeException the same where there is none, or nothing to show it at */
    public static void show(RuntimeException thrown) {
        Refusal refusal = Refusal.in(thrown);
        if (refusal == null || refusal.kind() == Refusal.Kind.NOT_FOUND) {
            throw thrown;
        }
        refuse(refusal);
    }

    /** Who has to show first who they are does so, and finds what they typed when they come back. */
    private static void refuse(Refusal refusal) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (refusal instanceof Unproven unproven && external.getRequest() instanceof HttpServletRequest request) {
            String address = (String) request.getAttribute(PrettyViewHandler.ADDRESS);
            Typed.keep(request, address);
            go(Detour.before(unproven.proof(), address));
        } else {
            show(refusal);
        }
    }

    /** The same for the same form, which a page that keeps nothing has a new nonce in each time it is drawn. */
    static UUID fingerprint() {
        StringBuilder form = new StringBuilder();
        new TreeMap<>(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap())
                .forEach((name, values) -> form.append(name).append('=').append(String.join("\n", values)).append('\n'));
        return UUID.nameUUIDFromBytes(form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void show(FacesContext faces, Refusal.Problem problem) {
        boolean shown = problem.field() != null && mark(faces, problem);
        if (!shown) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text(problem.key(), problem.args()), null));
        }
    }

    /** Marks the field as wrong; for {@code items[1].address} the one in the second row of {@code ui:repeat id="items"}. */
    private static boolean mark(FacesContext faces, Refusal.Problem problem) {
        String name = problem.field();
        String inRow = name.replaceAll("\\[(\\d+)]\\.", ":$1:");
        return faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UIInput input && (name.equals(input.getId()) || inRow.equals(input.getClientId(faces)))) {
                faces.addMessage(input.getClientId(faces), Fields.problem(input, wording(input, problem)));
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
    }

    /** Where one is to be chosen there is nothing to fill in. */
    private static String wording(UIInput input, Refusal.Problem problem) {
        boolean unchosen = input instanceof UISelectOne && problem.key().equals("kernel.refused.required");
        return text(unchosen ? "kernel.refused.choice" : problem.key(), problem.args());
    }

    private static String text(String key, Object... args) {
        return Texts.of(CurrentCaller.get().language(), key, args);
    }
}
