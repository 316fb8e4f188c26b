package org.probity.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.probity.investigation.CaseWord;

/** Lets cases of earlier releases be found by their words ({@link CaseWord}). */
public class WordsOfCases implements JavaMigration {

    private static final int BATCH = 2_000;

    private static final String SELECT = "select i.id, i.board, i.reference, i.title, i.decision, i.subject_name, c.subject_name as reported, c.what, "
            + "c.how_noticed, c.address, c.platform, c.subject_organisation from investigation i join board b on b.slug = i.board left join concern c on c.board = i.board "
            + "and c.reference = i.reference";

    private static final String INSERT = "insert into case_word (id, board, version, investigation_id, word, source) values (?, ?, 0, ?, ?, ?)";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("371");
    }

    @Override
    public String getDescription() {
        return "words of cases";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** The numbers given here count down: the sequence counts upwards, from another transaction even now. */
    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement reading = connection.createStatement(); PreparedStatement insert = connection.prepareStatement(INSERT)) {
            reading.setFetchSize(BATCH);
            long number = 0;
            int waiting = 0;
            try (ResultSet row = reading.executeQuery(SELECT)) {
                while (row.next()) {
                    for (Map.Entry<CaseWord.Source, Set<String>> words : words(row).entrySet()) {
                        for (String word : words.getValue()) {
                            add(insert, --number, row, word, words.getKey());
                            waiting++;
                        }
                    }
                    if (waiting > BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, long number, ResultSet row, String word, CaseWord.Source source) throws SQLException {
        insert.setLong(1, number);
        insert.setString(2, row.getString("board"));
        insert.setLong(3, row.getLong("id"));
        insert.setString(4, word);
        insert.setString(5, source.name());
        insert.addBatch();
    }

    private static Map<CaseWord.Source, Set<String>> words(ResultSet row) throws SQLException {
        return Map.of(CaseWord.Source.REFERENCE, CaseWord.inReference(row.getString("reference")),
                CaseWord.Source.TITLE, row.getString("decision") == null ? Set.of() : CaseWord.in(row.getString("title")),
                CaseWord.Source.SUBJECT, CaseWord.in(row.getString("subject_name")),
                CaseWord.Source.REPORT, CaseWord.in(text(row, "what", "how_noticed", "address", "platform", "subject_organisation", "reported",
                        row.getString("decision") == null ? "title" : "reported")));
    }

    private static String text(ResultSet row, String... columns) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            String said = row.getString(column);
            text.append(said == null ? "" : said + " / ");
        }
        return text.toString();
    }
}
