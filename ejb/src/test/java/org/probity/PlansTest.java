package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.access.Caller;
import org.probity.access.CaseExclusions;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.audit.AuditFilter;
import org.probity.audit.AuditQueries;
import org.probity.audit.AuditSearch;
import org.probity.audit.Chain;
import org.probity.audit.Redactions;
import org.probity.casework.CaseLinks;
import org.probity.casework.CasesOfWork;
import org.probity.casework.InPosts;
import org.probity.casework.InvestigationQueries;
import org.probity.casework.People;
import org.probity.concern.ConcernMail;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.member.Directory;
import org.probity.member.Members;
import org.probity.member.Person;
import org.probity.notification.MailQueue;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;
import org.probity.worklist.ListedCases;
import org.probity.worklist.Work;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorklistQueries;

/**
 * On H2 no list reads a whole table: each statement that a list really sends is explained, at a board with 10,000 cases of which
 * some are walled and some restricted. The same on PostgreSQL, behind its walls, is BoardRowsIT's.
 */
class PlansTest {

    private static final String BOARD = "plans";
    private static final int CASES = 10_000;
    private static final Caller OFFICER = new Caller(7L, 7L, "Officer", Set.of(Role.OFFICER, Role.LEAD, Role.AUDITOR), null, Language.EN);
    private static final List<String> LARGE = List.of("case_word", "investigation", "work_item", "audit_entry", "wall", "restriction", "team_place", "party", "person", "mail", "note",
            "case_link", "in_post_answer");

    private static final TestDatabase DATABASE = TestDatabase.get();

    @BeforeAll
    static void fill() {
        DATABASE.run(BOARD, entities -> {
            entities.persist(new Board(BOARD, "Board of Plans", null, "PLANS", Board.Country.ENGLAND, "#1d5b8f", false, "conduct@plans.example.org",
                    Deadlines.usual()));
            entities.flush();
            insert(entities, "investigation", "reference, title, stage, opened_at, hard_stop, contact_allowed", "'P-' || x, 'A case', 'DETECTION', "
                    + "dateadd(minute, -x, now()), false, true", 1);
            insert(entities, "work_item", "reference, task_id, task, process, investigation_id, target_kind, about, stage, role, due_at, opened_at, is_open",
                    "'P-' || x, 'plan-' || x, 'triage', 'detection', x, 'case', 'A case', 'DETECTION', 'OFFICER', dateadd(minute, x, now()), now(), true", 1);
            insert(entities, "audit_entry", "reference, at_time, actor_name, actor_roles, act, channel, seq, previous, hash",
                    "'P-' || mod(x, 1000), dateadd(minute, x, now()), 'Officer ' || mod(x, 20), 'OFFICER', 'case.act' || mod(x, 40), 'page', x, '-', '-'", 1);
            insert(entities, "restriction", "reference, reason, since, by_name", "'P-' || x, 'A colleague', now(), 'Lead'", 10);
            entities.createNativeQuery("set referential_integrity false").executeUpdate();
            insert(entities, "wall", "reference, account_id, reason, since", "'P-' || x, mod(x, 20), 'witness', now()", 1);
            insert(entities, "team_place", "reference, account_id, member_id, reason, since, by_name", "'P-' || x, 7, 7, 'Works on it', now(), 'Lead'", 20);
            insert(entities, "person", "name, name_key, language, in_directory", "'Person ' || x, 'person ' || x, 'EN', mod(x, 10) = 0", 1);
            insert(entities, "party", "reference, person_id, kind, since", "'P-' || x, (select p.id from person p where p.board = '" + BOARD
                    + "' and p.name = 'Person ' || x), 'SUBJECT', now()", 1);
            insert(entities, "mail", "mail_key, to_name, to_address, language, template, ordinary, subject, body, message_id, status, attempts, queued_at, "
                    + "next_attempt_at", "'plan/' || x, 'Officer', 'o@example.org', 'EN', 'officer.newConcern', true, 'A concern', '-', '-', 'QUEUED', 0, "
                    + "dateadd(minute, -x, now()), dateadd(minute, -x, now())", 1);
            insert(entities, "note", "reference, words, author, author_name, written_at", "'P-' || x, 'Words', 'REPORTER', '', dateadd(minute, -10 * x, now())", 1);
            insert(entities, "case_link", "reference, other, kind, linked_by, linked_at", "'P-' || x, 'P-' || (x + 1), 'DUPLICATE_OF', 'Officer', now()", 1);
            insert(entities, "in_post_answer", "reference, answer, answered_by, answered_at", "'P-' || x, 'YES', 'Officer', now()", 1);
            insert(entities, "case_word", "investigation_id, word, source", "(select i.id from investigation i where i.board = '" + BOARD
                    + "' and i.reference = 'P-' || x), 'case', 'TITLE'", 1);
            insert(entities, "case_word", "investigation_id, word, source", "(select i.id from investigation i where i.board = '" + BOARD
                    + "' and i.reference = 'P-' || x), 'w' || x, 'REPORT'", 1);
            entities.createNativeQuery("set referential_integrity true").executeUpdate();
            entities.createNativeQuery("analyze").executeUpdate();
        });
    }

