package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Refusal;

/** Hands out the letters, packs and replies of a case. Evidence has a custody record and comes from its locker. */
@Stateless
@Guarded
public class CaseFiles {

    @Inject
    private Investigations investigations;

    @Inject
    private Documents documents;

    /**
     * The file with its bytes; that somebody took it is kept in the audit.
     *
     * @throws Refusal NOT_FOUND where the case is out of sight, the file is of another case, or it is evidence
     */
    @Permitted(Act.SEE_INVESTIGATION)
    public Documents.Content download(String reference, Long documentId) {
        investigations.visible(reference);
        Document document = documents.find(documentId);
        if (!document.reference().equals(reference) || document.kind() == Document.Kind.EVIDENCE) {
            throw Refusal.notFound();
        }
        return documents.content(documentId);
    }
}
