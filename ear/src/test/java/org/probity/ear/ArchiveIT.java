package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.pages.ArchivesPage;
import org.probity.ear.pages.EvidencePage;

/**
 * A board leaves an installation on PostgreSQL, where three others stay, and comes back to it, and to an empty one on H2:
 * through the operator's pages, in spite of power cuts, and without anything else being touched.
 */
class ArchiveIT {

    private static final String BOARD = "chscb";
    private static final String SIGNED_IN = "operator@example.org";
    private static final String PASSWORD = "probity-demo";

    /**
     * People's ways in stay behind, what they were answered and what was written to them; and who belongs to two boards is not this one's alone where there is another.
     * So do the words that cases are found by, which are read of them anew.
     */
    private static final Set<String> WAYS_IN = Set.of("account", "account_session", "account_identity", "second_factor", "recovery_code",
            "one_time_link", "replay", "mail", "api_token", "sign_on_provider", "power_change", "content_key", "board_scope", "case_word");

    /** A closed board comes back open, who has a job in hand is said by the server it is on, and contents are sealed with another key. */
    private static final Set<String> NOT_THE_SAME = Set.of("board", "act_ru_job", "document_content");

    private static TwoInstallations both;

    private Instant last = Instant.now();

    @BeforeAll
    static void start() throws IOException, SQLException {
        both = new TwoInstallations();
    }

    @AfterAll
    static void stop() throws IOException {
        both.close();
    }

