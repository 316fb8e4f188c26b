package org.probity.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;

/** One version of a board's policy. */
@Entity
@Table(name = "policy")
public class Policy extends BoardOwned {

    @Column(length = 200, nullable = false)
    private String title;

    @Column(name = "title_cy", length = 200)
    private String titleCy;

    @Column(name = "policy_version", length = 30, nullable = false)
    private String policyVersion;

    @Column(length = 300, nullable = false)
    private String source;

    @Column(name = "in_force_from", nullable = false)
    private LocalDate inForceFrom;

    @Column(name = "in_force_until")
    private LocalDate inForceUntil;

    @Column(name = "review_on")
    private LocalDate reviewOn;

    protected Policy() {
    }

    /** @param source the document it puts into our words */
    public Policy(String title, String titleCy, String policyVersion, String source, LocalDate inForceFrom, LocalDate reviewOn) {
        this.title = title;
        this.titleCy = titleCy;
        this.policyVersion = policyVersion;
        this.source = source;
        this.inForceFrom = inForceFrom;
        this.reviewOn = reviewOn;
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
    }

    /** Past its review date it is shown as overdue; it stays in force. */
    public boolean reviewOverdueOn(LocalDate day) {
        return reviewOn != null && day.isAfter(reviewOn);
    }

    public String title(Language language) {
        return language == Language.CY && titleCy != null ? titleCy : title;
    }

    public String policyVersion() {
        return policyVersion;
    }

    public String source() {
        return source;
    }

    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    public LocalDate reviewOn() {
        return reviewOn;
    }
}
