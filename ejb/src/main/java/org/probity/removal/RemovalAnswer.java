package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.probity.access.Signature;
import org.probity.kernel.Checks;

/** An answer of the subject, in their own words, as it came in. */
@Entity
@Table(name = "removal_reply")
public class RemovalAnswer extends RemovalRow {

    @Column(name = "answer_no", nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private RemovalReply.Answer answer;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private RemovalReply.Channel channel;

    @Column(length = Checks.LONG_TEXT)
    private String words;

    @Column(name = "asked_until")
    private LocalDate askedUntil;

    @Column(nullable = false)
    private boolean late;

    protected RemovalAnswer() {
    }

    /** @param late whether the deadline had passed; a late answer counts as long as nobody has decided */
    RemovalAnswer(RemovalRequest request, RemovalReply reply, boolean late, Signature signed) {
        super(request, signed);
        this.number = 1 + (int) request.answers().stream().filter(before -> before.round() == round()).count();
        this.answer = reply.answer();
        this.channel = reply.channel();
        this.words = reply.words();
        this.askedUntil = reply.askedUntil();
        this.late = late;
    }

    int number() {
        return number;
    }

    public RemovalReply.Answer answer() {
        return answer;
    }

    public RemovalReply.Channel channel() {
        return channel;
    }

    /** Whether somebody else wrote it down for the subject: it is then theirs only as far as they do not say otherwise. */
    public boolean recorded() {
        return channel != RemovalReply.Channel.PORTAL;
    }

    /** Whether somebody else had recorded one before. */
    boolean follows() {
        return number > 1;
    }

    public String words() {
        return words;
    }

    public LocalDate askedUntil() {
        return askedUntil;
    }

    public boolean late() {
        return late;
    }
}
