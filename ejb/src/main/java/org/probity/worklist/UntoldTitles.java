package org.probity.worklist;

import java.util.Set;

/** Cases whose title a reader is not to see yet; what makes one so is the cases' own rule. */
public interface UntoldTitles {

    /** @return those of the cases that are titled in their reporter's words, and of which the caller has a conflict of interest to answer for first */
    Set<String> among(Set<String> references);
}
