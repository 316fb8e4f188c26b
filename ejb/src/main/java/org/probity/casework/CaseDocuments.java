package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.documents.Document;
import org.probity.documents.DocumentQueries;
import org.probity.documents.DocumentRow;
import org.probity.documents.Documents;
import org.probity.investigation.Investigations;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;

/** Letters, packs and files that came with replies, for those who work on the case. Evidence is handed out by its own room. */
@Stateless
@Guarded
public class CaseDocuments {

    private static final Set<Document.Kind> KINDS = EnumSet.complementOf(EnumSet.of(Document.Kind.EVIDENCE));

    @Inject
    private Investigations investigations;

    @Inject
    private Documents documents;

    @Inject
    private DocumentQueries queries;

    /**
     * The newest first.
     *
     * @param page counted from 0
     * @throws Refusal NOT_FOUND where the case is out of sight
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public Page<DocumentRow> list(@OfCase String reference, int page, int size) {
        investigations.visible(reference);
        return queries.of(reference, KINDS, page, size);
    }

    /** @throws Refusal NOT_FOUND where it is no such document of this case, or the case is out of sight */
    @Permitted(Act.SEE_INVESTIGATION)
    public Documents.Content content(@OfCase String reference, Long id) {
        investigations.visible(reference);
        Document document = documents.find(id);
        if (!document.reference().equals(reference) || !KINDS.contains(document.kind())) {
            throw Refusal.notFound();
        }
        return documents.content(id);
    }
}
