package org.probity.ear.rows;

import java.sql.SQLException;

/** How many rows the application has read one after the other, without an index, from the tables that grow. */
final class RowReads {

    private static final String CONNECTIONS = " from pg_stat_activity where usename = 'probity' and state = 'idle'";

    private final Database superuser;

    RowReads(Database superuser) {
        this.superuser = superuser;
    }

    /** A connection tells what it has read when it ends, so all that are idle are ended; the server opens others. */
    long soFar() throws SQLException {
        superuser.rows("select pg_terminate_backend(pid, 5000)" + CONNECTIONS);
        return superuser.number("select sum(seq_tup_read) from pg_stat_user_tables "
                + "where relname in ('investigation', 'work_item', 'audit_entry', 'wall', 'restriction', 'team_place', 'person', 'party')");
    }
}
