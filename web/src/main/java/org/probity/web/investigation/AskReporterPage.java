package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Act;
import org.probity.concern.ReporterQuestions;
import org.probity.concern.ReporterQuestions.QuestionLine;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Page;

/** Asks the reporter of a case, and takes a question back that they have not answered. */
@Named
@ViewScoped
public class AskReporterPage extends CaseForm {

    private static final long serialVersionUID = 1L;
    private static final int NAME = 80;

    @Inject
    private ReporterQuestions questions;

    private String words;
    private Long questionId;

    public void load() {
        open(Act.ASK_REPORTER);
    }

    public void ask() {
        act(() -> questions.ask(getReference(), words), "notes", "investigation.question.done");
    }

    public void withdraw() {
        act(() -> questions.withdraw(getReference(), questionId), "notes", "investigation.question.taken");
    }

    /** Those that wait for an answer, the newest first. */
    public List<QuestionLine> getOpen() {
        return questions.list(getReference(), 0, Page.LARGEST).items().stream().filter(QuestionLine::waits).toList();
    }

    /** How it is called in a list to choose from. */
    public String name(QuestionLine question) {
        String line = question.words().replace('\n', ' ');
        return line.length() <= NAME ? line : CodePoints.first(line, NAME - 1) + "…";
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public Long getQuestionId() {
        return questionId;
    }

    public void setQuestionId(Long questionId) {
        this.questionId = questionId;
    }
}
