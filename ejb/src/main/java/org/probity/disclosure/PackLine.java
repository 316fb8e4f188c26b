package org.probity.disclosure;

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

    /** What the case called it when the pack was composed: which of its items this was; null in packs of earlier releases. */
    @Column(name = "source_title", length = 300)
    private String sourceTitle;

    /** Of what it said when the pack was composed; null in packs of earlier releases. */
    @Column(name = "source_print", length = 64)
    private String sourcePrint;

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

    /** @param title as the pack calls it. @param sourceTitle as the case does. @param sourcePrint of what it says */
    PackLine(PackCase of, int number, PackItem item, String title, String sourceTitle, String sourcePrint) {
        this.referralId = of.referralId();
        this.round = of.round();
        this.number = number;
        this.kind = item.kind();
        this.sourceId = item.sourceId();
        this.title = title;
        this.sourceTitle = sourceTitle;
        this.sourcePrint = sourcePrint;
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

    /** Not for the pack: it may tell what is held back. */
    public String sourceTitle() {
        return sourceTitle;
    }

    /** Whether the source says what it said when the pack was composed. */
    boolean isDecidedOn(String print) {
        return sourcePrint != null && sourcePrint.equals(print);
    }

    /** The line as it was composed. */
    public PackItem item() {
        return new PackItem(kind, sourceId, title, included, omissionReason, redactionNote, redactedText);
    }
}
