package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.tenancy.CaseDatabase;

/** Somebody has decided on every column of every board whether it travels, and what may stand there. */
class AllowListTest {

    private static final AllowList ALLOWED = AllowList.get();
    private static final Catalogue CATALOGUE = FakeEngine.catalogue();

    /** A new column of a board's table is decided on in allow-list.txt, which says how. */
    @Test
    void everyTableAndColumnIsDecidedOn() {
        assertThat(ALLOWED.undecided(CATALOGUE)).isEmpty();
    }

    @Test
    void textsAreAsLongAsTheyMayBeInTheDatabase() throws SQLException {
        List<String> others = new ArrayList<>();
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("select lower(table_name), lower(column_name), character_maximum_length from "
                        + "information_schema.columns where table_schema = 'PUBLIC' and data_type = 'CHARACTER VARYING'")) {
            while (columns.next()) {
                String column = columns.getString(2);
                Table table = CATALOGUE.find(columns.getString(1)).filter(found -> ALLOWED.travels(found.name()) && found.has(column)).orElse(null);
                if (table != null) {
                    Rule rule = ALLOWED.rule(table, table.column(columns.getString(2)));
                    if (List.of(Rule.Type.TEXT, Rule.Type.ADDRESS, Rule.Type.ROLES).contains(rule.type()) && rule.length() != columns.getInt(3)) {
                        others.add(columns.getString(1) + "." + columns.getString(2) + " " + columns.getInt(3));
                    }
                }
            }
        }
        assertThat(others).isEmpty();
    }

    /** What opens something, or goes out by itself, or was read from a stream of objects. */
    @Test
    void nothingThatActsByItselfTravels() {
        assertThat(List.of("mail", "api_token", "replay", "sign_on_provider", "act_ge_bytearray", "act_ru_jobdef", "act_re_procdef",
                "act_ru_ext_task", "act_ru_batch", "act_hi_varinst", "account")).noneMatch(ALLOWED::travels);
        assertThat(CATALOGUE.all()).filteredOn(table -> ALLOWED.travels(table.name())).allSatisfy(table -> assertThat(table.columns())
                .as(table.name()).filteredOn(column -> ALLOWED.travels(table, column)).noneMatch(column -> column.name().contains("secret")
                        || column.name().contains("token") || column.name().contains("password_hash") || column.name().contains("bytearray")));
    }

    @Test
    void whatTheDatabaseHoldsToAnotherTableIsALink() {
        for (Belongings.Part part : ALLOWED.parts(CATALOGUE)) {
            for (Table.Link link : part.table().links()) {
                Rule rule = ALLOWED.rule(part.table(), part.table().column(link.column()));
                assertThat(rule.type()).as(part.name() + "." + link.column()).isIn(Rule.Type.LINK, Rule.Type.PERSON, Rule.Type.DEFINITION,
                        Rule.Type.OWNER, Rule.Type.STAYS);
            }
        }
    }

    /** A number that names a person must be known as one, else it would name somebody else after a restore. */
    @Test
    void everyColumnThatNamesAnAccountIsKnown() {
        for (Belongings.Part part : ALLOWED.parts(CATALOGUE)) {
            for (Table.Column column : part.table().columns()) {
                Rule rule = ALLOWED.rule(part.table(), column);
                if (!part.name().startsWith("audit_") && column.kind() == Kind.NUMBER && column.name().contains("account")) {
                    assertThat(rule.type()).as(part.name() + "." + column.name()).isIn(Rule.Type.PERSON, Rule.Type.ACCOUNT);
                }
                assertThat(rule.type() == Rule.Type.PERSON).as(part.name() + "." + column.name())
                        .isEqualTo(Belongings.accountLinks(part.table()).contains(column.name()));
            }
        }
    }
}
