package org.probity.documents;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.probity.tenancy.CaseDatabase;

/** Every value of every table, as whoever has a copy of the database would look through it. */
final class SearchedTables {

    private SearchedTables() {
    }

    /** The tables in which the words stand anywhere. */
    static List<String> saying(String words) {
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery("select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            List<String> found = new ArrayList<>();
            for (String name : names) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + name + "\"")) {
                    if (holds(rows, words)) {
                        found.add(name);
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean holds(ResultSet rows, String words) throws SQLException {
        while (rows.next()) {
            for (int place = 1; place <= rows.getMetaData().getColumnCount(); place++) {
                byte[] bytes = rows.getMetaData().getColumnType(place) == Types.BLOB ? rows.getBytes(place) : null;
                String text = bytes == null ? rows.getString(place) : new String(bytes, StandardCharsets.ISO_8859_1);
                if (text != null && text.contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }
}