    @Test
    void aBoardLeavesAndComesBackHereAndToAnEmptyInstallation() throws IOException, SQLException, GeneralSecurityException {
        say("both installations run");
        try (Browser here = Browser.at(both.server().address()); Browser there = Browser.at(both.elsewhere().address())) {
            String otherKey = both.key(here, "lscb");
            String key = both.key(here, BOARD);
            Visitor officer = new Visitor(here, "en", Visitor.DESK).signIn("chscb-officer");
            Api api = new Api(both.server(), BOARD);
            Walk walk = new Walk(api).report().detect().askForRemoval().awaitRemovalRequest();
            new EvidencePage(officer.page()).of(BOARD, walk.reference()).file("What was posted", "post.txt", KeptContents.file());
            KeptContents.areSealed(both, walk.reference());
            ExportedAudit audit = both.signedForToday(BOARD);
            String otherFile = operator(here).export("lscb");
            TwoInstallations.quiet(both::rows);
            List<JsonObject> seen = seen(api, walk);
            Set<String> deadlines = deadlines(both::rows);
            say("a case waits for its reply until %s", walk.replyBy());

            ArchivesPage operator = operator(here);
            operator.closeAndAskToWipe(BOARD);
            TwoInstallations.quiet(both::rows);
            String file = operator.export(BOARD);
            Rows before = Rows.of(both::rows);
            archiveHolds(file, key, before, operator);
            onlyTheOperatorTakesItAway(file, operator, officer);

            Runnable wiping = () -> TwoInstallations.secondOperator(here).wipe(BOARD);
            int changed = both.killedInTheMiddle("select 1 from board where slug = '" + BOARD + "' for update", wiping);
            assertThat(operator(here).outcome()).contains("Board wiped", "Broken off; nothing was changed");
            assertThat(Rows.of(both::rows).lasting().of(BOARD).differences(before.lasting().of(BOARD))).isEmpty();
            othersAreAsBefore(before);
            say("a wipe that was cut off with %d tables changed removed nothing", changed);

            assertThat(TwoInstallations.secondOperator(here).wipe(BOARD).outcome()).contains("Board wiped", "Done");
            nothingIsLeft(before);
            assertThat(operator(here).create(BOARD)).singleElement().asString().contains("A board was wiped at this address");
            assertThat(api.tryPost("officer", "concerns", Walk.concern()).status()).isEqualTo(404);

            changed = both.killedInTheMiddle("lock table work_item in share mode", () -> operator(here).restore(file, key));
            assertThat(operator(here).outcome()).contains("Board restored", "Broken off; nothing was changed");
            nothingIsLeft(before);
            say("a restore that was cut off with %d tables changed left nothing", changed);

            assertThat(operator(here).restore(file, key).outcome()).contains("Board restored", "Done");
            assertThat(Rows.of(both::rows).of(BOARD).except(WAYS_IN).except(NOT_THE_SAME).differences(before.of(BOARD).except(WAYS_IN).except(NOT_THE_SAME))).isEmpty();
            othersAreAsBefore(before);
            both.giveTokens(BOARD);
            sameAs(seen, deadlines, api, walk, both::rows);
            KeptContents.areRead(api, walk.reference());
            verifies(both.server(), audit, "0 WHOLE");
            TwoInstallations.auditKeeps(BOARD, both::rows, "archive.export", "archive.downloaded", "board.closed", "archive.wipe", "archive.restore");
            say("restored where it came from: the same rows, the others as before");

            ArchivesPage newOperator = new ArchivesPage(there.window()).firstOperator(both.firstPassword(), both.elsewhere()::now);
            String signer = operator(here).fingerprint();
            assertThat(newOperator.restore(file, key).outcome()).contains("Refused", "Another installation made the archive");
            assertThat(newOperator.restore(file, key, newOperator.fingerprint()).outcome()).contains("Refused", "is not the one whose fingerprint");
            assertThat(newOperator.restore(file, key, signer).outcome()).contains("Board restored", "Done");
            Api apiThere = both.apiThere(BOARD);
            Walk walkThere = walk.at(apiThere);
            Map<String, Integer> counts = before.of(BOARD).except(WAYS_IN).counts();
            counts.merge("audit_entry", 1, Integer::sum);
            assertThat(Rows.of(both.elsewhere()::rows).of(BOARD).except(WAYS_IN).counts()).as("and that it came from elsewhere").isEqualTo(counts);
            assertThat(both.elsewhere().rows("act from audit_entry where board = '" + BOARD + "'")).contains("archive.restored");
            sameAs(seen, deadlines, apiThere, walkThere, both.elsewhere()::rows);
            KeptContents.areReadAndNotOnTheDiskOf(both.elsewhere(), apiThere, walk.reference());
            assertThat(hashes(both.elsewhere()::rows)).containsAll(hashes(before.of(BOARD))).isNotEmpty();
            verifies(both.elsewhere(), audit, "2 This could not be checked");
            TwoInstallations.auditKeeps(BOARD, both.elsewhere()::rows, "archive.restore");
            say("restored into an empty installation on H2: the same case list, case, letters, work and deadlines");

            assertThat(newOperator.restore(otherFile, otherKey, signer).outcome()).contains("Board restored", "Done");
            TwoInstallations.quiet(both.elsewhere()::rows);
            leavesAgain(newOperator, key);

            List<String> posted = both.post().letters().stream().map(Postbox.Letter::id).toList();
            strike(both.server(), both::rows, walk);
            strike(both.elsewhere(), both.elsewhere()::rows, walk.at(both.apiThere(BOARD)));
            assertThat(both.postElsewhere().letters()).extracting(Postbox.Letter::id).isNotEmpty().doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(posted);
            assertThat(both.post().letters()).extracting(Postbox.Letter::id).doesNotHaveDuplicates();
            say("both clocks struck; mail here %d, then %d, none twice; there %d, none of them sent before", posted.size(),
                    both.post().letters().size(), both.postElsewhere().letters().size());
        }
    }

    /** What H2 holds of another board stays as it was, too. */
    private void leavesAgain(ArchivesPage operator, String key) {
        operator.closeAndAskToWipe(BOARD);
        assertThat(operator.wipe(BOARD).problems()).as("alone, before its day").hasSize(1);
        Api.await("its administrator is told",
                () -> both.elsewhere().rows("id from wipe_request where open_slug is not null and warned_at is not null").size() == 1);
        both.elsewhere().advance(Duration.ofHours(24));
        TwoInstallations.quiet(both.elsewhere()::rows);
        operator.confirm();
        String file = operator.export(BOARD);
        Rows before = Rows.of(both.elsewhere()::rows);
        assertThat(operator.wipe(BOARD).outcome()).contains("Board wiped", "Done");
        Rows after = Rows.of(both.elsewhere()::rows);
        assertThat(List.of(after.of(BOARD).counts(), after.saying(BOARD))).isEqualTo(List.of(Map.of(), List.of()));
        assertThat(TwoInstallations.ofOthers(BOARD, after, before)).isEmpty();
        assertThat(operator.restore(file, key).outcome()).contains("Board restored", "Done");
        assertThat(Rows.of(both.elsewhere()::rows).of(BOARD).except(WAYS_IN).except(NOT_THE_SAME).differences(before.of(BOARD).except(WAYS_IN).except(NOT_THE_SAME))).isEmpty();
        assertThat(TwoInstallations.ofOthers(BOARD, Rows.of(both.elsewhere()::rows), before)).isEmpty();
        say("on H2, too, %d rows of another board and of the installation stayed as they were", before.without(BOARD).size());
    }

