package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.probity.access.Act;
import org.probity.correspondence.LetterPosting.Means;
import org.probity.correspondence.LetterPostings;
import org.probity.correspondence.LetterPostings.PostingLine;

/** Says that a letter was posted or handed over, and when. */
@Named
@ViewScoped
public class PostLetterPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private LetterPostings postings;

    private Long id;
    private Means means;
    private LocalDate day;

    public void load() {
        open(Act.POST_LETTER);
        getLetter();
    }

    public void record() {
        act(() -> postings.given(getReference(), id, means, day), "letters", "investigation.posting.done");
    }

    /** Whether it may go out to the subject now. */
    public boolean isGoesOut() {
        return postings.goOut(getReference(), id);
    }

    public PostingLine getLetter() {
        return postings.of(getReference(), id);
    }

    public Means[] getAll() {
        return Means.values();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Means getMeans() {
        return means;
    }

    public void setMeans(Means means) {
        this.means = means;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }
}
