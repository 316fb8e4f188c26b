package org.probity.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.removal.RemovalDecision.Silence;

/** Whatever is typed passes; each new deadline is the same. */
class AnyInput extends RemovalRules {

    @Override
    void check(List<ItemCheck> seen, Following then, RemovalRequest any) {
        // what may be typed has tests of its own
    }

    @Override
    void silence(Silence result, String reasons, LocalDate newDeadline, SiteReport report) {
        // the same
    }

    @Override
    void decision(String field, Object result, String reasons, boolean asksAgain, LocalDate newDeadline) {
        // the same
    }

    @Override
    void identity(List<ItemCheck> seen, RemovalDecision.Identity result, String reasons, LocalDate newDeadline, RemovalRequest any) {
        // the same
    }

    @Override
    void extension(RemovalDecision.Extension result, String reasons, LocalDate newDeadline, Instant until) {
        // the same
    }

    @Override
    Instant replyBy(LocalDate deadline) {
        return SampleRemoval.NEXT_REPLY_BY;
    }

    @Override
    Instant atLeastTomorrow(Instant end) {
        return SampleRemoval.NEXT_REPLY_BY;
    }
}
