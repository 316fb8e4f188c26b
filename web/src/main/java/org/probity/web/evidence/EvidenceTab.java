package org.probity.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.documents.Document;
import org.probity.documents.DocumentQueries;
import org.probity.documents.DocumentRow;
import org.probity.evidence.CustodyLine;
import org.probity.evidence.EvidenceLine;
import org.probity.evidence.EvidenceLocker;
import org.probity.kernel.Page;

/** What is kept for a case. A picture is sent only when the reader asks for that one. */
@Named
@RequestScoped
public class EvidenceTab {

    @Inject
    private EvidenceLocker locker;

    @Inject
    private DocumentQueries documents;

    @Inject
    @ManagedProperty("#{param.show}")
    private String show;

    private List<EvidenceLine> items;
    private Map<Long, DocumentRow> files;

    public List<EvidenceLine> of(String reference) {
        if (items == null) {
            items = locker.list(reference);
            files = documents.of(reference, EnumSet.of(Document.Kind.EVIDENCE), 0, Page.LARGEST).items().stream()
                    .collect(Collectors.toMap(DocumentRow::id, Function.identity()));
        }
        return items;
    }

    /** Who touched it, the oldest first. */
    public List<CustodyLine> custody(String reference, EvidenceLine item) {
        return locker.custody(reference, item.id());
    }

    /** Its file, or null. */
    public DocumentRow file(EvidenceLine item) {
        return item.documentId() == null ? null : files.get(item.documentId());
    }

    /** Whether its file is a picture that can be shown. */
    public boolean picture(EvidenceLine item) {
        DocumentRow file = file(item);
        return file != null && file.inline() && file.mediaType().startsWith("image/");
    }

    /** Whether the reader has asked to see this one. */
    public boolean shown(EvidenceLine item) {
        return picture(item) && String.valueOf(item.id()).equals(show);
    }

    /** In kilobytes, rounded up. */
    public long kilobytes(EvidenceLine item) {
        return (file(item).size() + 1023) / 1024;
    }
}
