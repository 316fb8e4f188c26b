package org.probity.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.archive.Archives;
import org.probity.archivefile.ArchiveFolder.Archive;
import org.probity.web.faces.PageActions;

/** Puts the board of an archive back. The secret key lives as long as this request and the work it begins. */
@Named
@RequestScoped
public class RestorePage {

    @Inject
    private Archives archives;

    @Inject
    private PageActions pageActions;

    private String file;
    private String identity;
    private String fingerprint;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but the operator */
    public void load() {
        archives.files();
    }

    public List<Archive> getFiles() {
        return archives.files();
    }

    public void restore() {
        String key = identity;
        String signer = fingerprint;
        pageActions.run(() -> archives.restore(file, key, signer), "/operator/archives", "operator.archives.begun");
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }

    public String getIdentity() {
        return identity;
    }

    public void setIdentity(String identity) {
        this.identity = identity;
    }

    public String getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
    }
}
