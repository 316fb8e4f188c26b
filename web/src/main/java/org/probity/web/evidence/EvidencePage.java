package org.probity.web.evidence;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.time.Instant;
import java.util.List;
import org.probity.access.Act;
import org.probity.evidence.EvidenceItem;
import org.probity.evidence.EvidenceLocker;
import org.probity.evidence.NewEvidence;
import org.probity.files.FileType;
import org.probity.files.Upload;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.web.faces.Uploads;
import org.probity.web.investigation.CaseForm;
import org.probity.web.investigation.PageCase;

/** Keeps a file, an address, or that nothing could be preserved. */
@Named
@ViewScoped
public class EvidencePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private EvidenceLocker locker;

    @Inject
    private PageCase pageCase;

    private boolean hardStop;
    private EvidenceItem.Kind kind;
    private String title;
    private String sourceAddress;
    private Instant capturedAt;
    private String how;
    private transient Part file;

    public void load() {
        open(Act.INVESTIGATE);
        hardStop = pageCase.of(getReference()).hardStop();
        kind = hardStop ? EvidenceItem.Kind.ADDRESS : EvidenceItem.Kind.FILE;
    }

    public void keep() {
        act(() -> {
            NewEvidence given = new NewEvidence(title, sourceAddress, capturedAt, how);
            new Checks().required("kind", kind).done();
            switch (kind) {
                case FILE -> keepFile(given);
                case ADDRESS -> locker.addAddress(getReference(), given);
                case NONE -> locker.noneAvailable(getReference(), given);
            }
        }, "evidence", "evidence.new.done");
    }

    private void keepFile(NewEvidence given) {
        Upload upload = Uploads.of(file, "file");
        if (upload == null) {
            throw Refusal.invalid("file", "evidence.new.noFile");
        }
        locker.addFile(getReference(), given, upload.fileName(), upload.bytes());
    }

    /** Files are refused where an indecent image of a child is suspected, so none is offered. */
    public List<EvidenceItem.Kind> getKinds() {
        return hardStop ? List.of(EvidenceItem.Kind.ADDRESS, EvidenceItem.Kind.NONE) : List.of(EvidenceItem.Kind.values());
    }

    public String getEndings() {
        return FileType.allowed();
    }

    public boolean isHardStop() {
        return hardStop;
    }

    public EvidenceItem.Kind getKind() {
        return kind;
    }

    public void setKind(EvidenceItem.Kind kind) {
        this.kind = kind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getSourceAddress() {
        return sourceAddress;
    }

    public void setSourceAddress(String sourceAddress) {
        this.sourceAddress = sourceAddress;
    }

    public Instant getCapturedAt() {
        return capturedAt;
    }

    public void setCapturedAt(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    public String getHow() {
        return how;
    }

    public void setHow(String how) {
        this.how = how;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
