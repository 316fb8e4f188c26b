package org.probity.investigation;

import java.time.Instant;
import java.util.List;
import org.probity.access.Capacity;

/**
 * Who is left to act on a case in one capacity.
 *
 * @param names of the members who see the case, have a role for it and have acted on the case in no other capacity; none where nobody is
 * @param askedAt when the administrators were asked for somebody, where nobody is left now; else null
 */
public record LeftFor(Capacity capacity, List<String> names, Instant askedAt) {
}
