package org.probity.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;

/**
 * One version of a board's policy.
 *
 * <p>Published once and not changed. The version that follows it ends it on the day before its own first day; one that nothing
 * follows can be ended by itself. A version follows the one it is said to follow, whatever their titles: a board can have two
 * policies side by side.
 */
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

    @Column(name = "follows_id")
    private Long followsId;

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

    /** It takes the place of that one, which ends the day before. */
    public Policy follows(Policy before) {
        this.followsId = before.id();
        before.endsOn(inForceFrom.minusDays(1));
        return this;
    }

    /** Its last day in force, unless it ends earlier. */
    void endsOn(LocalDate last) {
        if (inForceUntil == null || inForceUntil.isAfter(last)) {
            this.inForceUntil = last;
        }
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

    /** Its last day in force; null while none is known. */
    public LocalDate inForceUntil() {
        return inForceUntil;
    }

    /** The version before this one; null for a policy's first. */
    public Long followsId() {
        return followsId;
    }

    public LocalDate reviewOn() {
        return reviewOn;
    }
}
