package org.probity.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.Signature;
import org.probity.kernel.Checks;
import org.probity.kernel.Language;

/** An answer of the subject, in their own words. Declining is one answer among others: kept without judgement. */
@Entity
@Table(name = "cooperation_reply")
public class CooperationAnswer extends CooperationRow {

    @Column(name = "answer_no", nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private CooperationReply.Answer answer;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private CooperationReply.Channel channel;

    @Column(length = Checks.LONG_TEXT)
    private String words;

    @Column(length = 200)
    private String companion;

    @Column(length = 1000)
    private String adjustments;

    @Enumerated(EnumType.STRING)
    @Column(length = 2)
    private Language language;

    @Column(name = "other_time")
    private Instant otherTime;

    @Column(nullable = false)
    private boolean late;

    protected CooperationAnswer() {
    }

    /** @param late whether the deadline had passed; a late answer counts as long as nobody has decided */
    CooperationAnswer(CooperationRequest request, CooperationReply reply, boolean late, Signature signed) {
        super(request, signed);
        this.number = 1 + (int) request.answers().stream().filter(before -> before.round() == round()).count();
        this.answer = reply.answer();
        this.channel = reply.channel();
        this.words = reply.words();
        this.companion = reply.companion();
        this.adjustments = reply.adjustments();
        this.language = reply.language();
        this.otherTime = reply.otherTime();
        this.late = late;
    }

    int number() {
        return number;
    }

    public CooperationReply.Answer answer() {
        return answer;
    }

    public CooperationReply.Channel channel() {
        return channel;
    }

    /** Whether somebody else wrote it down for the subject: it is then theirs only as far as they do not say otherwise. */
    public boolean recorded() {
        return channel != CooperationReply.Channel.PORTAL;
    }

    /** Whether somebody else had recorded one before. */
    boolean follows() {
        return number > 1;
    }

    public String words() {
        return words;
    }

    public String companion() {
        return companion;
    }

    public String adjustments() {
        return adjustments;
    }

    public Language language() {
        return language;
    }

    /** When they would rather meet, or null. */
    public Instant otherTime() {
        return otherTime;
    }

    public boolean late() {
        return late;
    }
}
