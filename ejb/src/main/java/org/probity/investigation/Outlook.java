package org.probity.investigation;

import java.util.List;
import org.probity.access.Capacity;

/**
 * What it leads to if the reader acts on a case in one capacity: what they cannot do there later, and who is left for it.
 *
 * @param acting as what they would act
 * @param rulesOut what they may do now and could not after it; none where they have acted so before
 * @param left who would be left for what they could not do, and for what the case may still come to
 * @param nobody what the case may still come to and nobody would be left for
 * @param alone who alone would be left for two things that one person cannot both do; null where there is no such person
 */
public record Outlook(Capacity acting, List<Capacity> rulesOut, List<LeftFor> left, List<Capacity> nobody, String alone) {

    /** Whether the case may come to where nobody can take it on. */
    public boolean deadEnd() {
        return !nobody.isEmpty() || alone != null;
    }
}
