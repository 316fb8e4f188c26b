package org.probity.tenancy;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/** A row with a number that no other row has, whatever its table, and a count of its changes. */
@MappedSuperclass
public abstract class Numbered {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "probity_id")
    @SequenceGenerator(name = "probity_id", sequenceName = "probity_id", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }
}
