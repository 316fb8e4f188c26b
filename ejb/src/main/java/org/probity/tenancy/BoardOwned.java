package org.probity.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.TenantId;

/** A row that belongs to one board. The board is written and filtered by Hibernate, never by a query of ours. */
@MappedSuperclass
public abstract class BoardOwned extends Numbered {

    @TenantId
    @Column(name = "board", length = 30)
    private String board;

    public String board() {
        return board;
    }
}
