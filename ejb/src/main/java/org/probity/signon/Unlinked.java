package org.probity.signon;

import java.util.List;
import org.probity.kernel.Refusal;

/** The provider vouches for somebody who has not said yet that it is them there. They may, and come in so from then on. */
public class Unlinked extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Introduction introduction;

    Unlinked(Introduction introduction) {
        super(Kind.STATE, List.of(new Problem(null, "signon.refused.first")));
        this.introduction = introduction;
    }

    /** What they have to agree to. */
    public Introduction introduction() {
        return introduction;
    }
}
