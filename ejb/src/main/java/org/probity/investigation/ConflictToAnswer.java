package org.probity.investigation;

import java.util.List;
import org.probity.kernel.Refusal;

/** Before going on with that case somebody has to say whether they have a conflict of interest. */
public class ConflictToAnswer extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String reference;

    ConflictToAnswer(String reference) {
        super(Kind.STATE, List.of(new Problem(null, "investigation.refused.conflict", reference)));
        this.reference = reference;
    }

    /** Of the case the question is about. */
    public String reference() {
        return reference;
    }
}
