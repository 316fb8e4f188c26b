package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.concern.ReporterQuestions;
import org.probity.concern.ReporterQuestions.QuestionLine;
import org.probity.kernel.Page;

/** What the reporter of a case was asked, for the page of the case. */
@Named
@RequestScoped
public class QuestionsTab {

    @Inject
    private ReporterQuestions questions;

    private List<QuestionLine> read;

    /** All of them, the newest first. */
    public List<QuestionLine> of(String reference) {
        if (read == null) {
            read = questions.list(reference, 0, Page.LARGEST).items();
        }
        return read;
    }
}
