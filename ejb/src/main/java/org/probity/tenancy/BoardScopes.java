package org.probity.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scopes that PostgreSQL knows, each with the hash of its capability. Its owner keeps them; the application reads them and
 * adds those of new boards, from the scope of the installation, but changes none and adds no power; it drops that of a board it wipes.
 */
final class BoardScopes {

    private static final List<String> MAKING = List.of(
            "create table if not exists board_scope (scope text primary key, proof bytea not null unique)",
            "revoke all on board_scope from public");

    private static final String KEEP = "insert into board_scope (scope, proof) values (?, ?) on conflict (scope) do ";
    private static final String PROOF = "select proof from board_scope where scope = ?";

    private BoardScopes() {
    }

    static void make(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : MAKING) {
                statement.execute(sql);
            }
        }
    }

    /** All there are, of this key, as the owner of the tables and within a transaction: the walls stand and bind the owner too. */
    static void keep(Connection owner, ScopeKey key) throws SQLException {
        for (String scope : List.of(BoardResolver.NO_BOARD, BoardScope.ENGINE, BoardScope.WIPE)) {
            keep(owner, key, scope);
        }
        new BoardScope(BoardResolver.NO_BOARD).enter(owner, key);
        for (String slug : slugs(owner)) {
            keep(owner, key, slug);
        }
    }

    private static void keep(Connection owner, ScopeKey key, String scope) throws SQLException {
        insert(owner, key, scope, "update set proof = excluded.proof where board_scope.proof <> excluded.proof");
    }

    private static List<String> slugs(Connection owner) throws SQLException {
        List<String> slugs = new ArrayList<>();
        try (PreparedStatement query = owner.prepareStatement("select slug from board union select scope from board_scope where scope <> '"
                + BoardResolver.NO_BOARD + "' and scope not like '+%'"); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                slugs.add(row.getString(1));
            }
        }
        return slugs;
    }

    /**
     * Makes a new board's scope known, so that it can be entered from then on. The connection is in the scope of the installation.
     *
     * @throws SQLException where the database knows another capability for it
     */
    static void add(Connection connection, ScopeKey key, String slug) throws SQLException {
        insert(connection, key, slug, "nothing");
        try (PreparedStatement query = connection.prepareStatement(PROOF)) {
            query.setString(1, slug);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !Arrays.equals(row.getBytes(1), key.proof(slug))) {
                    throw new SQLException("The database knows the scope of that board by another key");
                }
            }
        }
    }

    /** Forgets a wiped board. The connection is in the scope of the installation, with the power to wipe. */
    static void drop(Connection connection, String slug) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from board_scope where scope = ?")) {
            delete.setString(1, slug);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, ScopeKey key, String scope, String otherwise) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP + otherwise)) {
            insert.setString(1, scope);
            insert.setBytes(2, key.proof(scope));
            insert.executeUpdate();
        }
    }
}
