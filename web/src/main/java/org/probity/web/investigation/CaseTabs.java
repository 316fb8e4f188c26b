package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import org.probity.casework.CaseHistory;
import org.probity.casework.Parties;
import org.probity.concern.Notes;
import org.probity.documents.Document;
import org.probity.documents.DocumentQueries;
import org.probity.documents.DocumentRow;
import org.probity.kernel.Page;
import org.probity.web.faces.Paging;

/** What the plain tabs of a case show. */
@Named
@RequestScoped
public class CaseTabs {

    private static final int SIZE = 50;

    @Inject
    private Parties parties;

    @Inject
    private Notes notes;

    @Inject
    private DocumentQueries documents;

    @Inject
    private CaseHistory history;

    @Inject
    @ManagedProperty("#{param.page}")
    private String page;

    private List<CaseHistory.ClosureLine> closures;
    private List<CaseHistory.StageLine> stages;

    public Page<Parties.PartyLine> people(String reference) {
        return parties.list(reference, getPage() - 1, SIZE);
    }

    public Page<Notes.NoteLine> notes(String reference) {
        return notes.list(reference, getPage() - 1, SIZE);
    }

    /** Which page of the list, from 1. */
    public int getPage() {
        return Paging.number(page);
    }

    /** Letters and packs, the newest first. */
    public List<DocumentRow> letters(String reference) {
        return documents.of(reference, EnumSet.of(Document.Kind.LETTER, Document.Kind.PACK), 0, Page.LARGEST).items();
    }

    /** How the case was closed, the newest first. */
    public List<CaseHistory.ClosureLine> closures(String reference) {
        if (closures == null) {
            closures = history.closures(reference);
        }
        return closures;
    }

    /** Why it moved, the newest first. */
    public List<CaseHistory.StageLine> stages(String reference) {
        if (stages == null) {
            stages = history.stages(reference);
        }
        return stages;
    }
}
