package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.probity.kernel.Checks;

/**
 * That somebody has reported to a site what can still be seen there.
 *
 * @param site who was told, in any words
 * @param reportedOn the day of the report
 * @param externalReference what the site gave for it; may be empty
 */
@Embeddable
public record SiteReport(
        @Column(length = 200) String site,
        @Column(name = "reported_on") LocalDate reportedOn,
        @Column(name = "report_reference", length = 200) String externalReference) {

    private static final SiteReport NONE = new SiteReport(null, null, null);

    /** A report is on record before anybody is told of one. @param report null for none */
    static void check(Checks checks, SiteReport report, LocalDate today) {
        SiteReport given = report == null ? NONE : report;
        checks.text("report.site", given.site(), 200).required("report.reportedOn", given.reportedOn())
                .day("report.reportedOn", given.reportedOn())
                .that(given.reportedOn() == null || !given.reportedOn().isAfter(today), "report.reportedOn", "removal.refused.reportedLater")
                .max("report.externalReference", given.externalReference(), 200);
    }
}
