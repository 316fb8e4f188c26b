package org.probity.worklist;

import java.util.Map;
import java.util.Set;

/** What the cases themselves tell a list of the work in them; what its reader is not to see of them yet is their own rule. */
public interface ListedCases {

    /**
     * One of them.
     *
     * @param conflictOpen whether the caller has to say first whether they have a conflict of interest: until then the rest is null
     * @param untitled whether its title is its reporter's words, which the caller is not to read before either
     * @param urgency what makes it urgent, or null
     */
    record Listed(boolean conflictOpen, boolean untitled, Urgency urgency, String severity, String subject) {

        static final Listed NOTHING = new Listed(false, true, null, null, null);
    }

    /** By their references. */
    Map<String, Listed> among(Set<String> references);
}
