package org.probity.audit;

import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a transaction adds to the chain of its board, until it ends. */
final class Pending implements Synchronization {

    private final String board;
    private final Consumer<List<AuditEntry>> seal;
    private final List<AuditEntry> entries = new ArrayList<>();

    Pending(String board, Consumer<List<AuditEntry>> seal) {
        this.board = board;
        this.seal = seal;
    }

    void add(String wanted, AuditEntry entry) {
        if (!board.equals(wanted)) {
            throw new IllegalStateException("A transaction of " + board + " cannot add to the audit of " + wanted);
        }
        entries.add(entry);
    }

    /** What is thrown here takes the whole act back. */
    @Override
    public void beforeCompletion() {
        entries.removeIf(this::isSaidBetter);
        seal.accept(entries);
    }

    /** Whoever acts on a case, or takes a file of it, has looked at it too. */
    private boolean isSaidBetter(AuditEntry look) {
        return look.isLook() && entries.stream().anyMatch(other -> !other.isLook() && look.reference().equals(other.reference()));
    }

    @Override
    public void afterCompletion(int status) {
        entries.clear();
    }
}
