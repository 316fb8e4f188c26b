package org.probity.investigation;

import java.util.List;
import org.probity.access.Capacity;

/**
 * Who is left on a case for what it may still come to.
 *
 * @param now as things stand
 * @param after what of that would change for each thing that the reader may do; none where they may do nothing
 */
public record Left(List<LeftFor> now, List<Outlook> after) {

    /** What nobody is left for as things stand. */
    public List<Capacity> forNobody() {
        return now.stream().filter(one -> one.names().isEmpty()).map(LeftFor::capacity).toList();
    }

    /** What it would lead to if the reader acted in that capacity; null where they may not. */
    public Outlook ifActing(Capacity capacity) {
        return after.stream().filter(one -> one.acting() == capacity).findFirst().orElse(null);
    }
}
