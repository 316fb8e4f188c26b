package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import org.probity.documents.Document;
import org.probity.documents.DocumentQueries;
import org.probity.documents.DocumentRow;
import org.probity.evidence.EvidenceLine;
import org.probity.evidence.EvidenceLocker;
import org.probity.investigation.Notes;
import org.probity.investigation.Parties;
import org.probity.kernel.Page;

/** What the plain tabs of a case show. */
@Named
@RequestScoped
public class CaseTabs {

    @Inject
    private Parties parties;

    @Inject
    private Notes notes;

    @Inject
    private EvidenceLocker evidence;

    @Inject
    private DocumentQueries documents;

    public List<Parties.PartyLine> people(String reference) {
        return parties.list(reference);
    }

    public List<Notes.NoteLine> notes(String reference) {
        return notes.list(reference);
    }

    public List<EvidenceLine> evidence(String reference) {
        return evidence.list(reference);
    }

    /** Letters and packs, the newest first. */
    public List<DocumentRow> letters(String reference) {
        return documents.of(reference, EnumSet.of(Document.Kind.LETTER, Document.Kind.PACK), 0, Page.LARGEST).items();
    }
}
