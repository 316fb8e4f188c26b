package org.probity.archivefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.boardrows.Table;
import org.probity.kernel.Json;

/** What an archive could do to others, tried one by one by somebody whose installation is trusted. */
public class HostileArchiveTest extends HostileBench {

    /** No row has this number. */
    private static final long FREE = 830_001;

    /** A table, what stands in one of its rows, and what is put there instead. */
    private static final List<String> ROWS = List.of(
            "act_ru_variable|\"type_\":\"long\"|\"type_\":\"serializable\"",
            "act_ru_variable|\"type_\":\"long\"|\"type_\":\"object\",\"text2_\":\"java.util.HashMap\"",
            "act_ru_variable|\"type_\":\"long\"|\"type_\":\"long\",\"bytearray_id_\":\"victims\"",
            "act_ru_variable|investigationId|anything",
            "act_ru_variable|\"execution_id_\":\"own-run\"|\"execution_id_\":\"victims-run\"",
            "act_ru_job|timer-transition|timer-suspend-processdefinition",
            "act_ru_job|\"handler_cfg_\":\"replyOverdue\"|\"handler_cfg_\":\"sendRequest\"",
            "act_ru_job|\"handler_cfg_\":\"replyOverdue\"|\"handler_cfg_\":\"replyOverdue$${x}\"",
            "act_ru_job|\"execution_id_\":\"own-run\"|\"execution_id_\":\"victims-run\"",
            "act_ru_job|\"process_instance_id_\":\"own-run\"|\"process_instance_id_\":\"victims-run\"",
            "act_ru_job|\"tenant_id_\":\"leaver\"|\"tenant_id_\":\"chscb\"",
            "act_ru_job|,\"tenant_id_\":\"leaver\"|",
            "act_ru_job|\"retries_\":3|\"retries_\":3,\"repeat_\":\"R/PT1S\"",
            "act_ru_job|\"retries_\":3|\"retries_\":3,\"repeat_\":\"R/2026-11-21T09:00:00Z/P7D\"",
            "act_ru_job|\"repeat_offset_\":0|\"repeat_offset_\":-1300000000000000000", "act_ru_job|\"type_\":\"timer\"|\"type_\":\"message\"",
            "act_ru_job|\"rev_\":1|\"rev_\":2147483647", "act_ru_job|\"retries_\":3|\"retries_\":100",
            "act_ru_job|\"priority_\":0|\"priority_\":9223372036854775807", "act_ru_execution|\"rev_\":1|\"rev_\":2147483647",
            "act_ru_execution|\"cached_ent_state_\":0|\"cached_ent_state_\":-1",
            "act_hi_actinst|\"act_type_\"|\"sequence_counter_\":-1,\"act_type_\"",
            "act_hi_actinst|\"act_type_\"|\"act_inst_state_\":9,\"act_type_\"",
            "act_hi_procinst|\"root_proc_inst_id_\"|\"duration_\":-9223372036854775808,\"root_proc_inst_id_\"",
            "act_ru_task|\"task_def_key_\":\"awaitReply\"|\"task_def_key_\":\"elsewhere\"",
            "act_ru_execution|\"act_id_\":\"awaitReply\"|\"act_id_\":\"closeInvestigation\"",
            "act_ru_execution|\"act_inst_id_\":\"own-act\"|\"act_inst_id_\":\"victims-act\"",
            "act_ru_execution|content-removal@0123456789abcdef|planted@0123456789abcdef",
            "act_ru_execution|\"business_key_\":\"X-2026-0001/R7\",|",
            "act_ru_job|\"retries_\":3|\"retries_\":0",
            "act_hi_actinst|\"act_type_\"|\"parent_act_inst_id_\":\"own-act\",\"act_type_\"",
            "act_hi_procinst|\"root_proc_inst_id_\"|\"super_process_instance_id_\":\"own-run\",\"root_proc_inst_id_\"",
            "act_ru_event_subscr|\"event_type_\":\"message\"|\"event_type_\":\"conditional\"",
            "act_ru_event_subscr|\"event_type_\":\"message\"|\"event_type_\":\"message\",\"configuration_\":\"process-1\"",
            "work_item|\"task_id\":\"own-task\"|\"task_id\":\"victims-task\"",
            "investigation|\"board\":\"leaver\"|\"board\":\"chscb\"",
            "investigation|\"stage\":\"DETECTION\"|\"stage\":\"NO SUCH STAGE\"",
            "investigation|\"opened_at\"|\"paused_at\":\"1900-01-01T00:00:00Z\",\"opened_at\"",
            "investigation|\"opened_at\"|\"contact_stopped_at\":\"1900-01-01T00:00:00Z\",\"opened_at\"",
            "investigation|\"opened_at\"|\"stood\":\"for ever\",\"opened_at\"", "member|OFFICER|OPERATOR", "member|OFFICER|SYSTEM",
            "document_content|\"document_id\":810001|\"document_id\":820001",
            "document|\"byte_size\":5|\"byte_size\":4", "document|\"byte_size\":5|\"byte_size\":0", "document|\"byte_size\":5|\"byte_size\":-5",
            "document|\"byte_size\":5|\"byte_size\":9000000000000000000",
            "board|LEAVE|CHSCB", "board|\"removal_days\":5|\"removal_days\":2000000000", "board|#112233|red}",
            "audit_entry|entry 3|entry X", "audit_entry|192.0.2.1|192.0.2.2");

