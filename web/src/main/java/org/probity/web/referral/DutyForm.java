package org.probity.web.referral;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.probity.kernel.Checks;
import org.probity.outcome.Duties;
import org.probity.outcome.DutyText;

/** The part of a form that says what came of the duties to tell others. */
public class DutyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final boolean barring;
    private final List<RegulatorRow> rows;
    private boolean dbsConsidered;
    private Boolean dbsReferred;
    private String dbsReferredBy;
    private LocalDate dbsReferredOn;
    private String dbsReference;
    private String dbsWhyNot;
    private String regulatorWhyNot;
    private String note;
    private String profession;

    /** A regulator that may have to be told, and when it was. */
    public static class RegulatorRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String name;
        private LocalDate toldOn;

        RegulatorRow(DutyText duty) {
            this.code = duty.code();
            this.name = duty.name();
        }

        public String getName() {
            return name;
        }

        public LocalDate getToldOn() {
            return toldOn;
        }

        public void setToldOn(LocalDate toldOn) {
            this.toldOn = toldOn;
        }
    }

    /** @param due what has to be looked at */
    DutyForm(List<DutyText> due) {
        this.barring = due.stream().anyMatch(DutyText::barring);
        this.rows = due.stream().filter(duty -> !duty.barring()).map(RegulatorRow::new).toList();
    }

    /** @throws org.probity.kernel.Refusal INVALID on what has not been chosen */
    Duties duties() {
        new Checks().that(dbsReferred != null, "dbsReferred", "kernel.refused.choice")
                .that(dbsConsidered, "dbsConsidered", "referral.refused.dbsNotConsidered").text("note", note, Checks.LONG_TEXT).done();
        return new Duties(dbsConsidered, dbsReferred, dbsReferred ? dbsReferredBy : null, dbsReferred ? dbsReferredOn : null,
                dbsReferred ? dbsReference : null, dbsReferred ? null : dbsWhyNot,
                rows.stream().map(row -> new Duties.Told(row.code, row.toldOn)).toList(), regulatorWhyNot, note, profession);
    }

    /** Whether the duty to refer to the Disclosure and Barring Service follows. */
    public boolean isBarring() {
        return barring;
    }

    public List<RegulatorRow> getRows() {
        return rows;
    }

    public boolean isDbsConsidered() {
        return dbsConsidered;
    }

    public void setDbsConsidered(boolean dbsConsidered) {
        this.dbsConsidered = dbsConsidered;
    }

    public Boolean getDbsReferred() {
        return dbsReferred;
    }

    public void setDbsReferred(Boolean dbsReferred) {
        this.dbsReferred = dbsReferred;
    }

    public String getDbsReferredBy() {
        return dbsReferredBy;
    }

    public void setDbsReferredBy(String dbsReferredBy) {
        this.dbsReferredBy = dbsReferredBy;
    }

    public LocalDate getDbsReferredOn() {
        return dbsReferredOn;
    }

    public void setDbsReferredOn(LocalDate dbsReferredOn) {
        this.dbsReferredOn = dbsReferredOn;
    }

    public String getDbsReference() {
        return dbsReference;
    }

    public void setDbsReference(String dbsReference) {
        this.dbsReference = dbsReference;
    }

    public String getDbsWhyNot() {
        return dbsWhyNot;
    }

    public void setDbsWhyNot(String dbsWhyNot) {
        this.dbsWhyNot = dbsWhyNot;
    }

    public String getRegulatorWhyNot() {
        return regulatorWhyNot;
    }

    public void setRegulatorWhyNot(String regulatorWhyNot) {
        this.regulatorWhyNot = regulatorWhyNot;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getProfession() {
        return profession;
    }

    public void setProfession(String profession) {
        this.profession = profession;
    }
}
