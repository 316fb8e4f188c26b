package org.probity.web.removal;

import java.io.Serializable;
import org.probity.removal.NewItem;
import org.probity.removal.RemovalItem;

/** One thing to be taken down, while it is typed. */
public class ItemRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private RemovalItem.Kind kind = RemovalItem.Kind.CONTENT;
    private String address;
    private String description;
    private String clause;

    /** Nothing was typed into it; the clause may be chosen for want of another. */
    boolean blank() {
        return address == null && description == null;
    }

    NewItem asked() {
        return new NewItem(kind, address, description, clause);
    }

    public RemovalItem.Kind getKind() {
        return kind;
    }

    public void setKind(RemovalItem.Kind kind) {
        this.kind = kind;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getClause() {
        return clause;
    }

    public void setClause(String clause) {
        this.clause = clause;
    }
}