    @Test
    void whateverIsWrongWithAnArchiveIsSaidAndChangesNothing() throws IOException, GeneralSecurityException {
        try (Browser browser = Browser.at(both.server().address())) {
            String key = both.key(browser, "nscb");
            String another = both.key(browser, "cwmtaf");
            ArchivesPage operator = operator(browser);
            Path archive = both.file(operator.export("nscb"));
            TwoInstallations.quiet(both::rows);
            Rows before = Rows.of(both::rows);
            WrongArchives wrong = new WrongArchives(archive, key, recipient("nscb"));
            Map<String, String> tried = new LinkedHashMap<>();
            tried.put("The archive is damaged", operator.restore(wrong.damaged(), key).outcome());
            tried.put("The archive is damaged, cut", operator.restore(wrong.cut(), key).outcome());
            tried.put("not one of ours", operator.restore(wrong.changed(), key).outcome());
            tried.put("version 999 of the database", operator.restore(wrong.newer(), key, wrong.fingerprint()).outcome());
            tried.put("Another installation made the archive", operator.restore(wrong.newer(), key).outcome());
            tried.put("The archive is not signed", operator.restore(wrong.unsigned(), key).outcome());
            tried.put("This key does not open the archive", operator.restore(archive.getFileName().toString(), another).outcome());
            tried.put("The address /nscb is taken here", operator.restore(archive.getFileName().toString(), key).outcome());
            tried.forEach((reason, said) -> assertThat(said).contains("Refused", reason, "Nothing was changed."));
            assertThat(Rows.of(both::rows).lasting().differences(before.lasting())).isEmpty();
        }
    }

    /** Whatever reads objects in the server, of a class it knows: only values are read. */
    @Test
    void anObjectOfAnotherClassThanAValueIsNotRead() throws IOException, InterruptedException {
        for (Server server : List.of(both.server(), both.elsewhere())) {
            assertThat(SerialisedObject.readBy(server, new ObjectsServlet.Planted())).contains("filter status: REJECTED");
            assertThat(SerialisedObject.readBy(server, "words")).isEqualTo("read java.lang.String");
        }
    }

    private static String recipient(String board) {
        return both.rows("recipient from archive_key where board = '" + board + "'").get(0);
    }

    private static ArchivesPage operator(Browser browser) {
        return new ArchivesPage(browser.window()).operator(SIGNED_IN, PASSWORD);
    }

