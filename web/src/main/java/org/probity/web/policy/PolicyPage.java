package org.probity.web.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Days;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.policy.Policy;

/** What is in force today and what comes, clause by clause in our own words. */
@Named
@RequestScoped
public class PolicyPage {

    @Inject
    private Policies policies;

    @Inject
    private Clock clock;

    private List<Policy> inForce;
    private List<Policy> coming;

    public void load() {
        inForce = policies.inForceOn(today());
        coming = policies.comingAfter(today());
    }

    public List<Policy> getComing() {
        return coming;
    }

    public List<Policy> getInForce() {
        return inForce;
    }

    public List<Clause> clauses(Policy policy) {
        return policies.clauses(policy.id());
    }

    public String title(Policy policy) {
        return policy.title(CurrentCaller.get().language());
    }

    public String words(Clause clause) {
        return clause.text(CurrentCaller.get().language());
    }

    /** Until when it is in force, where that is known. */
    public boolean ends(Policy policy) {
        return policy.inForceUntil() != null;
    }

    /** A policy past its review date stays in force and is shown as overdue. */
    public boolean overdue(Policy policy) {
        return policy.reviewOverdueOn(today());
    }

    public boolean isAdministrator() {
        return Act.ADMINISTER.allows(CurrentCaller.get());
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
