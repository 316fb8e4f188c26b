package org.probity.access;

import java.util.List;
import org.probity.kernel.Refusal;

/** The person may, once they have shown who they are. A page asks them to, and lets them go on. */
public class Unproven extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Condition proof;

    Unproven(Condition proof) {
        super(Kind.FORBIDDEN, List.of(new Problem(null, "identity.refused." + proof)));
        this.proof = proof;
    }

    /** What they have not shown. */
    public Condition proof() {
        return proof;
    }
}
