package org.probity.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;

/** One clause of a policy version, in our own words under the number of the source. */
@Entity
@Table(name = "clause")
public class Clause extends BoardOwned {

    /**
     * BREACH and RULE can be alleged to be broken; DUTY says what the board or anybody does; GUIDANCE is what people ask
     * themselves or how something is best put (003 cl. 4, 004 self-checks), and nobody breaks a question.
     */
    public enum Kind { BREACH, RULE, DUTY, GUIDANCE }

    /** How strongly the source puts it. */
    public enum Strength { MUST_NOT, DISCOURAGED, ADVISED, MUST }

    @Column(name = "policy_id", nullable = false)
    private Long policyId;

    @Column(name = "clause_number", length = 30, nullable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Strength strength;

    @Column(name = "text_en", length = 2000, nullable = false)
    private String text;

    @Column(name = "text_cy", length = 2000)
    private String textCy;

    @Column(nullable = false, name = "list_order")
    private int order;

    protected Clause() {
    }

    public Clause(Long policyId, String number, Kind kind, Strength strength, String text, String textCy, int order) {
        this.policyId = policyId;
        this.number = number;
        this.kind = kind;
        this.strength = strength;
        this.text = text;
        this.textCy = textCy;
        this.order = order;
    }

    public Long policyId() {
        return policyId;
    }

    public String number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public Strength strength() {
        return strength;
    }

    /** In that language where it is known, else in English. */
    public String text(Language language) {
        return language == Language.CY && textCy != null ? textCy : text;
    }

    /** Whether somebody can be alleged to have broken it. */
    public boolean canBeBroken() {
        return kind == Kind.BREACH || kind == Kind.RULE;
    }
}
