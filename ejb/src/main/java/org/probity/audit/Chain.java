package org.probity.audit;

/** Where entries of the audit go. */
public interface Chain {

    /** Adds an entry of the current board, or of the installation, to what the current transaction leaves behind. */
    void add(AuditEntry entry);
}
