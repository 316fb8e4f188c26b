package org.probity.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** The first answer to an act sent under a key, kept to be given again. */
@Entity
@Table(name = "replay")
public class IdempotentAnswer extends BoardOwned {

    @Column(name = "replay_key", length = 300, nullable = false)
    private String key;

    @Column(length = 64, nullable = false)
    private String fingerprint;

    @Column(nullable = false)
    private int status;

    @Column(length = 400)
    private String location;

    @Column(length = 20000)
    private String body;

    @Column(length = 30)
    private String reference;

    @Column(nullable = false)
    private Instant since;

    protected IdempotentAnswer() {
    }

    IdempotentAnswer(String key, String fingerprint, Instant since) {
        this.key = key;
        this.fingerprint = fingerprint;
        this.since = since;
    }

    /** @param about reference of the case that whoever acted has to see to be answered again; null for none */
    void answered(IdempotencyKeys.Answer answer, String about) {
        this.reference = about;
        this.status = answer.status();
        this.location = answer.location();
        this.body = answer.body();
    }

    IdempotencyKeys.Answer answer() {
        return new IdempotencyKeys.Answer(status, body, location);
    }

    String key() {
        return key;
    }

    String reference() {
        return reference;
    }

    String fingerprint() {
        return fingerprint;
    }

    Instant since() {
        return since;
    }
}
