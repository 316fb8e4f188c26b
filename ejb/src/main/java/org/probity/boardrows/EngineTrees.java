package org.probity.boardrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.probity.archivefile.ArchiveReader;

/**
 * Whether the engine's rows of a board hang together as the engine itself writes them. It follows them from one to the next
 * without looking whether it has been there: on a circle it goes round for ever, and no board's steps are done any more.
 */
public final class EngineTrees {

    private static final String EXECUTION = "act_ru_execution";
    private static final String ACTIVITY = "act_hi_actinst";

    /** What hangs on an execution, and the column that names the process instance it belongs to. */
    private static final Map<String, String> HANGING = Map.of("act_ru_job", "process_instance_id_", "act_ru_task", "proc_inst_id_",
            "act_ru_variable", "proc_inst_id_", "act_ru_event_subscr", "proc_inst_id_", "act_ru_incident", "proc_inst_id_");

    /** Rows of one kind that hang on one execution: a step has three timers, and a process some twenty variables. */
    private static final int MOST_OF_EXECUTION = 100;

    /** Rows of one kind of one case. It has a hundred requests at most, of less than twenty each; and the engine reads them all at once. */
    private static final int MOST_OF_CASE = 10_000;

    /** Rows of one kind that are looked at together: many times those of the largest board. */
    private static final int MOST = 500_000;

    private static final int AT_A_TIME = 500;

    private final Connection connection;
    private final Catalogue catalogue;
    private final String board;
    private final Map<String, Execution> executions = new HashMap<>();

    /** Above is the step that called the process, of another process. */
    private record Execution(String id, String instance, String parent, String above, String root, String key) {
    }

    private record Incident(String id, String execution, String instance, String cause, String root, String job) {
    }

    private record Job(String id, String execution, String retries) {
    }

