package org.probity.boardrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * People who have an account here and whom an archive brings as members of its board. Their account is theirs: they are asked
 * like anybody else who is to join, and are members again, with all that is theirs there, once they have said yes.
 */
final class Invitees {

    private final Connection connection;
    private final String board;

    /** @param connection with the rows of that board in sight */
    Invitees(Connection connection, String board) {
        this.connection = connection;
        this.board = board;
    }

    /** Those who are members no longer are not asked. @return the invitations */
    List<Long> ask(Set<Long> accounts, LongSupplier newIds) throws SQLException {
        List<Long> invitations = new ArrayList<>();
        for (Long account : accounts) {
            long id = newIds.getAsLong();
            if (invite(account, id) > 0) {
                invitations.add(id);
            }
            change("update member set ended_at = current_timestamp where board = ? and account_id = ? and ended_at is null", board, account);
            change("delete from account_board where board = ? and account_id = ?", board, account);
        }
        return invitations;
    }

    private int invite(Long account, long id) throws SQLException {
        return change("insert into invitation (id, board, version, name, email, roles, organisation_id, language, sent_at, signed_at, signed_name, "
                + "open_key) select ?, m.board, 0, m.name, a.username, m.roles, m.organisation_id, a.language, current_timestamp, current_timestamp, 'Probity', a.username "
                + "from member m join account a on a.id = m.account_id where m.board = ? and m.account_id = ? and m.ended_at is null",
                id, board, account);
    }

    private int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
