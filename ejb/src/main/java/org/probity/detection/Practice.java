package org.probity.detection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Days;
import org.probity.tenancy.Boards;

/** What law and practice ask where the board is, and where a danger is reported, in the reader's language. */
@Stateless
@Guarded
public class Practice {

    /** Rule that says who must be told of a danger to children, and within which time. */
    public static final String TELLING = "safeguardingContact";

    /** Rule with the tests that decide whether they must be told. */
    public static final String TESTS = "safeguardingTests";

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** The rule as it stands today. @throws IllegalStateException where the country's pack has none */
    @Permitted(Act.ENTER)
    public PracticeRule rule(String code) {
        return ruleOn(code, Days.of(clock.instant()));
    }

    /** The rule as it stood on that day. @throws IllegalStateException where the country's pack had none */
    @Permitted(Act.ENTER)
    public PracticeRule ruleOn(String code, LocalDate day) {
        return PracticePack.of(boards.board().country()).rule(code, day, CurrentCaller.get().language());
    }

    /** Where to report a danger, the most urgent first. */
    @Permitted(Act.ENTER)
    public List<ReportingRoute> routes() {
        return PracticePack.routes(CurrentCaller.get().language());
    }
}