    private static void insert(EntityManager entities, String table, String columns, String values, int every) {
        entities.createNativeQuery("insert into " + table + " (id, board, version, " + columns + ") select next value for probity_id, '" + BOARD + "', 0, "
                + values + " from system_range(1, " + CASES + ") where mod(x, " + every + ") = 0").executeUpdate();
    }

    @AfterAll
    static void empty() {
        DATABASE.run(BOARD, entities -> LARGE.forEach(table -> entities.createNativeQuery("delete from " + table + " where board = '" + BOARD + "'").executeUpdate()));
    }

    @Test
    void theListOfCasesIsReadAlongItsIndex() {
        assertThat(plans("investigation", entities -> cases(entities).search("", null, 0, 50))).allSatisfy(plan ->
                assertThat(plan).contains("INVESTIGATION_NEWEST", "index sorted"));
        plans("investigation", entities -> cases(entities).search("", Stage.CLOSED, 3, 50));
    }

    /** What many cases have is looked for among the newest, and what few have by its words. */
    @Test
    void whatIsSearchedForIsFoundAlongItsIndexes() {
        for (String text : List.of("case", "cas", "case w77", "w7", "w777", "nowhere", "case nowhere")) {
            for (Stage stage : new Stage[] {null, Stage.DETECTION}) {
                assertThat(plans("investigation", entities -> cases(entities).search(text, stage, 0, 50))).as(text).isNotEmpty();
                assertThat(plans("case_word", entities -> cases(entities).search(text, stage, 0, 50))).as(text)
                        .anySatisfy(plan -> assertThat(plan).contains("CASE_WORD_BEGINS", "index sorted"));
            }
        }
        assertThat(plans("investigation", entities -> cases(entities).search("case", null, 0, 50))).anySatisfy(plan ->
                assertThat(plan).contains("INVESTIGATION_NEWEST", "index sorted", "CASE_WORD_ONCE"));
        assertThat(plans("investigation", entities -> cases(entities).search("w777", null, 0, 50))).noneSatisfy(plan ->
                assertThat(plan).contains("INVESTIGATION_NEWEST"));
    }

    @Test
    void theWorklistIsReadAlongItsIndex() {
        for (WorkFilter.View view : List.of(WorkFilter.View.MINE, WorkFilter.View.TEAM, WorkFilter.View.WAITING)) {
            for (WorkFilter.Due due : WorkFilter.Due.values()) {
                List<String> plans = plans("work_item", entities -> work(entities).page(new WorkFilter(view, due), 0, 50));
                assertThat(plans).filteredOn(plan -> !plan.contains("COUNT(")).isNotEmpty().allSatisfy(plan ->
                        assertThat(plan).contains(plan.contains("SEVERITY_RANK") ? "WORK_URGENT_FIRST" : "WORK_BY_DEADLINE", "index sorted"));
            }
        }
    }

    /** Whatever stands on it, they are read at once. */
    @Test
    void theCasesOfAPageOfWorkAreReadByTheirReferences() {
        assertThat(plans("investigation", entities -> work(entities).page(new WorkFilter(WorkFilter.View.TEAM, WorkFilter.Due.ANY), 0, 50))).hasSize(1);
    }

    private static WorklistQueries work(EntityManager entities) {
        ListedCases told = TestDatabase.wire(new CasesOfWork(), cases(entities));
        return TestDatabase.wire(new WorklistQueries(), entities, Clock.systemUTC(), told);
    }

    @Test
    void whoDidAStepIsReadAlongTheIndexOfItsCase() {
        plans("work_item", entities -> TestDatabase.wire(new Work(), entities, TestDatabase.wire(new CaseExclusions(), entities)).refusal("triage", "P-77", null));
    }