    /** What would end the process that reads it, or the page that shows it. */
    public static final List<String> SHAPES = List.of("{\"toldAt\":1e999999999}", "{\"a\":-1E-999999999}", "{\"a\":12345678901234567890}",
            "{\"a\":" + "[".repeat(900), "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}", "[]", "1", "not JSON", "{\"a\":1}{}");

    @Test
    void noJsonIsMoreThanItsReadersBear() throws IOException, SQLException {
        for (String shape : SHAPES) {
            refusedWith(shape, entries -> entries.put("tables/gate_answer.jsonl", gateAnswer(shape)));
        }
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.put("tables/gate_answer.jsonl", gateAnswer("{\"danger\":false,\"reasons\":\"None\"}"));
        Map<String, String> before = now();
        assertThat(tried(written(entries, left))).isEqualTo(before);
    }

    private static byte[] gateAnswer(String answer) {
        return bytes(List.of(Json.write(Map.of("answer_json", answer, "answered_at", "2026-11-21T09:00:00Z", "answered_by", "x", "board", "leaver",
                "duplicate_no", 0, "gate", "URGENT", "id", FREE, "reference", "X-2026-0001", "round_no", 1, "version", 0))));
    }

    @Test
    void whatIsNotTouchedIsTaken() throws IOException, SQLException {
        Map<String, String> before = now();
        assertThat(tried(written(good, left))).isEqualTo(before);
    }

    @Test
    void nobodysEvidenceIsOverwritten() throws IOException, SQLException {
        refusedWith("", entries -> {
            entries.remove("files/document_content/" + DOCUMENT);
            entries.put("files/document_content/" + VICTIMS_DOCUMENT, "planted".getBytes(StandardCharsets.UTF_8));
        });
    }

    /** What is handed out is as long as its document says, or the memory for it were none. */
    @Test
    void noFileIsMissingOrOfAnotherLength() throws IOException, SQLException {
        String file = "files/document_content/" + DOCUMENT;
        refusedWith("longer", entries -> entries.put(file, new byte[2_000_000]));
        refusedWith("empty", entries -> entries.put(file, new byte[0]));
        refusedWith("no file", entries -> entries.remove(file));
        refusedWith("no content", entries -> {
            entries.remove(file);
            entries.put("tables/document_content.jsonl", new byte[0]);
        });
    }

