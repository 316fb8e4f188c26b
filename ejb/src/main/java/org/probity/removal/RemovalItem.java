package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** One piece of content to take down, or one account to close, with its address. */
@Entity
@Table(name = "removal_item")
public class RemovalItem extends BoardOwned {

    /** What is asked of this item. */
    public enum Kind { CONTENT, ACCOUNT }

    /** What an officer saw at the address. */
    public enum Seen { GONE, STILL_THERE, CHANGED }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private RemovalRequest request;

    @Column(nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(length = 2000, nullable = false)
    private String address;

    @Column(length = 1000)
    private String description;

    @Column(length = 30, nullable = false)
    private String clause;

    @Column(name = "said_removed", nullable = false)
    private boolean saidRemoved;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_seen", length = 20)
    private Seen lastSeen;

    @Column(name = "no_longer_asked", nullable = false)
    private boolean noLongerAsked;

    protected RemovalItem() {
    }

    RemovalItem(RemovalRequest request, int number, NewItem asked) {
        this.request = request;
        this.number = number;
        this.kind = asked.kind();
        this.address = asked.address().strip();
        this.description = asked.description();
        this.clause = asked.clause().strip();
    }

    void said(boolean removed) {
        this.saidRemoved = removed;
    }

    /** What was seen last; what was seen before stays in the sightings. */
    void seen(Seen what) {
        this.lastSeen = what;
        this.saidRemoved = saidRemoved && what != Seen.STILL_THERE;
    }

    /** The request that asked for it was taken back. */
    void drop() {
        this.noLongerAsked = open();
    }

    /** Still asked for: nobody has seen it gone or changed for the better, or taken the request for it back. */
    public boolean open() {
        return !noLongerAsked && (lastSeen == null || lastSeen == Seen.STILL_THERE);
    }

    public boolean isNoLongerAsked() {
        return noLongerAsked;
    }

    RemovalRequest request() {
        return request;
    }

    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public String address() {
        return address;
    }

    public String description() {
        return description;
    }

    /** Number of the clause in the policy of the day of the post. */
    public String clause() {
        return clause;
    }

    /** Whether the subject says it is gone; an officer has not necessarily looked yet. */
    public boolean isSaidRemoved() {
        return saidRemoved;
    }

    public Seen lastSeen() {
        return lastSeen;
    }
}
