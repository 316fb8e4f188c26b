package org.probity.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** A row that belongs to one board. The board is written and filtered by Hibernate, never by a query of ours. */
@MappedSuperclass
public abstract class BoardOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "probity_id")
    @SequenceGenerator(name = "probity_id", sequenceName = "probity_id", allocationSize = 50)
    private Long id;

    @TenantId
    @Column(name = "board", length = 30)
    private String board;

    @Version
    private int version;

    public Long id() {
        return id;
    }

    public String board() {
        return board;
    }

    public int version() {
        return version;
    }
}
