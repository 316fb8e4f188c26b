package org.probity.web.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Days;
import org.probity.kernel.Language;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.policy.Clause;
import org.probity.policy.Policies;
import org.probity.policy.Policy;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.Open;
import org.probity.web.api.PageParams;

/** What the board asks of people. */
@Path("boards/{board}/policy")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Policy", description = "The board's policy, clause by clause.")
public class PolicyResource {

    /** What is longer is no day. */
    private static final int LONGEST_DAY = 20;

    /** One clause in the caller's language. */
    public record ClauseLine(Long id, String number, Clause.Kind kind, Clause.Strength strength, String text, boolean canBeBroken) {
    }

    /** One policy version with its clauses. */
    public record PolicyView(Long id, String title, String version, String source, LocalDate inForceFrom, LocalDate inForceUntil,
            LocalDate reviewOn, boolean reviewOverdue, Long followsId, List<ClauseLine> clauses) {
    }

    @Inject
    private Policies policies;

    @Inject
    private Clock clock;

    @GET
    @LeadsTo(Act.SEE_POLICY)
    @Open
    @Operation(summary = "Read the policy", description = "Every policy in force on a day, the main one first. Needs no token.")
    public Page<PolicyView> read(@QueryParam("on") @Parameter(description = "The day, such as 2026-05-01; today where empty.") String on,
            @BeanParam PageParams page) {
        LocalDate today = Days.of(clock.instant());
        return page.of(policies.inForceOn(on == null || on.isBlank() ? today : day(on)).stream().map(p -> view(p, today)).toList());
    }

    private PolicyView view(Policy policy, LocalDate today) {
        Language language = CurrentCaller.get().language();
        List<ClauseLine> clauses = policies.clauses(policy.id()).stream().map(c -> new ClauseLine(c.id(), c.number(), c.kind(), c.strength(),
                c.text(language), c.canBeBroken())).toList();
        return new PolicyView(policy.id(), policy.title(language), policy.policyVersion(), policy.source(), policy.inForceFrom(),
                policy.inForceUntil(), policy.reviewOn(), policy.reviewOverdueOn(today), policy.followsId(), clauses);
    }

    private static LocalDate day(String given) {
        try {
            LocalDate day = LocalDate.parse(given.substring(0, Math.min(given.length(), LONGEST_DAY)));
            if (!Days.keeps(day)) {
                throw Refusal.invalid("on", "api.refused.day");
            }
            return day;
        } catch (DateTimeException e) {
            throw Refusal.invalid("on", "api.refused.day");
        }
    }
}