    /** Somebody who was asked to another board and has yet to come is not asked at another address instead. */
    @Test
    void noAccountIsTakenOver() throws IOException, SQLException {
        String name = "invited@example.org";
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.put("accounts.jsonl", text(entries, "accounts.jsonl").replace("\"email\":\"leaver-officer@example.org\"",
                "\"email\":\"attacker@example.org\"").replace("\"username\":\"leaver-officer@example.org\"", "\"username\":\"" + name + "\"").getBytes(StandardCharsets.UTF_8));
        restoredWith(entries);
        assertThat(count("account where id = " + INVITED_ACCOUNT + " and email = '" + name + "' and display_name = 'Somebody'")).isOne();
        assertThat(count("account_board where board = 'leaver' and account_id = " + INVITED_ACCOUNT)).isZero();
        assertThat(count("account where username = 'attacker@example.org' and password_hash is null and not is_operator")).isOne();
        wipeLeft();
        sql("delete from account where username = 'attacker@example.org'");
    }

    /** A name that is not its address would be asked to another board later, and the letter go to the address. */
    @Test
    void nobodyWaitsForALetterUnderAnothersName() throws IOException, SQLException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.put("accounts.jsonl", text(entries, "accounts.jsonl").replace("\"username\":\"leaver-officer@example.org\"",
                "\"username\":\"director@example.org\"").getBytes(StandardCharsets.UTF_8));
        restoredWith(entries);
        assertThat(count("account where username = 'director@example.org'")).isZero();
        wipeLeft();
    }

    @Test
    void nobodyHereIsMadeAMemberByNumber() throws IOException, SQLException {
        refusedWith("", entries -> entries.put("tables/account_board.jsonl",
                ("{\"account_id\":" + VICTIMS_ACCOUNT + ",\"board\":\"leaver\"}\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void noOtherTableIsWritten() throws IOException, SQLException {
        for (String table : List.of("mail", "api_token", "sign_on_provider", "replay", "account", "one_time_link", "account_session", "act_ge_bytearray",
                "act_re_procdef", "act_re_deployment", "act_ru_jobdef", "act_ge_property", "act_ru_ext_task", "act_ru_batch", "archive_run", "schema_version")) {
            String row = row(catalogue.table(table));
            refusedWith(table, entries -> entries.put("tables/" + table + ".jsonl", row.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** One that the database itself would take. */
    private String row(Table table) {
        return table.columns().stream().filter(column -> !column.nullable() || isOwner(column)).map(column -> "\"" + column.name() + "\":" + value(column))
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private static boolean isOwner(Table.Column column) {
        return List.of("board", "tenant_id_").contains(column.name());
    }

    private String value(Table.Column column) {
        return switch (column.kind()) {
            case NUMBER, FRACTION -> String.valueOf(column.name().equals("account_id") ? member : FREE);
            case TRUTH -> "false";
            case DAY -> "\"2026-11-21\"";
            case MOMENT, LOCAL_MOMENT -> "\"2026-11-21T09:00:00Z\"";
            default -> isOwner(column) ? "\"leaver\"" : "\"x\"";
        };
    }

    /** Columns that say what the engine is to do, whose row it is to do it to, or who somebody is. */
    @Test
    void noRowIsWhatItMustNotBe() throws IOException, SQLException {
        for (String row : ROWS) {
            String[] parts = row.split("\\|", -1);
            String entry = "tables/" + parts[0] + ".jsonl";
            assertThat(text(good, entry)).contains(parts[1]);
            refusedWith(row, entries -> entries.put(entry, text(entries, entry).replace(parts[1], parts[2]).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void noOtherBoardIsMeant() throws IOException, SQLException {
        for (String board : List.of("-", "chscb", "../../chscb", "_installation", "Leaver")) {
            Manifest said = new Manifest(left.format(), left.release(), left.schema(), left.engine(), board, left.name(), left.at(), left.tables(),
                    left.files(), left.leftBehind(), left.processes(), left.audit(), left.checkpointKeys(), left.contents());
            Map<String, String> before = now();
            refused(null, () -> tried(written(good, said)));
            assertThat(now()).isEqualTo(before);
        }
    }

    @Test
    void noOtherNameIsRead() throws IOException, SQLException {
        for (String name : List.of("../x", "/etc/passwd", "tables/../mail.jsonl", "files/document_content/../x", "files/document_content/x", "x", "tables/")) {
            refusedWith(name, entries -> entries.put(name, new byte[] {1}));
        }
    }

    /** The daily one of that day would never be made here. */
    @Test
    void noDayToComeIsSignedAlready() throws IOException, SQLException {
        for (String unfit : List.of("\"for_day\":\"2026-11-22\"", "\"for_day\":\"2199-12-31\"", "\"at_time\":\"2026-11-22T09:00:00Z\"", "\"seq\":6")) {
            refusedWith(unfit, entries -> checkpoint(entries, unfit));
        }
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        checkpoint(entries, "\"for_day\":\"2026-11-21\"");
        Map<String, String> before = now();
        assertThat(tried(written(entries, left))).isEqualTo(before);
    }

    /** One that a key signed which nobody knows, as after a key was lost. */
    private static void checkpoint(Map<String, byte[]> entries, String said) {
        Map<String, String> row = new LinkedHashMap<>(Map.of("at_time", "\"2026-11-21T09:00:00Z\"", "board", "\"leaver\"", "hash", "\"x\"", "id", "" + FREE,
                "key_id", "\"0123456789abcdef\"", "made_by", "\"x\"", "seq", "1", "signature", "\"x\"", "version", "0"));
        String[] parts = said.split(":", 2);
        row.put(parts[0].replace("\"", ""), parts[1]);
        entries.put("tables/audit_checkpoint.jsonl", bytes(List.of(row.entrySet().stream().map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}")))));
    }

    @Test
    void noLineIsMoreThanOneFlatObject() throws IOException, SQLException {
        for (String line : List.of("{\"board\":[1]}", "{\"board\":{\"a\":1}}", "[]", "1", "{\"board\":\"leaver\",\"board\":\"chscb\"}", "{} {}", "{", "",
                "{\"id\":1e999999999}", "{\"id\":12345678901234567890123}", "{\"id\":1.5}", "\u0000")) {
            refusedWith(line, entries -> entries.put("tables/organisation.jsonl", (line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void nothingDeepOrLongIsParsed() throws IOException, SQLException {
        refusedWith("", entries -> entries.put("tables/organisation.jsonl", ("{\"a\":".repeat(200_000) + "\n").getBytes(StandardCharsets.UTF_8)));
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.put("tables/organisation.jsonl", ("{\"name\":\"" + "x".repeat(20 << 20) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        refused("archive.refused.tooLarge", () -> tried(written(entries, left)));
    }

    /** A few kilobytes of the file, and so much out of it. */
    @Test
    void aBombIsNotUnpacked() throws IOException, SQLException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.put("files/document_content/" + DOCUMENT, new byte[65 << 20]);
        refused("archive.refused.tooLarge", () -> tried(written(entries, left)));
    }

    @Test
    void anInstallationThatIsNotTrustedIsRefusedWithoutSayingWhoItIs() throws IOException, SQLException {
        written(good, left);
        refused("archive.refused.foreign", () -> restore("hostile.age"));
        refused("archive.refused.fingerprint", () -> restore("hostile.age", keys.identity(), Seal.fingerprint(own.getPublic())));
        refused("archive.refused.fingerprint", () -> restore("hostile.age", keys.identity(), confirmed.substring(0, 9)));
        restore("hostile.age", keys.identity(), confirmed.toUpperCase(Locale.ROOT).replace(" ", ""));
        wipeLeft();
    }

    @Test
    void anArchiveThatNobodySignedIsRefused() throws IOException, SQLException {
        try (ArchiveWriter archive = new ArchiveWriter(Age.encrypting(Files.newOutputStream(folder.resolve("unsigned.age")),
                keys.recipient()), 6)) {
            for (Map.Entry<String, byte[]> entry : good.entrySet()) {
                archive.add(entry.getKey(), out -> out.write(entry.getValue()));
            }
            archive.addLast(Manifest.ENTRY, Json.write(left).getBytes(StandardCharsets.UTF_8));
        }
        refused("archive.refused.unsigned", () -> restore("unsigned.age"));
    }

    private void restoredWith(Map<String, byte[]> entries) throws IOException, SQLException {
        written(entries, left);
        restore("hostile.age", keys.identity(), confirmed);
    }

    private void wipeLeft() throws IOException, SQLException {
        wipe(export("after.age"));
    }
}
