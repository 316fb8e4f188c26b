package org.probity.archive;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Takes the people of a board in. Who has an account here under that name keeps it as it is, whatever its id; anybody
 * else gets one without a passphrase, to be chosen by a one-time link, under the old id where that is free.
 */
final class AccountWriter {

    private final Connection connection;
    private final Catalogue catalogue;
    private final LongSupplier newIds;
    private final Map<Long, Long> here = new HashMap<>();
    private final Map<Long, Long> moved = new TreeMap<>();
    private final Table table;

    /** @param newIds ids that are free */
    AccountWriter(Connection connection, Catalogue catalogue, LongSupplier newIds) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.newIds = newIds;
        this.table = catalogue.table(Belongings.ACCOUNT);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    void take(JsonObject account) throws SQLException {
        long before = account.getJsonNumber("id").longValueExact();
        Long known = id("username", account.getString("username"));
        long now = known != null ? known : open(account, isFree(before) ? before : newIds.getAsLong());
        here.put(before, now);
        if (now != before) {
            moved.put(before, now);
        }
    }

    /** The id here of an account of the archive; ids of people who have no way in any more stay as they are. */
    long here(long before) {
        return here.getOrDefault(before, before);
    }

    /** The accounts that have another id here: old and new. */
    Map<Long, Long> moved() {
        return moved;
    }

    private Long id(String column, String value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + table.column("id").quoted() + " from "
                + table.quoted() + " where " + table.column(column).quoted() + " = ?")) {
            select.setString(1, value);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : null;
            }
        }
    }

    private boolean isFree(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from " + table.quoted() + " where "
                + table.column("id").quoted() + " = ?")) {
            select.setLong(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private long open(JsonObject account, long id) throws SQLException {
        String columns = String.join(", ", quoted("id"), quoted("username"), quoted("display_name"), quoted("email"),
                quoted("language"), quoted("version"), quoted("is_operator"), quoted("failures"));
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table.quoted() + " (" + columns
                + ") values (?, ?, ?, ?, ?, 0, false, 0)")) {
            insert.setLong(1, id);
            insert.setString(2, account.getString("username"));
            insert.setString(3, account.getString("display_name"));
            insert.setString(4, account.getString("email"));
            insert.setString(5, account.getString("language"));
            insert.executeUpdate();
            return id;
        }
    }

    private String quoted(String column) {
        return table.column(column).quoted();
    }
}
