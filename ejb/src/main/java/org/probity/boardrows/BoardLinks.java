package org.probity.boardrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether every row of a board that names another names one of the same board. The database itself holds foreign keys to rows
 * that exist, whoever owns them; and the engine looks rows up by ids that no foreign key holds.
 */
public final class BoardLinks {

    private final Connection connection;
    private final Catalogue catalogue;
    private final String board;
    private final Set<String> travelling;

    public BoardLinks(Connection connection, Catalogue catalogue, String board) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.board = board;
        this.travelling = catalogue.travelling().stream().map(BoardTables.Part::name).collect(Collectors.toSet());
    }

    /** The first column that names a row which is not there, not this board's or never so named, as {@code table.column}. */
    public Optional<String> broken() throws SQLException {
        for (BoardTables.Part part : catalogue.travelling()) {
            for (Table.Column column : part.table().columns()) {
                if (isBroken(part.table(), column, AllowList.get().rule(part.table(), column))) {
                    return Optional.of(part.name() + "." + column.name());
                }
            }
        }
        return new EngineTrees(connection, catalogue, board).broken();
    }

    private boolean isBroken(Table table, Table.Column column, Rule rule) throws SQLException {
        if (rule.required() && finds(table, column.quoted() + " is null", 0)) {
            return true;
        }
        String condition = rule.when() == null ? "" : table.column(rule.when()).quoted() + " and ";
        if (!rule.targets().isEmpty() && finds(table, condition + missing(column, rule.targets()), rule.targets().size())) {
            return true;
        }
        if (rule.rows() < Long.MAX_VALUE && isCrowded(table, column, rule.rows())) {
            return true;
        }
        Set<String> held = new TreeSet<>(table.links().stream().filter(link -> link.column().equals(column.name()))
                .map(Table.Link::target).filter(travelling::contains).toList());
        return rule.travels() && !held.isEmpty() && finds(table, missing(column, List.copyOf(held)), held.size());
    }

    /** What is true of a row whose value names a row in none of these tables. */
    private String missing(Table.Column column, List<String> targets) {
        return "t." + column.quoted() + " is not null" + targets.stream().map(catalogue::table).map(target -> " and not exists (select 1 from "
                + target.quoted() + " o where o." + target.column(target.key().get(0)).quoted() + " = t." + column.quoted() + " and o."
                + target.column(BoardTables.owner(target)).quoted() + " = ?)").collect(Collectors.joining());
    }

    /** What names one row, or one case, is read with it, all at once. */
    private boolean isCrowded(Table table, Table.Column column, long most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from " + table.quoted() + " t where t."
                + column.quoted() + " is not null and t." + table.column(BoardTables.owner(table)).quoted() + " = ? group by t." + column.quoted() + " having count(*) > ?")) {
            select.setString(1, board);
            select.setLong(2, most);
            select.setMaxRows(1);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean finds(Table table, String condition, int places) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from " + table.quoted() + " t where " + condition + " and t."
                + table.column(BoardTables.owner(table)).quoted() + " = ?")) {
            for (int place = 1; place <= places + 1; place++) {
                select.setString(place, board);
            }
            select.setMaxRows(1);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
