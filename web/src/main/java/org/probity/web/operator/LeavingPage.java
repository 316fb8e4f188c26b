package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.archive.Archives;
import org.probity.archive.Archives.BoardLine;
import org.probity.archive.WipeRequest;
import org.probity.web.faces.PageActions;

/** A board leaves: it is closed, and later wiped, each once its address has been typed by hand. */
@Named
@ViewScoped
public class LeavingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Archives archives;

    @Inject
    private PageActions pageActions;

    private String slug;
    private String typed;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the operator, NOT_FOUND where there is no such board */
    public void load() {
        archives.board(slug);
    }

    public BoardLine getLine() {
        return archives.board(slug);
    }

    public void close() {
        pageActions.run(() -> archives.close(slug, typed), "/operator/archives", "operator.archives.closed", slug);
    }

    /** Null where nobody has asked for it. */
    public WipeRequest getAsked() {
        return archives.wipeAsked(slug).orElse(null);
    }

    public void ask() {
        pageActions.run(() -> archives.askToWipe(slug, typed), "/operator/boards/" + slug + "/wipe", "operator.wipe.asked");
    }

    public void stop() {
        pageActions.run(() -> archives.stopWipe(slug), "/operator/archives", "operator.wipe.stopped", slug);
    }

    public void wipe() {
        pageActions.run(() -> archives.wipe(slug, typed), "/operator/archives", "operator.archives.begun");
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
