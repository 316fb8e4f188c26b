package org.probity.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;
import org.probity.access.Signature;
import org.probity.tenancy.BoardOwned;

/** One thing somebody did about a referral, with their words where they gave any. Never changed. */
@Entity
@Table(name = "referral_move")
public class ReferralMove extends BoardOwned {

    /** What was done. */
    public enum Kind {
        COMPOSED, RETURNED, APPROVED, SENT, ACCEPTED, QUESTION, ANSWER, DECLINED, REDIRECTED, STOPPED, PROGRESS,
        OUTCOME, DUTIES_CHECKED, NOTHING_DUE, WITHDRAWN, CONTACT_STOPPED, CONTACT_ALLOWED;

        private static final Set<Kind> SHARED =
                EnumSet.of(SENT, ACCEPTED, QUESTION, ANSWER, DECLINED, PROGRESS, OUTCOME, WITHDRAWN, CONTACT_STOPPED, CONTACT_ALLOWED);

        private static final Set<Kind> OF_CONTACT = EnumSet.of(CONTACT_STOPPED, CONTACT_ALLOWED);

        /** Whether the parent organisation it was about may read it; the rest stays with the board. */
        public boolean shared() {
            return SHARED.contains(this);
        }

        /** Whether the subject may be contacted, as the employer was told. */
        static Set<Kind> ofContact() {
            return EnumSet.copyOf(OF_CONTACT);
        }

        static Set<Kind> ofBoth() {
            return EnumSet.copyOf(SHARED);
        }
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "referral_id")
    private Referral referral;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(name = "organisation_id", nullable = false)
    private Long organisationId;

    @Column(name = "round_no", nullable = false)
    private int round;

    @Column(length = 4000)
    private String words;

    @Embedded
    private Signature signed;

    protected ReferralMove() {
    }

    ReferralMove(Referral referral, Kind kind, String words, Signature signed) {
        this.referral = referral;
        this.kind = kind;
        this.organisationId = referral.organisationId();
        this.round = referral.round();
        this.words = words == null || words.isBlank() ? null : words.strip();
        this.signed = signed;
    }

    public Kind kind() {
        return kind;
    }

    /** The parent organisation the referral was for at that time. */
    public Long organisationId() {
        return organisationId;
    }

    public int round() {
        return round;
    }

    public String words() {
        return words;
    }

    public Signature signed() {
        return signed;
    }
}
