package org.probity.web.administration;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.probity.archive.ArchiveKey;
import org.probity.archive.ArchiveKeys;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.Attachment;
import org.probity.web.faces.PageActions;

/** The key of the board's archives. A secret key made here goes out as a file, and is kept nowhere. */
@Named
@ViewScoped
public class ArchiveKeyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ArchiveKeys keys;

    @Inject
    private PageActions pageActions;

    private String recipient;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the administrator */
    public void load() {
        keys.key();
    }

    /** Null where the board has none yet. */
    public ArchiveKey getKey() {
        return keys.key().orElse(null);
    }

    public void enter() {
        pageActions.run(() -> keys.enter(recipient), "archive-key", "administration.archive.waits");
    }

    /** Sends the secret key as a file instead of a page. */
    public void makePair() throws IOException {
        byte[] file = keys.makePair().getBytes(StandardCharsets.UTF_8);
        ExternalContext response = FacesContext.getCurrentInstance().getExternalContext();
        response.setResponseContentType("text/plain; charset=UTF-8");
        response.setResponseContentLength(file.length);
        response.setResponseHeader("Content-Disposition", Attachment.named("attachment", CurrentBoard.slug() + "-archive-key.txt"));
        response.setResponseHeader("Content-Security-Policy", Attachment.POLICY);
        response.setResponseHeader("Cache-Control", "no-store");
        response.getResponseOutputStream().write(file);
        FacesContext.getCurrentInstance().responseComplete();
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }
}
