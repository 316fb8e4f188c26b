package org.probity.web.removal;

import java.io.Serializable;
import java.time.LocalDate;
import org.probity.removal.SiteReport;

/** A report to a site, while it is typed. */
public class ReportRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private String site;
    private LocalDate reportedOn;
    private String externalReference;

    SiteReport asked() {
        return new SiteReport(site, reportedOn, externalReference);
    }

    public String getSite() {
        return site;
    }

    public void setSite(String site) {
        this.site = site;
    }

    public LocalDate getReportedOn() {
        return reportedOn;
    }

    public void setReportedOn(LocalDate reportedOn) {
        this.reportedOn = reportedOn;
    }

    public String getExternalReference() {
        return externalReference;
    }

    public void setExternalReference(String externalReference) {
        this.externalReference = externalReference;
    }
}