    public EngineTrees(Connection connection, Catalogue catalogue, String board) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.board = board;
    }

    /** The first table and column with a row that the engine would not have written so. */
    public Optional<String> broken() throws SQLException {
        for (List<String> row : rows(EXECUTION, "", "id_", "proc_inst_id_", "parent_id_", "super_exec_", "root_proc_inst_id_", "business_key_")) {
            executions.put(row.get(0), new Execution(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
        }
        if (!areTrees()) {
            return Optional.of(EXECUTION + ".parent_id_");
        }
        if (isCrowded(executions.values())) {
            return Optional.of(EXECUTION + ".root_proc_inst_id_");
        }
        for (Map.Entry<String, String> hanging : HANGING.entrySet()) {
            if (hangsElsewhere(hanging.getKey(), hanging.getValue())) {
                return Optional.of(hanging.getKey() + "." + hanging.getValue());
            }
        }
        return areIncidentsOfTheirJobs() ? past() : Optional.of("act_ru_incident.configuration_");
    }

    private boolean areTrees() {
        Map<String, String> upward = new HashMap<>();
        Set<String> called = new HashSet<>();
        for (Execution execution : executions.values()) {
            boolean fits = execution.parent == null ? isProcess(execution, called) : isPart(execution);
            if (!fits) {
                return false;
            }
            upward.put(execution.id, execution.parent == null ? execution.above : execution.parent);
        }
        return !isCircular(upward);
    }

    /** The process itself, which one step of another may have called; a case is found by its key. */
    private boolean isProcess(Execution execution, Set<String> called) {
        if (!execution.id.equals(execution.instance) || execution.key == null) {
            return false;
        }
        if (execution.above == null) {
            return execution.id.equals(execution.root);
        }
        Execution above = executions.get(execution.above);
        Execution caller = above == null ? null : executions.get(above.instance);
        return caller != null && Objects.equals(execution.root, caller.root) && called.add(execution.above);
    }

    private boolean isPart(Execution execution) {
        Execution parent = executions.get(execution.parent);
        return parent != null && execution.above == null && execution.instance.equals(parent.instance) && !execution.id.equals(execution.instance)
                && (execution.root == null || execution.root.equals(parent.root));
    }

    private boolean isCrowded(Collection<Execution> all) {
        Map<String, Integer> ofCases = new HashMap<>();
        return all.stream().anyMatch(execution -> ofCases.merge(root(execution), 1, Integer::sum) > MOST_OF_CASE);
    }

    private String root(Execution execution) {
        return executions.get(execution.instance).root;
    }

    /** Or more of it than ever hangs there. */
    private boolean hangsElsewhere(String table, String instance) throws SQLException {
        Map<String, Integer> ofExecutions = new HashMap<>();
        Map<String, Integer> ofCases = new HashMap<>();
        boolean[] elsewhere = new boolean[1];
        each(table, "", row -> {
            Execution execution = executions.get(row.get(0));
            elsewhere[0] |= execution == null || !execution.instance.equals(row.get(1))
                    || ofExecutions.merge(execution.id, 1, Integer::sum) > MOST_OF_EXECUTION
                    || ofCases.merge(root(execution), 1, Integer::sum) > MOST_OF_CASE;
        }, "execution_id_", instance);
        return elsewhere[0];
    }

    /** One for each job that has failed for good, and the same again for each process above it. */
    private boolean areIncidentsOfTheirJobs() throws SQLException {
        Map<String, Job> jobs = new HashMap<>();
        for (List<String> row : rows("act_ru_job", "", "id_", "execution_id_", "retries_")) {
            jobs.put(row.get(0), new Job(row.get(0), row.get(1), row.get(2)));
        }
        Map<String, Incident> incidents = new HashMap<>();
        for (List<String> row : rows("act_ru_incident", "", "id_", "execution_id_", "proc_inst_id_", "cause_incident_id_",
                "root_cause_incident_id_", "configuration_")) {
            incidents.put(row.get(0), new Incident(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
        }
        Set<String> told = new HashSet<>();
        return incidents.values().stream().allMatch(incident -> incident.job == null ? isPassedUp(incident, incidents)
                : isOwn(incident, jobs.get(incident.job)) && told.add(incident.job))
                && jobs.values().stream().allMatch(job -> !"0".equals(job.retries) || told.contains(job.id));
    }

    private static boolean isOwn(Incident incident, Job job) {
        return job != null && incident.execution.equals(job.execution) && incident.id.equals(incident.cause) && incident.id.equals(incident.root);
    }

    private boolean isPassedUp(Incident incident, Map<String, Incident> incidents) {
        Incident cause = incidents.get(incident.cause);
        return cause != null && Objects.equals(incident.root, cause.root)
                && incident.execution.equals(executions.get(cause.instance).above);
    }

    /** What is over is followed too, to be shown. Only steps inside steps can be on a circle; most are directly in their process. */
    private Optional<String> past() throws SQLException {
        Table activities = catalogue.table(ACTIVITY);
        return isCircular(ACTIVITY, "parent_act_inst_id_", " <> t." + activities.column("proc_inst_id_").quoted())
                || isCircular("act_hi_procinst", "super_process_instance_id_", " is not null")
                || isCircular("act_hi_incident", "cause_incident_id_", " <> t." + catalogue.table("act_hi_incident").column("id_").quoted())
                ? Optional.of(ACTIVITY + ".parent_act_inst_id_") : Optional.empty();
    }

    private boolean isCircular(String table, String link, String which) throws SQLException {
        Map<String, String> next = new HashMap<>();
        rows(table, " and t." + catalogue.table(table).column(link).quoted() + which, "id_", link).forEach(row -> next.put(row.get(0), row.get(1)));
        return isCircular(next);
    }

    /** Whether somebody who goes from each to the next comes back to one where they have been. */
    private static boolean isCircular(Map<String, String> next) {
        Set<String> leadOut = new HashSet<>();
        for (String first : next.keySet()) {
            Set<String> way = new LinkedHashSet<>();
            for (String at = first; at != null && !leadOut.contains(at); at = next.get(at)) {
                if (!way.add(at)) {
                    return true;
                }
            }
            leadOut.addAll(way);
        }
        return false;
    }

    private List<List<String>> rows(String name, String condition, String... columns) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        each(name, condition, row -> {
            if (all.size() >= MOST) {
                throw ArchiveReader.tooLarge();
            }
            all.add(row);
        }, columns);
        return all;
    }

    private void each(String name, String condition, Consumer<List<String>> taking, String... columns) throws SQLException {
        Table table = catalogue.table(name);
        StringBuilder named = new StringBuilder();
        for (String column : columns) {
            named.append(named.isEmpty() ? "t." : ", t.").append(table.column(column).quoted());
        }
        try (PreparedStatement select = connection.prepareStatement("select " + named + " from " + table.quoted() + " t where t."
                + table.column(BoardTables.owner(table)).quoted() + " = ?" + condition)) {
            select.setString(1, board);
            select.setFetchSize(AT_A_TIME);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int place = 1; place <= columns.length; place++) {
                        row.add(found.getString(place));
                    }
                    taking.accept(row);
                }
            }
        }
    }
}
