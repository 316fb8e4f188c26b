package org.probity.boardrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a line of an archive may be a row of that board. Asked of what is written into an archive and of what is read from
 * one: so an archive that was made can be restored, and nothing else can.
 */
public final class RowCheck {

    private final AllowList allowed = AllowList.get();
    private final String board;
    private final EngineRows engine;

    public RowCheck(String board, EngineRows engine) {
        this.board = board;
        this.engine = engine;
    }

    public boolean fits(Table table, JsonObject line) {
        List<Table.Column> columns = allowed.columns(table);
        return holdsOnly(columns, line) && columns.stream().allMatch(column -> fits(table, column, line))
                && (!BoardTables.isEngines(table) || engine.fits(table, line));
    }

    /** The same of a line that links a row to others of its own table. */
    public boolean links(Table table, JsonObject line) {
        Set<Table.Column> columns = new HashSet<>(table.selfLinks());
        table.key().stream().map(table::column).forEach(columns::add);
        return holdsOnly(columns, line) && table.key().stream().allMatch(line::containsKey)
                && columns.stream().allMatch(column -> fits(table, column, line));
    }

    private static boolean holdsOnly(Iterable<Table.Column> columns, JsonObject line) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        return names.containsAll(line.keySet());
    }

    private boolean fits(Table table, Table.Column column, JsonObject line) {
        Rule rule = allowed.rule(table, column);
        if (rule.type() == Rule.Type.OWNER) {
            return line.get(column.name()) instanceof JsonString owner && owner.getString().equals(board);
        }
        JsonValue value = line.get(column.name());
        return rule.allows(value) && rule.isInOrder(value, line) && rule.isComplete(value, line) || !line.containsKey(column.name()) && table.selfLinks().contains(column);
    }
}
