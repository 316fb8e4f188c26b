package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.probity.access.Signature;

/** What one officer saw at the address of one item at one moment. Never changed: looking again is a new sighting. */
@Entity
@Table(name = "removal_sighting")
public class ItemSighting extends RemovalRow {

    @Column(name = "look_no", nullable = false)
    private int look;

    @Column(name = "item_number", nullable = false)
    private int itemNumber;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private RemovalItem.Seen seen;

    @Column(length = 1000)
    private String note;

    protected ItemSighting() {
    }

    ItemSighting(RemovalItem item, ItemCheck check, Signature signed) {
        super(item.request(), signed);
        this.itemNumber = item.number();
        this.look = 1 + (int) item.request().sightings().stream()
                .filter(before -> before.round() == round() && before.itemNumber == itemNumber).count();
        this.seen = check.seen();
        this.note = check.note();
    }

    public int itemNumber() {
        return itemNumber;
    }

    public RemovalItem.Seen seen() {
        return seen;
    }

    public String note() {
        return note;
    }
}
