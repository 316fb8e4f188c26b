package org.probity.archive;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.probity.archivefile.ArchiveReader;
import org.probity.archivefile.Lines;
import org.probity.archivefile.Measures;
import org.probity.boardrows.AllowList;
import org.probity.boardrows.BoardTables;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.Rule;
import org.probity.boardrows.Table;
import org.probity.kernel.Refusal;

/** Looks for the highest number that an archive brings as an id, while it is read to be checked. */
public final class HighestId implements ArchiveReader.Visitor {

    private static final Logger LOG = System.getLogger(HighestId.class.getName());

    private final Map<String, List<String>> columns = new TreeMap<>(Map.of(BoardExport.ACCOUNTS, List.of("id")));
    private long highest;

    public HighestId(Catalogue catalogue) {
        for (BoardTables.Part part : catalogue.travelling()) {
            columns.put(BoardExport.TABLES + part.name() + ".jsonl", part.table().columns().stream().filter(column -> isNumber(part.table(), column))
                    .map(Table.Column::name).toList());
        }
    }

    private static boolean isNumber(Table table, Table.Column column) {
        Rule.Type type = AllowList.get().rule(table, column).type();
        return type == Rule.Type.ID || type == Rule.Type.ACCOUNT;
    }

    /** Lines that are none are refused by whoever writes rows, once it is known who wrote the archive. */
    @Override
    public void visit(String name, InputStream content) throws IOException, SQLException {
        List<String> numbers = columns.getOrDefault(name, List.of());
        if (!numbers.isEmpty()) {
            try {
                Lines.each(content, Measures.USUAL.line(), line -> note(line, numbers));
            } catch (Refusal | ArithmeticException unreadable) {
                LOG.log(Level.DEBUG, "An archive has lines that are none", unreadable);
            }
        }
    }

    private void note(JsonObject line, List<String> numbers) {
        for (String column : numbers) {
            if (line.get(column) instanceof JsonNumber number) {
                highest = Math.max(highest, number.longValueExact());
            }
        }
    }

    /** 0 where there is none. */
    long highest() {
        return highest;
    }
}
