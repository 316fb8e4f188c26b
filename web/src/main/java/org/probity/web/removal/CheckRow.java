package org.probity.web.removal;

import java.io.Serializable;
import org.probity.removal.ItemCheck;
import org.probity.removal.RemovalItem;
import org.probity.removal.RemovalView;

/** What the officer sees at one address, while it is typed. */
public class CheckRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Long itemId;
    private final int number;
    private final String address;
    private final boolean saidRemoved;
    private RemovalItem.Seen seen;
    private String note;

    CheckRow(RemovalView.Item item) {
        this.itemId = item.id();
        this.number = item.number();
        this.address = item.address();
        this.saidRemoved = item.saidRemoved();
    }

    ItemCheck check() {
        return new ItemCheck(itemId, seen, note);
    }

    public int getNumber() {
        return number;
    }

    public String getAddress() {
        return address;
    }

    public boolean isSaidRemoved() {
        return saidRemoved;
    }

    public RemovalItem.Seen getSeen() {
        return seen;
    }

    public void setSeen(RemovalItem.Seen seen) {
        this.seen = seen;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
