package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.calendar.ReplyDays;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalDecision.AfterCheck;
import org.probity.removal.RemovalDecision.Silence;
import org.probity.removal.RemovalRequest.Status;

/** Nobody is told that a site was asked before somebody has written down that it was. */
class SiteReportTest {

    private static final Clock CLOCK = Clock.fixed(SampleRemoval.NOW, ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void aReportSaysWhichSiteWasToldAndOnWhichDay() {
        assertThat(checked(Status.REPLIED, AfterCheck.PLATFORM, null, null)).containsExactly("report.site:kernel.refused.required",
                "report.reportedOn:kernel.refused.required");
        assertThat(checked(Status.REPLIED, AfterCheck.PLATFORM, new SiteReport("Friends Online", TODAY.plusDays(1), null), null))
                .containsExactly("report.reportedOn:removal.refused.reportedLater");
        assertThat(checked(Status.REPLIED, AfterCheck.PLATFORM, new SiteReport("Friends Online", TODAY, null), null)).isEmpty();
        assertThat(problems(rules -> rules.silence(Silence.PLATFORM, "It is still there", null, null)))
                .containsExactly("report.site:kernel.refused.required", "report.reportedOn:kernel.refused.required");
        assertThat(problems(rules -> rules.silence(Silence.PLATFORM, "It is still there", null, SampleRemoval.REPORT))).isEmpty();
    }

    @Test
    void itIsLeftAtThatOnlyAfterAReportAndWithReasons() {
        assertThat(checked(Status.REPLIED, AfterCheck.LEAVE, null, "It is harmless")).containsExactly("next:removal.refused.siteFirst");
        assertThat(checked(Status.PLATFORM_REPORTED, AfterCheck.LEAVE, null, " ")).containsExactly("reasons:kernel.refused.required");
        assertThat(checked(Status.PLATFORM_REPORTED, AfterCheck.LEAVE, null, "The site will not")).isEmpty();
    }

    private static List<String> checked(Status status, AfterCheck next, SiteReport report, String reasons) {
        return problems(rules -> rules.check(SampleRemoval.STILL_THERE, new Following(next, null, report, reasons), SampleRemoval.in(status)));
    }

    private static List<String> problems(Consumer<RemovalRules> check) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TestDatabase.get().run("reports", entities -> check.accept(TestDatabase.wire(
                new RemovalRules(), CLOCK, TestDatabase.wire(new ReplyDays(), CLOCK, TestDatabase.wire(new WorkingDays(), entities))))));
        return refusal == null ? List.of() : refusal.problems().stream().map(problem -> problem.field() + ":" + problem.key()).toList();
    }
}
