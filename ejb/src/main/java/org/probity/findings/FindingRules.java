package org.probity.findings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.investigation.Allegation;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

/** What a set of findings must hold before anybody is asked to review it. */
final class FindingRules {

    private static final int MAX = Checks.LONG_TEXT;

    private FindingRules() {
    }

    /**
     * @param against why what is found may not be referred
     * @throws org.probity.kernel.Refusal INVALID naming each field
     */
    static void check(NewFindings form, List<Allegation> allegations, List<Refusal.Problem> against) {
        checkIds(form, allegations.stream().map(Allegation::id).collect(Collectors.toSet()), against);
    }

    static void checkIds(NewFindings form, Set<Long> allegations, List<Refusal.Problem> against) {
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
        checks.max("weighing", form.weighing(), MAX);
        if (form.refer()) {
            checkReferral(form, against, checks);
        }
        checks.done();
    }

    private static void checkReferral(NewFindings form, List<Refusal.Problem> against, Checks checks) {
        checks.that(!mayBeReferred(form).isEmpty(), "refer", "findings.refused.nothingProven");
        against.forEach(reason -> checks.that(false, reason.field(), reason.key(), reason.args()));
        checks.required("organisationId", form.organisationId())
                .text("reasonsForReferral", form.reasonsForReferral(), MAX)
                .required("weighing", form.weighing());
    }

    /** The allegations whose result the parent organisation may be told of, by their ids. */
    static Set<Long> mayBeReferred(NewFindings form) {
        return form.findings().stream().filter(finding -> finding.result() != null && finding.result().mayBeReferred())
                .map(NewFinding::allegationId).collect(Collectors.toSet());
    }
}
