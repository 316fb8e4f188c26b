package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.archivefile.HostileBench;
import org.probity.boardrows.FakeEngine;

/** Rows that each could be, and of which the engine would make no end together. */
class HostileEngineTest extends HostileBench {

    private static final String EXECUTIONS = "tables/act_ru_execution.jsonl";
    private static final String JOBS = "tables/act_ru_job.jsonl";

    /** It follows an execution to its process, a step to the one that called it, and an incident to its cause, until there is none. */
    @Test
    void theEngineIsLedRoundInNoCircle() throws IOException, SQLException {
        String part = text(good, EXECUTIONS).replace("\"business_key_\":\"X-2026-0001/R7\",", "").replace("\"id_\":\"own-run\"", "\"id_\":\"own-part\"");
        for (String links : List.of("own-run own-run parent own-run", "own-run own-run super own-run", "own-run own-run",
                "own-run own-run parent own-part,own-part own-run parent own-run", "own-run own-run,own-part own-run parent own-part",
                "own-run own-run,own-part own-run super own-run", "own-run own-run super own-part,own-part own-run parent own-run",
                "own-run own-part,own-part own-part", "own-run own-run,own-part own-part parent own-run")) {
            refusedWith(links, entries -> {
                entries.put(EXECUTIONS, bytes(List.of(text(entries, EXECUTIONS).strip(), part.strip())));
                entries.put("links/act_ru_execution.jsonl", bytes(Stream.of(links.split(",")).map(HostileEngineTest::link).toList()));
            });
        }
    }

    private static String link(String words) {
        String[] parts = words.split(" ");
        return "{\"id_\":\"" + parts[0] + "\",\"proc_inst_id_\":\"" + parts[1] + "\"" + (parts.length == 2 ? ""
                : ",\"" + (parts[2].equals("parent") ? "parent_id_" : "super_exec_") + "\":\"" + parts[3] + "\"") + "}";
    }

    /** An execution that belongs where it should is taken. */
    @Test
    void aPartOfAProcessIsTaken() throws IOException, SQLException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        String part = text(good, EXECUTIONS).replace("\"business_key_\":\"X-2026-0001/R7\",", "").replace("\"id_\":\"own-run\"", "\"id_\":\"own-part\"");
        entries.put(EXECUTIONS, bytes(List.of(text(entries, EXECUTIONS).strip(), part.strip())));
        entries.put("links/act_ru_execution.jsonl", bytes(List.of(link("own-run own-run"), link("own-part own-run parent own-run"))));
        Map<String, String> before = now();
        assertThat(tried(written(entries, left))).isEqualTo(before);
    }

    @Test
    void anIncidentIsOfItsOwnJobAndNoOtherOfIt() throws IOException, SQLException {
        for (String failed : List.of("a own-job a a,b own-job b b", "a own-job b b,b - a a", "a - a a", "a own-job a a,b - a a")) {
            refusedWith(failed, entries -> entries.putAll(failed(entries, failed)));
        }
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.putAll(failed(entries, "a own-job a a"));
        Map<String, String> before = now();
        assertThat(tried(written(entries, left))).isEqualTo(before);
    }

    /** The job has failed, with incidents that name job, cause and first cause. */
    private static Map<String, byte[]> failed(Map<String, byte[]> entries, String incidents) {
        List<String[]> all = Stream.of(incidents.split(",")).map(incident -> incident.split(" ")).toList();
        return Map.of("tables/act_ru_job.jsonl", text(entries, "tables/act_ru_job.jsonl").replace("\"retries_\":3", "\"retries_\":0").getBytes(StandardCharsets.UTF_8),
                "tables/act_ru_incident.jsonl", bytes(all.stream().map(each -> "{\"activity_id_\":\"awaitReply\"," + (each[1].equals("-") ? ""
                        : "\"configuration_\":\"" + each[1] + "\",") + "\"execution_id_\":\"own-run\",\"id_\":\"" + each[0]
                        + "\",\"incident_timestamp_\":\"2026-11-21T09:00:00Z\",\"incident_type_\":\"failedJob\",\"proc_def_id_\":\"" + FakeEngine.PROCESS
                        + "\",\"proc_inst_id_\":\"own-run\",\"rev_\":1,\"tenant_id_\":\"leaver\"}").toList()),
                "links/act_ru_incident.jsonl", bytes(all.stream().map(each -> "{\"cause_incident_id_\":\"" + each[2] + "\",\"id_\":\"" + each[0]
                        + "\",\"root_cause_incident_id_\":\"" + each[3] + "\"}").toList()));
    }

    /** The engine reads all of a case before it does the first of its steps, after each start anew. */
    @Test
    void aCaseHasNoMorePartsThanCasesHave() throws IOException, SQLException {
        String part = text(good, EXECUTIONS).strip().replace("\"business_key_\":\"X-2026-0001/R7\",", "");
        refusedWith("parts", entries -> {
            entries.put(EXECUTIONS, bytes(many(10_000, text(good, EXECUTIONS).strip(), part, "own-run", "own-part-")));
            entries.put("links/act_ru_execution.jsonl", bytes(many(10_000, link("own-run own-run"), link("OWN own-run parent own-run"), "OWN", "own-part-")));
        });
    }

    @Test
    void aStepHasNoMoreTimersThanStepsHave() throws IOException, SQLException {
        String job = text(good, JOBS).strip();
        refusedWith("jobs", entries -> entries.put(JOBS, bytes(many(100, job, job, "own-job", "own-job-"))));
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.put(JOBS, bytes(many(2, job, job, "own-job", "own-job-")));
        Map<String, String> before = now();
        assertThat(tried(written(entries, left))).isEqualTo(before);
    }

    /** The first line, and so many more with another id. */
    private static List<String> many(int count, String first, String more, String id, String ids) {
        return Stream.concat(Stream.of(first), IntStream.range(0, count).mapToObj(i -> more.replace("\"id_\":\"" + id + "\"", "\"id_\":\"" + ids + i + "\""))).toList();
    }
}
