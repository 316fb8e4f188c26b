package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** One allegation that the letter of one round puts to the subject, to be answered by that round's deadline. */
@Entity
@Table(name = "removal_allegation")
public class RemovalAllegation extends BoardOwned {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private RemovalRequest request;

    @Column(name = "round_number", nullable = false)
    private int round;

    @Column(name = "allegation_id", nullable = false)
    private Long allegationId;

    protected RemovalAllegation() {
    }

    /** In the round that runs. */
    RemovalAllegation(RemovalRequest request, Long allegationId) {
        this.request = request;
        this.round = request.round().number();
        this.allegationId = allegationId;
    }

    public int round() {
        return round;
    }

    public Long allegationId() {
        return allegationId;
    }
}
