package org.probity.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.documents.DocumentQueries;
import org.probity.documents.DocumentRow;
import org.probity.evidence.CustodyLine;
import org.probity.evidence.EvidenceLine;
import org.probity.evidence.EvidenceLocker;
import org.probity.kernel.Page;
import org.probity.web.faces.Paging;

/** What is kept for a case. A picture is sent only when the reader asks for that one. */
@Named
@RequestScoped
public class EvidenceTab {

    private static final int SIZE = 25;

    @Inject
    private EvidenceLocker locker;

    @Inject
    private DocumentQueries documents;

    @Inject
    @ManagedProperty("#{param.show}")
    private String show;

    @Inject
    @ManagedProperty("#{param.page}")
    private String page;

    private final Map<Long, Page<CustodyLine>> custody = new HashMap<>();
    private Page<EvidenceLine> items;
    private Map<Long, DocumentRow> files;

    public Page<EvidenceLine> of(String reference) {
        if (items == null) {
            items = locker.list(reference, getPage() - 1, SIZE);
            files = documents.files(reference, items.items().stream().map(EvidenceLine::documentId).filter(Objects::nonNull).collect(Collectors.toSet()))
                    .stream().collect(Collectors.toMap(DocumentRow::id, Function.identity()));
        }
        return items;
    }

    /** Who touched it, the oldest first; where they are many, the latest. */
    public Page<CustodyLine> custody(String reference, EvidenceLine item) {
        return custody.computeIfAbsent(item.id(), id -> latest(reference, item));
    }

    private Page<CustodyLine> latest(String reference, EvidenceLine item) {
        Page<CustodyLine> first = locker.custody(reference, item.id(), 0, Page.LARGEST);
        int last = (int) ((first.total() - 1) / Page.LARGEST);
        return last <= 0 ? first : locker.custody(reference, item.id(), last, Page.LARGEST);
    }

    /** Which page of the list, from 1. */
    public int getPage() {
        return Paging.number(page);
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
