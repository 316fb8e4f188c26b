package org.probity.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** A line of one round's pack, kept as it was composed: what went in, what stayed out and why. */
@Entity
@Table(name = "pack_line")
public class PackLine extends BoardOwned {

    @Column(name = "referral_id", nullable = false)
    private Long referralId;

    @Column(name = "round_no", nullable = false)
    private int round;

    @Column(name = "line_no", nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(length = 30, nullable = false)
    private ItemKind kind;

    @Column(name = "source_id", nullable = false)
    private Long sourceId;

    @Column(length = 300, nullable = false)
    private String title;

    @Column(nullable = false)
    private boolean included;

    @Column(name = "omission_reason", length = 1000)
    private String omissionReason;

    @Column(name = "redaction_note", length = 1000)
    private String redactionNote;

    @Column(name = "redacted_text", length = 20000)
    private String redactedText;

    protected PackLine() {
    }

    PackLine(Referral referral, int number, PackItem item, String title) {
        this.referralId = referral.id();
        this.round = referral.round();
        this.number = number;
        this.kind = item.kind();
        this.sourceId = item.sourceId();
        this.title = title;
        this.included = item.included();
        this.omissionReason = item.included() ? null : item.omissionReason();
        this.redactionNote = item.included() ? item.redactionNote() : null;
        this.redactedText = item.included() ? item.redactedText() : null;
    }

    /** Place in the contents list, from 1. */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** The line as it was composed. */
    public PackItem item() {
        return new PackItem(kind, sourceId, title, included, omissionReason, redactionNote, redactedText);
    }
}
