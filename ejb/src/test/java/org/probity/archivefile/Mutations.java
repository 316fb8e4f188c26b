package org.probity.archivefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes an archive at random, knowing how one is made and whom to hurt. */
final class Mutations {

    private static final Pattern VALUE = Pattern.compile("\"(\\w+)\":(\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+|true|false)");

    /** Ids and names of the board that is to be hurt, and things that nobody should be able to say. */
    private static final List<String> VALUES = List.of("820001", "820002", "820003", "820101", "820102", "1", "0", "-1", "9223372036854775807",
            "2147483648", "999999999999", "\"chscb\"", "\"-\"", "\"\"", "\"own-run\"", "\"victims-run\"", "\"victims-task\"", "\"victims-act\"", "\"victims-job\"",
            "\"process-1\"", "\"job-1\"", "\"content-removal@0123456789abcdef\"", "\"content-removal@0123456789abcdef/replyOverdue/timer-transition/DATE\"",
            "\"deployment@0123456789abcdef\"", "\"serializable\"", "\"object\"", "\"victim@example.org\"", "\"invited@example.org\"",
            "\"attacker@example.org\"", "\"OPERATOR\"", "\"SYSTEM,ADMINISTRATOR\"", "\"CHSCB\"", "\"${1+1}\"", "\"\\u0000\"", "\"\\ud800\"", "true", "false",
            "null", "[]", "{}", "1.5", "1e400", "\"2026-11-21T12:00:00Z\"", "\"+999999999-12-31T23:59:59Z\"", "\"0000-00-00\"", "\"" + "x".repeat(5_000) + "\"");

    private static final List<String> COLUMNS = List.of("is_operator", "password_hash", "client_secret", "token_hash", "closed_at", "bytearray_id_",
            "text2_", "repeat_", "configuration_", "exception_stack_id_", "lock_owner_", "tenant_id_", "board", "id", "id_", "sealed_secret", "parent_id_",
            "super_exec_");

    private static final List<String> TABLES = List.of("account", "mail", "api_token", "one_time_link", "account_session", "second_factor", "replay",
            "sign_on_provider", "archive_run", "schema_version", "act_ge_bytearray", "act_ge_property", "act_re_procdef", "act_re_deployment",
            "act_ru_jobdef", "act_ru_ext_task", "act_ru_authorization", "act_hi_varinst", "no_such_table");

    private static final List<String> ENTRIES = List.of("files/document_content/820001", "files/document_content/810001", "files/act_ge_bytearray/1",
            "files/../x", "../../x", "tables/x", "links/person.jsonl", "links/act_ru_execution.jsonl", "accounts.jsonl");

    private final Random random;
    private final Map<String, byte[]> good;
    private final Manifest left;
    private String said = "";

    private interface Change {
        void of(Map<String, byte[]> entries);
    }

    Mutations(long seed, Map<String, byte[]> good, Manifest left) {
        this.random = new Random(seed);
        this.good = good;
        this.left = left;
    }

    /** What the last change was. */
    String said() {
        return said;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    /** One to three changes, and what the manifest is to say. */
    Manifest change(Map<String, byte[]> entries) {
        said = "";
        List<Change> changes = List.of(this::value, this::value, this::value, this::value, this::column, this::twice, this::without, this::elsewhere,
                this::foreignTable, this::foreignEntry, this::noise, this::account, this::order, this::swapped);
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            changes.get(random.nextInt(changes.size())).of(entries);
        }
        return random.nextInt(10) == 0 ? manifest() : left;
    }

    byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        said = "bytes";
        return changed;
    }

    private void value(Map<String, byte[]> entries) {
        change(entries, line -> {
            List<MatchResult> values = VALUE.matcher(line).results().toList();
            if (values.isEmpty()) {
                return line;
            }
            MatchResult one = values.get(random.nextInt(values.size()));
            String other = coin() ? one(VALUES) : anotherOf(one.group(1));
            note(one.group(1) + "=" + other.substring(0, Math.min(60, other.length())));
            return line.substring(0, one.start(2)) + other + line.substring(one.end(2));
        });
    }

    /** What stands in that column somewhere else in the archive. */
    private String anotherOf(String column) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : good.entrySet()) {
            Matcher values = VALUE.matcher(entry.getKey().startsWith("files/") ? "" : new String(entry.getValue(), StandardCharsets.UTF_8));
            while (values.find()) {
                if (values.group(1).equals(column)) {
                    found.add(values.group(2));
                }
            }
        }
        return found.isEmpty() ? "null" : one(found);
    }

    private void column(Map<String, byte[]> entries) {
        change(entries, line -> note("with " + one(COLUMNS), line.replaceFirst("\\{", Matcher.quoteReplacement("{\"" + one(COLUMNS) + "\":" + one(VALUES)
                + (line.length() > 2 ? "," : "")))));
    }

    private void twice(Map<String, byte[]> entries) {
        change(entries, line -> note("twice", line + "\n" + line));
    }

    private void without(Map<String, byte[]> entries) {
        change(entries, line -> note("without", ""));
    }

    private void noise(Map<String, byte[]> entries) {
        String entry = one(List.copyOf(entries.keySet()));
        if (entries.get(entry).length > 0) {
            entries.put(entry, flipped(entries.get(entry)));
            note("noise in " + entry);
        }
    }

    private void elsewhere(Map<String, byte[]> entries) {
        String entry = one(lines(entries));
        note(entry + " to the other board");
        entries.put(entry, new String(entries.get(entry), StandardCharsets.UTF_8).replace("\"leaver\"", "\"chscb\"").getBytes(StandardCharsets.UTF_8));
    }

    private void foreignTable(Map<String, byte[]> entries) {
        String table = one(TABLES);
        note("rows of " + table);
        entries.put("tables/" + table + ".jsonl", ("{\"id\":830001,\"id_\":\"planted\",\"board\":\"leaver\",\"tenant_id_\":\"leaver\",\"version\":0}\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void foreignEntry(Map<String, byte[]> entries) {
        String entry = one(ENTRIES);
        note("entry " + entry);
        entries.put(entry, one(List.copyOf(good.values())));
    }

    private void account(Map<String, byte[]> entries) {
        note("account");
        entries.put("accounts.jsonl", ("{\"display_name\":\"X\",\"email\":" + one(VALUES) + ",\"id\":" + one(VALUES) + ",\"language\":\"EN\",\"username\":"
                + one(VALUES) + "}\n" + new String(entries.get("accounts.jsonl"), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    /** An entry goes to the end. */
    private void order(Map<String, byte[]> entries) {
        String entry = one(List.copyOf(entries.keySet()));
        note(entry + " last");
        entries.put(entry, entries.remove(entry));
    }

    private void swapped(Map<String, byte[]> entries) {
        String one = one(lines(entries));
        String other = one(lines(entries));
        note(one + " in place of " + other);
        entries.put(other, entries.get(one));
    }

    private Manifest manifest() {
        String board = one(List.of("leaver", "chscb", "-", "../x", "leaver2"));
        note("manifest of " + board);
        return new Manifest(one(List.of(left.format(), 0, 1, Integer.MAX_VALUE)), left.release(), one(List.of(left.schema(), "999")), left.engine(), board,
                left.name(), Instant.MIN, left.tables(), random.nextLong(), one(List.of(left.leftBehind(), List.of())), one(List.of(left.processes(),
                List.of("x@y"))), one(List.of(left.audit(), new Manifest.AuditHead(3, "x", null), new Manifest.AuditHead(0, "", "x"))),
                one(List.of(left.checkpointKeys(), List.of("no key"))), left.contents());
    }

    private interface Line {
        String changed(String line);
    }

    private void change(Map<String, byte[]> entries, Line change) {
        String entry = one(lines(entries));
        List<String> lines = HostileBench.lines(entries.get(entry));
        if (!lines.isEmpty()) {
            int place = random.nextInt(lines.size());
            note(entry);
            lines.set(place, change.changed(lines.get(place)));
            lines.removeIf(String::isEmpty);
            entries.put(entry, HostileBench.bytes(lines));
        }
    }

    /** Entries that have lines; most tables of a small board have none. */
    private static List<String> lines(Map<String, byte[]> entries) {
        return entries.entrySet().stream().filter(entry -> entry.getKey().endsWith(".jsonl") && entry.getValue().length > 0)
                .map(Map.Entry::getKey).toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String note(String what, String result) {
        note(what);
        return result;
    }

    private void note(String what) {
        said += "; " + what;
    }
}