    /** The archive is what the manifest says, and the manifest says what the database holds. */
    private void archiveHolds(String file, String key, Rows rows, ArchivesPage operator) throws IOException, GeneralSecurityException {
        Path archive = both.file(file);
        OpenedArchive opened = OpenedArchive.of(archive, key);
        JsonObject manifest = opened.manifest();
        assertThat(operator.print(file)).isEqualTo(OpenedArchive.print(Files.readAllBytes(archive)));
        assertThat(manifest.get("contents").getAsString()).isEqualTo(opened.contents());
        Walk.objects(manifest, "tables").forEach(table -> assertThat(table.get("sha256").getAsString()).as(table.get("entry").getAsString())
                .isEqualTo(opened.prints().get(table.get("entry").getAsString())));
        Map<String, Integer> counts = rows.of(BOARD).counts();
        counts.keySet().removeAll(WAYS_IN);
        assertThat(opened.lines()).containsExactlyInAnyOrderEntriesOf(counts);
        assertThat(manifest.get("files").getAsLong()).isEqualTo(opened.files()).isPositive();
        assertThat(opened.holds(KeptContents.file())).as("readable for who has the board's key").isTrue();
        assertThat(new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1)).doesNotContain(Walk.WHAT, BOARD + "-officer");
        say("archive of %d rows in %d tables and %d files, %d bytes; schema %s, engine %s", counts.values().stream().mapToInt(i -> i).sum(),
                counts.size(), opened.files(), Files.size(archive), manifest.get("schema").getAsString(), manifest.get("engine").getAsString());
    }

    /** What has another name than any archive is not there; to everybody else nothing is. */
    private void onlyTheOperatorTakesItAway(String file, ArchivesPage operator, Visitor officer) throws IOException {
        String there = "/operator/archives/" + file + "/file";
        String invented = "/operator/archives/" + BOARD + "-20260101T000000000Z.age/file";
        assertThat(operator.page().request().get(there).body()).isEqualTo(Files.readAllBytes(both.file(file)));
        assertThat(operator.page().request().get(invented).status()).isEqualTo(404);
        officer.seesNothingAt(there, invented);
    }

    private void othersAreAsBefore(Rows before) {
        Rows others = before.without(BOARD);
        assertThat(Rows.of(both::rows).without(BOARD).differences(others)).isEmpty();
        for (String other : List.of("cwmtaf", "lscb", "nscb")) {
            assertThat(before.of(other).size()).as(other).isPositive();
        }
        say("%d rows of the other boards and of the installation in %d tables are as before", others.size(), others.counts().size());
    }

    private void nothingIsLeft(Rows before) {
        Rows after = Rows.of(both::rows);
        assertThat(after.of(BOARD).counts()).isEmpty();
        assertThat(after.saying(BOARD)).isEmpty();
        othersAreAsBefore(before);
    }

    private static void sameAs(List<JsonObject> seen, Set<String> deadlines, Api api, Walk walk, Function<String, List<String>> select) {
        assertThat(seen(api, walk)).isEqualTo(seen);
        assertThat(deadlines(select)).isEqualTo(deadlines).isNotEmpty();
    }

    private static List<JsonObject> seen(Api api, Walk walk) {
        String path = "investigations/" + walk.reference();
        return List.of(api.get("officer", "investigations?size=100"), walk.page(), walk.removal(), api.get("officer", path + "/timeline?size=100"),
                api.get("officer", path + "/documents?size=100"), api.get("officer", path + "/work"));
    }

    /** The chain goes on where it was, for whoever kept the key. @param alone what is said with the key of where it is now alone */
    private void verifies(Server at, ExportedAudit before, String alone) throws IOException {
        ExportedAudit now = ExportedAudit.of(at, BOARD);
        assertThat(now.verdict(now)).startsWith(alone);
        String verdict = now.verdict(before);
        assertThat(verdict).startsWith("0 ");
        say("audit held against what was signed before the board left: %s", verdict.replaceAll("\\s+", " "));
    }

    /** The engine's open timers of the board: what they wait for, and until when. */
    private static Set<String> deadlines(Function<String, List<String>> select) {
        return new TreeSet<>(select.apply("t.process_def_key_ || ' ' || t.handler_type_ || ' ' || t.handler_cfg_ || ' ' || cast(t.duedate_ as "
                + "varchar(19)) from act_ru_job t where t.tenant_id_ = '" + BOARD + "' and t.duedate_ is not null"));
    }

    private static List<String> hashes(Function<String, List<String>> select) {
        return select.apply("hash from audit_entry where board = '" + BOARD + "' order by seq");
    }

    private static List<String> hashes(Rows rows) {
        return rows.texts("audit_entry").stream().map(row -> row.replaceAll(".*\\|hash=([^|]*).*", "$1")).toList();
    }

    private static void strike(Server at, Function<String, List<String>> select, Walk walk) {
        at.advance(Duration.between(at.now(), walk.replyBy()).minusHours(1));
        Api.await("the reminder has struck", () -> Walk.objects(walk.removal(), "rounds")
                .anyMatch(round -> round.has("remindedAt") && !round.get("remindedAt").isJsonNull()));
        Api.await("all mail is gone", () -> select.apply("id from mail where status in ('QUEUED', 'SENDING')").isEmpty());
    }

    private void say(String text, Object... args) {
        Instant now = Instant.now();
        System.out.println(String.format(Locale.ROOT, "ArchiveIT %5.1f s  ", Duration.between(last, now).toMillis() / 1000.0)
                + String.format(Locale.ROOT, text, args));
        last = now;
    }
}
