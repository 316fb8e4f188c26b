package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.concern.Notes;

/** Adds a note to a case. */
@Named
@ViewScoped
public class NotePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Notes notes;

    private String words;

    public void load() {
        open(Act.SEE_INVESTIGATION);
    }

    public void add() {
        act(() -> notes.add(getReference(), words), "notes", "investigation.note.done");
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
