package org.probity.findings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.investigation.Allegation;
import org.probity.kernel.Checks;

/** What a set of findings must hold before anybody is asked to review it. */
final class FindingRules {

    private static final int MAX = Checks.LONG_TEXT;

    private FindingRules() {
    }

    /**
     * @param heard whether the subject has been asked and has answered, or let the time pass
     * @throws org.probity.kernel.Refusal INVALID naming each field
     */
    static void check(NewFindings form, List<Allegation> allegations, Hearing.Progress hearing) {
        checkIds(form, allegations.stream().map(Allegation::id).collect(Collectors.toSet()), hearing);
    }

    static void checkIds(NewFindings form, Set<Long> allegations, Hearing.Progress hearing) {
        Checks checks = new Checks();
        Set<Long> found = new HashSet<>();
        for (int i = 0; i < form.findings().size(); i++) {
            NewFinding finding = form.findings().get(i);
            String field = "findings[" + i + "].";
            checks.that(allegations.contains(finding.allegationId()), field + "allegationId",
                            "findings.refused.unknownAllegation")
                    .that(found.add(finding.allegationId()), field + "allegationId", "findings.refused.twice")
                    .required(field + "result", finding.result())
                    .text(field + "reasons", finding.reasons(), MAX);
        }
        checks.that(!allegations.isEmpty(), "findings", "findings.refused.nothingAlleged")
                .that(found.containsAll(allegations), "findings", "findings.refused.uncovered");
        if (form.refer()) {
            checkReferral(form, hearing, checks);
        }
        checks.done();
    }

    private static void checkReferral(NewFindings form, Hearing.Progress hearing, Checks checks) {
        checks.that(form.findings().stream().anyMatch(f -> f.result() != null && f.result().mayBeReferred()),
                        "refer", "findings.refused.nothingProven")
                .that(hearing == Hearing.Progress.HEARD, "refer", hearing.refused())
                .required("organisationId", form.organisationId())
                .text("reasonsForReferral", form.reasonsForReferral(), MAX)
                .text("weighing", form.weighing(), MAX);
    }
}
