package org.probity.web.audit;

import java.util.Optional;
import org.probity.tenancy.CurrentBoard;

/** How the files of an audit are called. */
final class AuditFiles {

    private AuditFiles() {
    }

    static String name(boolean table) {
        String board = Optional.ofNullable(CurrentBoard.orNone()).orElse("installation");
        return "audit-" + board + (table ? ".csv" : ".zip");
    }

    static String mediaType(boolean table) {
        return table ? "text/csv;charset=UTF-8" : "application/zip";
    }
}
