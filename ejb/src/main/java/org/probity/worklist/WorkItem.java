package org.probity.worklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.Capacity;
import org.probity.access.Role;
import org.probity.kernel.DeadlineShift;
import org.probity.tenancy.BoardOwned;

/** One thing to do. Opened when a process comes to a human step, done by an act, cancelled when the step goes away. */
@Entity
@Table(name = "work_item")
public class WorkItem extends BoardOwned {

    @Column(name = "task_id", length = 64, nullable = false)
    private String taskId;

    @Column(length = 60, nullable = false)
    private String task;

    @Column(length = 60, nullable = false)
    private String process;

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "investigation_id", nullable = false)
    private Long investigationId;

    @Column(name = "target_kind", length = 40, nullable = false)
    private String targetKind;

    @Column(name = "target_id")
    private Long targetId;

    @Column(length = 200, nullable = false)
    private String about;

    @Column(length = 40, nullable = false)
    private String stage;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Role role;

    @Column(name = "member_id")
    private Long memberId;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    /** The London day of it, as the year, month and day in one number: kept by the database. */
    @Column(name = "due_day", insertable = false, updatable = false)
    private Integer dueDay;

    @Column(nullable = false)
    private boolean urgent;

    @Column(name = "severity_rank", nullable = false)
    private int severityRank;

    @Column(name = "opened_at", nullable = false)
    private Instant openedAt;

    @Column(name = "is_open", nullable = false)
    private boolean open;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by", length = 200)
    private String endedBy;

    /** Since when it is kept from whom it waits for. Set by {@link Work} alone, whatever is done with it at that moment. */
    @Column(name = "held_at", insertable = false, updatable = false)
    private Instant heldAt;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Capacity capacity;

    protected WorkItem() {
    }

    WorkItem(NewWork work, Instant dueAt, Instant now) {
        this.taskId = work.taskId();
        this.task = work.task();
        this.process = work.process();
        this.reference = work.reference();
        this.investigationId = work.investigationId();
        this.targetKind = work.targetKind();
        this.targetId = work.targetId();
        this.about = work.about();
        this.stage = work.stage();
        this.role = work.role();
        this.memberId = work.memberId();
        this.accountId = work.accountId();
        this.organisationId = work.organisationId();
        this.capacity = work.capacity();
        this.urgent = work.urgent();
        this.severityRank = work.severityRank();
        this.dueAt = dueAt;
        this.openedAt = now;
        this.open = true;
    }

    /** Done, or gone with its step. */
    void end(String by, Instant now) {
        this.open = false;
        this.endedBy = by;
        this.endedAt = now;
    }

    void shift(DeadlineShift stood) {
        this.dueAt = stood.moved(openedAt, dueAt);
    }

    public String taskId() {
        return taskId;
    }

    public Role role() {
        return role;
    }

    String reference() {
        return reference;
    }

    /** Null while it waits. */
    Instant endedAt() {
        return endedAt;
    }

    /** Name of whoever did it, or null where it waits or its step went away without being done. */
    String endedBy() {
        return endedBy;
    }

    public boolean open() {
        return open;
    }

    public Instant dueAt() {
        return dueAt;
    }
}
