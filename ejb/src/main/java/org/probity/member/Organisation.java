package org.probity.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;

/** A partner of the board: the parent organisation that employs people and decides any discipline. */
@Entity
@Table(name = "organisation")
public class Organisation extends BoardOwned {

    @Column(length = 200, nullable = false)
    private String name;

    @Column(name = "name_cy", length = 200)
    private String nameCy;

    @Column(name = "contact_email", length = 254, nullable = false)
    private String contactEmail;

    protected Organisation() {
    }

    public Organisation(String name, String nameCy, String contactEmail) {
        this.name = name;
        this.nameCy = nameCy;
        this.contactEmail = contactEmail;
    }

    public String name() {
        return name;
    }

    public String name(Language language) {
        return language == Language.CY && nameCy != null ? nameCy : name;
    }

    public String contactEmail() {
        return contactEmail;
    }
}
