package org.probity.boardrows;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Holds rows of the engine, as they stand in an archive, against the processes that run here: each at a step of its own
 * process, and each job what that step waits for. Whatever else the engine would do on the word of a row is not taken.
 */
public final class EngineRows {

    private static final String EXECUTIONS = "act_ru_execution";
    private static final String DEPLOYMENT = "deployment@";

    /** What a job may be told to do beside striking a timer: begin the step it waits before. */
    private static final String BEGIN = "transition-create-scope";

    /** How the definition of a job begins whose timer strikes again and again. */
    private static final String CYCLE = "CYCLE";

    /** What the engine adds where such a timer has failed, and the next one was made all the same. */
    private static final String FOLLOWED = "$followUpJobCreated";

    private final Map<String, Set<String>> steps;
    private final Set<String> names;
    private final Map<String, String> processes = new HashMap<>();

    /** @param names what {@link EngineState#names} gives */
    public EngineRows(Map<String, Set<String>> steps, Set<String> names) {
        this.steps = steps;
        this.names = names;
    }

    /** Executions are to be shown before what hangs on them. */
    boolean fits(Table table, JsonObject row) {
        String process = process(row);
        if (table.name().equals(EXECUTIONS)) {
            processes.put(row.getString("id_", ""), process);
        } else if (table.name().startsWith("act_ru_") && !Objects.equals(process, processes.get(row.getString("execution_id_", "")))) {
            return false;
        }
        return process != null && steps.containsKey(process) && isKeyOf(process, row) && table.columns().stream().filter(c -> row.containsKey(c.name()))
                .allMatch(column -> fits(AllowList.get().rule(table, column), column.name(), row, process)) && doesWhatItsStepDoes(row);
    }

    private String process(JsonObject row) {
        String own = row.getString("proc_def_id_", row.getString("process_def_id_", null));
        return own != null ? own : processes.get(row.getString("execution_id_", ""));
    }

    private static boolean isKeyOf(String process, JsonObject row) {
        String key = row.getString("proc_def_key_", row.getString("process_def_key_", null));
        return key == null || process.startsWith(key + "@");
    }

    private boolean fits(Rule rule, String column, JsonObject row, String process) {
        return switch (rule.type()) {
            case STEP -> steps.get(process).contains(row.getString(column));
            case DEFINITION -> fits(column, row.getString(column), process);
            default -> true;
        };
    }

    private boolean fits(String column, String name, String process) {
        return switch (column) {
            case "job_def_id_" -> names.contains(name) && name.startsWith(process + "/");
            case "deployment_id_" -> names.contains(name) && name.startsWith(DEPLOYMENT);
            default -> name.equals(process);
        };
    }

    /**
     * The name of what a job waits for is that of its process, its step and its kind; only what its drawing lets strike again
     * does so, since the engine counts from the first time to now in as many rounds as a row says.
     */
    private static boolean doesWhatItsStepDoes(JsonObject row) {
        if (!row.containsKey("handler_type_")) {
            return true;
        }
        String[] job = row.getString("job_def_id_").split("/", 4);
        String told = row.getString("handler_cfg_", "");
        boolean repeated = job[3].startsWith(CYCLE);
        if (row.getString("handler_type_").equals("async-continuation")) {
            return told.equals(BEGIN) && row.getString("type_", "").equals("message") && !row.containsKey("repeat_");
        }
        return (told.equals(job[1]) || repeated && told.equals(job[1] + FOLLOWED)) && row.getString("type_", "").equals("timer")
                && (repeated || !row.containsKey("repeat_"));
    }
}
