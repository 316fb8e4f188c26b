package org.probity.web.findings;

import java.io.Serializable;
import org.probity.casework.CaseView;
import org.probity.findings.FindingQueries;
import org.probity.findings.NewFinding;
import org.probity.findings.Result;
import org.probity.findings.RightToBeHeard;

/** The finding about one allegation, while it is typed. */
public class FindingRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Long allegationId;
    private final String clause;
    private final String clauseText;
    private RightToBeHeard.Progress hearing;
    private Result result;
    private String reasons;

    FindingRow(CaseView.AllegationLine allegation) {
        this.allegationId = allegation.id();
        this.clause = allegation.clauseNumber();
        this.clauseText = allegation.clauseText();
    }

    void heard(RightToBeHeard.Progress progress) {
        hearing = progress;
    }

    /** Begins from what was put forward before and came back. */
    void beginFrom(FindingQueries.FindingLine earlier) {
        result = earlier.result();
        reasons = earlier.reasons();
    }

    NewFinding finding() {
        return new NewFinding(allegationId, result, reasons);
    }

    public Long getAllegationId() {
        return allegationId;
    }

    public String getClause() {
        return clause;
    }

    public String getClauseText() {
        return clauseText;
    }

    /** How far the subject's hearing on it has come. */
    public RightToBeHeard.Progress getHearing() {
        return hearing;
    }

    public Result getResult() {
        return result;
    }

    public void setResult(Result result) {
        this.result = result;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}
