package org.probity.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** A place on the named team of a restricted file: who, since when and why, and why they left it. */
@Entity
@Table(name = "team_place")
public class TeamPlace extends BoardOwned {

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(name = "member_id", nullable = false)
    private Long memberId;

    @Column(length = 1000, nullable = false)
    private String reason;

    @Column(nullable = false)
    private Instant since;

    @Column(name = "by_name", length = 200, nullable = false)
    private String by;

    @Column(name = "left_at")
    private Instant leftAt;

    @Column(name = "left_by", length = 200)
    private String leftBy;

    @Column(name = "left_reason", length = 1000)
    private String leftReason;

    protected TeamPlace() {
    }

    public TeamPlace(String reference, Member member, String reason, String by, Instant since) {
        this.reference = reference;
        this.accountId = member.accountId();
        this.memberId = member.id();
        this.reason = reason;
        this.by = by;
        this.since = since;
    }

    /** Takes the place away; the row stays. */
    public void leave(String why, String who, Instant now) {
        this.leftReason = why;
        this.leftBy = who;
        this.leftAt = now;
    }

    public Long memberId() {
        return memberId;
    }
}
