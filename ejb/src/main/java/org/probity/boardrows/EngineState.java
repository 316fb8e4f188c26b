package org.probity.boardrows;

import java.util.Map;
import java.util.Set;

/**
 * What the rows of the process engine point at that belongs to the installation and not to a board: definitions of
 * processes and of their jobs, and deployments. Their ids differ from one installation to the next; their names here are
 * the same wherever the same processes run.
 */
public interface EngineState {

    /** The name of everything a board's row can point at, by its id in this installation. */
    Map<String, String> names();

    /** The id in this installation by name; of several of one name the newest. */
    Map<String, String> ids();

    /** The ids of the steps of each process, by its name. */
    Map<String, Set<String>> steps();
}
