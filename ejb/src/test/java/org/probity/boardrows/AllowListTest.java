package org.probity.boardrows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.archivefile.HostileArchiveTest;
import org.probity.archivefile.Lines;
import org.probity.kernel.Checks;
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
                    if (List.of(Rule.Type.TEXT, Rule.Type.JSON, Rule.Type.ADDRESS, Rule.Type.ROLES).contains(rule.type()) && rule.length() != columns.getInt(3)) {
                        others.add(columns.getString(1) + "." + columns.getString(2) + " " + columns.getInt(3));
                    }
                }
            }
        }
        assertThat(others).isEmpty();
    }

    /** Whoever counts or measures by a number trusts it: so nobody brings one that was never meant. Those without a range name something else, or are sealed. */
    @Test
    void everyNumberHasARange() {
        List<String> any = new ArrayList<>();
        for (BoardTables.Part part : ALLOWED.parts(CATALOGUE)) {
            part.table().columns().stream().filter(column -> ALLOWED.rule(part.table(), column).type() == Rule.Type.NUMBER)
                    .filter(column -> ALLOWED.rule(part.table(), column).most() == Long.MAX_VALUE || ALLOWED.rule(part.table(), column).least() == Long.MIN_VALUE)
                    .forEach(column -> any.add(part.name() + "." + column.name()));
        }
        assertThat(any).containsExactlyInAnyOrder("act_ru_variable.long_", "audit_entry.account_id", "audit_entry.subject_id", "pack_line.source_id",
                "work_item.target_id");
        assertThatThrownBy(() -> Rule.parse("number")).isInstanceOf(NumberFormatException.class);
    }

    /** Whoever reads a case reads what belongs to it: an archive is no way round the limits on that. The audit alone has no end. */
    @Test
    void everyTableThatNamesACaseSaysHowManyRowsItMayHave() {
        List<String> without = new ArrayList<>();
        List<String> bounded = new ArrayList<>();
        for (BoardTables.Part part : ALLOWED.parts(CATALOGUE)) {
            part.table().columns().stream().filter(column -> namesCase(column, ALLOWED.rule(part.table(), column)))
                    .forEach(column -> (ALLOWED.rule(part.table(), column).rows() == Long.MAX_VALUE ? without : bounded).add(part.name() + "." + column.name()));
        }
        assertThat(without).containsExactly("audit_entry.reference");
        assertThat(bounded).hasSizeGreaterThan(25);
    }

    private static boolean namesCase(Table.Column column, Rule rule) {
        return rule.travels() && (column.name().equals("reference") || rule.targets().contains("investigation"));
    }

    /** What the limits on those who add come to ({@code kernel.Quota}), each time that a case may be opened again. */
    @ParameterizedTest
    @CsvSource({"party, 231", "note, 620", "evidence_item, 500", "removal_request, 50", "cooperation_request, 50", "finding_set, 100", "referral, 100",
        "gate_answer, 124", "in_post_answer, 31", "case_link, 31", "protected_disclosure, 50", "suspected_image, 20", "reporter_question, 100",
        "restriction, 200", "team_place, 2000", "letter_posting, 10000", "document, 90000"})
    void noCaseCanHoldMoreThanAnArchiveTakes(String table, long most) {
        Table found = CATALOGUE.table(table);
        assertThat(ALLOWED.rule(found, found.column("reference")).rows()).isGreaterThanOrEqualTo(most);
    }

    /** Whoever reads the one reads the other too, and does not ask whether it is there. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {"cooperation_meeting; 'letter_id':5; 'say_days':5; false", "cooperation_meeting; 'minutes_long':2; 'say_days':5; true",
        "referral; 'status':'SENT'; 'acknowledge_by':'2026-11-27T17:00:00Z'; false", "referral; 'status':'COMPOSING'; 'acknowledge_by':'2026-11-27T17:00:00Z'; true"})
    void whatIsReadTogetherStandsTogether(String table, String one, String other, boolean alone) {
        assertThat(fits(table, one + "," + other)).isTrue();
        assertThat(fits(table, one)).isEqualTo(alone);
    }

    private static boolean fits(String table, String values) {
        return new RowCheck("chscb", new EngineRows(Map.of(), Set.of())).fits(CATALOGUE.table(table),
                Lines.parsed("{'board':'chscb',".replace('\'', '"') + values.replace('\'', '"') + "}"));
    }

    /** A year of working days, and the largest file that is taken. */
    @ParameterizedTest
    @CsvSource({"cooperation_round, answer_days, 400", "removal_round, answer_days, 400", "document, byte_size, 26214400"})
    void noDeadlineOrFileIsLongerThanOneThatIsTaken(String table, String column, long most) {
        Table found = CATALOGUE.table(table);
        Rule rule = ALLOWED.rule(found, found.column(column));
        assertThat(rule.allows(Json.createValue(most))).isTrue();
        assertThat(rule.allows(Json.createValue(most + 1))).isFalse();
        assertThat(rule.allows(Json.createValue(-1))).isFalse();
    }

    /** What the database takes an archive takes too: no day that somebody typed keeps a board from leaving. */
    @Test
    void theDatabaseKeepsNoDayThatNoArchiveTakes() throws SQLException {
        Set<String> held = new TreeSet<>();
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement();
                ResultSet checks = statement.executeQuery("select lower(u.table_name), lower(u.column_name) from information_schema.check_constraints c "
                        + "join information_schema.constraint_column_usage u on u.constraint_name = c.constraint_name "
                        + "where c.check_clause like '%1900-01-01%' and c.check_clause like '%2199-12-31%'")) {
            while (checks.next()) {
                held.add(checks.getString(1) + "." + checks.getString(2));
            }
        }
        assertThat(Rule.parse("day").allows(Json.createValue("1900-01-01"))).isTrue();
        assertThat(Rule.parse("day").allows(Json.createValue("2199-12-31"))).isTrue();
        for (BoardTables.Part part : ALLOWED.parts(CATALOGUE)) {
            part.table().columns().stream().filter(column -> ALLOWED.rule(part.table(), column).type() == Rule.Type.DAY)
                    .forEach(column -> assertThat(held).contains(part.name() + "." + column.name()));
        }
        assertThat(held).as("moments that people type").contains("evidence_item.captured_at", "cooperation_meeting.held_at",
                "cooperation_access.access_ended_at", "cooperation_round.meeting_at");
    }

    /** A number or a bracket in what is read as JSON ends no process. */
    @Test
    void whatIsReadAsJsonIsOfModestShape() {
        List<String> found = new ArrayList<>();
        for (BoardTables.Part part : ALLOWED.parts(CATALOGUE)) {
            for (Table.Column column : part.table().columns()) {
                Rule rule = ALLOWED.rule(part.table(), column);
                boolean json = column.name().endsWith("_json") || column.name().endsWith("_act");
                assertThat(rule.type() == Rule.Type.JSON).as(part.name() + "." + column.name()).isEqualTo(json);
                if (json) {
                    found.add(column.name());
                    HostileArchiveTest.SHAPES.forEach(shape -> assertThat(rule.allows(Json.createValue(shape))).as(shape).isFalse());
                    assertThat(rule.allows(Json.createValue("{\"reasons\":\"Why\",\"results\":[\"3.5(a) PROVEN\"],\"moved\":{\"5\":71}}"))).isTrue();
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrder("before_act", "after_act", "answer_json", "told_json");
    }

    /** A database counts a sign of two halves as one or as two: what the more generous one keeps can leave all the same. */
    @Test
    void aTextIsAsLongAsItsSigns() {
        assertThat(Rule.parse("text 3").allows(Json.createValue("\ud83d\ude00".repeat(3)))).isTrue();
        assertThat(Rule.parse("text 3").allows(Json.createValue("\ud83d\ude00".repeat(4)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".!#$%&'*+/=?^_`{|}~-@.-", "sian.o'neill+case@d\u0175r.cymru", "a..b@-", "1@2"})
    void anAddressThatIsTakenCanLeave(String address) {
        new Checks().email("email", address).done();
        assertThat(Rule.parse("address 254").allows(Json.createValue(address))).isTrue();
    }

    /** One that stands in mail is written there so that it is no link; what earlier releases took can leave and come back. */
    @ParameterizedTest
    @ValueSource(strings = {"board", "member", "organisation", "person"})
    void aNameIsTakenAsItWasKeptAndNoNameIsNot(String table) {
        Table found = CATALOGUE.table(table);
        Rule rule = ALLOWED.rule(found, found.column("name"));
        assertThat(List.of("Siân O'Neill-Jones", "www.example.org", "Ann\nof Ceredigion")).allMatch(name -> rule.allows(Json.createValue(name)));
        assertThat(List.of("", " \n\t", "Ann\u0000")).noneMatch(name -> rule.allows(Json.createValue(name)));
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
        for (BoardTables.Part part : ALLOWED.parts(CATALOGUE)) {
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
        for (BoardTables.Part part : ALLOWED.parts(CATALOGUE)) {
            for (Table.Column column : part.table().columns()) {
                Rule rule = ALLOWED.rule(part.table(), column);
                if (!part.name().startsWith("audit_") && column.kind() == ColumnType.NUMBER && column.name().contains("account")) {
                    assertThat(rule.type()).as(part.name() + "." + column.name()).isIn(Rule.Type.PERSON, Rule.Type.ACCOUNT);
                }
                assertThat(rule.type() == Rule.Type.PERSON).as(part.name() + "." + column.name())
                        .isEqualTo(BoardTables.accountLinks(part.table()).contains(column.name()));
            }
        }
    }
}
