package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.probity.access.Signature;
import org.probity.tenancy.BoardOwned;

/** Something that happened in one round of a request: who, when. Written once. */
@MappedSuperclass
abstract class RemovalRow extends BoardOwned {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private RemovalRequest request;

    @Column(name = "round_number", nullable = false)
    private int round;

    @Embedded
    private Signature signed;

    protected RemovalRow() {
    }

    RemovalRow(RemovalRequest request, Signature signed) {
        this.request = request;
        this.round = request.round().number();
        this.signed = signed;
    }

    public RemovalRequest request() {
        return request;
    }

    public int round() {
        return round;
    }

    public Signature signed() {
        return signed;
    }
}