    @Test
    void theListOfPeopleIsReadAlongItsIndexAndTheirCasesAlongTheirs() {
        for (String text : List.of("", "on 77", "nowhere")) {
            assertThat(plans("person", entities -> people(entities).list(text))).allSatisfy(plan ->
                    assertThat(plan).contains("PERSON_BY_NAME", "index sorted", "PARTY_OF_PERSON"));
        }
        plans("person", entities -> people(entities).entriesOf(new Person("Person 77", null, null, null, null, Language.EN)));
        plans("person", entities -> people(entities).described(new Directory.NewPerson("Person 77", "a@example.org", null, null, null, Language.EN, null)));
    }

    private static People people(EntityManager entities) {
        return TestDatabase.wire(new People(), entities, TestDatabase.wire(new Directory(), entities, TestDatabase.wire(new Members(), entities)));
    }

    @Test
    void theAuditIsReadAlongItsIndexes() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC);
        for (AuditFilter filter : List.of(AuditFilter.everything(), new AuditFilter(Set.of("case.act7"), "", "", null, null),
                new AuditFilter(Set.of(), "P-77", "", null, null), new AuditFilter(Set.of(), "", "Officer 7", null, null),
                new AuditFilter(Set.of(), "", "", day, day), new AuditFilter(Set.of("case.act7"), "P-77", "Officer 7", day, null))) {
            plans("audit_entry", entities -> TestDatabase.wire(new AuditSearch(), entities, TestDatabase.wire(new Redactions(), entities)).lines(filter, Long.MAX_VALUE, 51));
        }
        plans("audit_entry", entities -> TestDatabase.wire(new AuditQueries(), entities, audit()).timeline("P-77", "", 0, 50));
    }

    @Test
    void whatStandsBesideACaseIsReadAlongItsIndexes() {
        plans("case_link", entities -> TestDatabase.wire(new CaseLinks(), entities).of("P-77"));
        plans("in_post_answer", entities -> TestDatabase.wire(new InPosts(), entities).of("P-77"));
    }

    /** What is locked as it is read, H2 sorts itself. */
    @Test
    void theNextMailIsFoundAlongItsIndex() {
        assertThat(plans("mail", entities -> TestDatabase.wire(new MailQueue(), entities, Clock.systemUTC()).claim())).allSatisfy(plan ->
                assertThat(plan).contains("MAIL_DUE"));
    }

    @Test
    void whatReportersAddedWithinAnHourIsFoundAlongItsIndex() {
        assertThat(plans("note", entities -> TestDatabase.wire(new ConcernMail(), entities, Clock.systemUTC()).tellOfAdded())).allSatisfy(plan ->
                assertThat(plan).contains("NOTE_WRITTEN"));
    }

    /** What is not indexed is seen: otherwise none of this says anything. */
    @Test
    void aTableThatIsReadWholeIsSeen() {
        DATABASE.run(BOARD, entities -> assertThat(explained(entities, "select count(*) from investigation where title = ?")).containsIgnoringCase("investigation.tableScan"));
    }

    private static InvestigationQueries cases(EntityManager entities) {
        return TestDatabase.wire(new InvestigationQueries(), entities, audit());
    }

    /** What it writes is not what is looked at here. */
    private static Audit audit() {
        Chain nowhere = entry -> { };
        return TestDatabase.wire(new Audit(), Clock.systemUTC(), nowhere);
    }

    /** How the statements are carried out that the list sends to that table; none of them may read any large table whole. */
    private static List<String> plans(String table, Consumer<EntityManager> list) {
        List<String> plans = CurrentCaller.call(OFFICER, () -> DATABASE.call(BOARD, entities -> {
            entities.createNativeQuery("set query_statistics false").executeUpdate();
            entities.createNativeQuery("set query_statistics true").executeUpdate();
            list.accept(entities);
            return sent(entities, table).stream().map(sql -> explained(entities, sql)).toList();
        }));
        assertThat(plans).isNotEmpty().allSatisfy(plan -> assertThat(LARGE).noneMatch(large -> plan.toLowerCase(Locale.ROOT).contains("public." + large + ".tablescan")));
        return plans;
    }

    @SuppressWarnings("unchecked")
    private static List<String> sent(EntityManager entities, String table) {
        return ((List<String>) entities.createNativeQuery("select sql_statement from information_schema.query_statistics", String.class).getResultList()).stream()
                .filter(sql -> sql.contains(" from " + table + " ")).toList();
    }

    private static String explained(EntityManager entities, String sql) {
        List<String> plan = new ArrayList<>();
        entities.unwrap(Session.class).doWork(connection -> plan.add(explained(connection, sql)));
        return plan.get(0);
    }

    private static String explained(Connection connection, String sql) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setNull(i, Types.NULL);
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }
}
