package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.probity.audit.AuditQueries;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.investigation.Concerns;
import org.probity.investigation.InvestigationQueries;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.kernel.Language;
import org.probity.tenancy.CurrentBoard;
import org.probity.worklist.Clockwork;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorklistQueries;

/** What one board or one named member may not see answers exactly like what does not exist. */
@Tag("alone")
@ExtendWith(ArquillianExtension.class)
class WallsIT {

    private static final WorkFilter TEAM = new WorkFilter(WorkFilter.View.TEAM, WorkFilter.Due.ANY);

    @Inject
    private AsMember asMember;

    @Inject
    private Concerns concerns;

    @Inject
    private Investigations investigations;

    @Inject
    private InvestigationQueries queries;

    @Inject
    private WorklistQueries worklist;

    @Inject
    private AuditQueries audit;

    @Inject
    private Clockwork clockwork;

    @Deployment
    static EnterpriseArchive probity() {
        return Deployments.probity(WallsIT.class, AsMember.class);
    }

    @Test
    void anotherBoardNeitherFindsNorCountsACase() {
        long before = asMember.call("nscb", "officer", () -> worklist.count(TEAM));
        String reference = open("chscb", "A. Subject");
        assertThatThrownBy(() -> asMember.call("nscb", "officer", () -> investigations.visible(reference)))
                .hasStackTraceContaining("kernel.refused.notFound");
        assertThat(asMember.<Long>call("nscb", "officer", () -> queries.search(reference, null, 0, 10).total())).isZero();
        assertThat(asMember.<Long>call("nscb", "officer", () -> worklist.count(TEAM))).isEqualTo(before);
        assertThat(asMember.<Long>call("nscb", "auditor", () -> audit.timeline(reference, "", 0, 10).total())).isZero();
        assertThat(asMember.<Long>call("chscb", "officer", () -> queries.search(reference, null, 0, 10).total())).isOne();
    }

    @Test
    void aMemberWhoIsNamedSeesNothingFromTheFirstMoment() {
        long before = asMember.call("chscb", "officer2", () -> worklist.count(TEAM));
        String reference = open("chscb", "chscb second COMPLIANCE officer");
        assertThatThrownBy(() -> asMember.call("chscb", "officer2", () -> investigations.visible(reference)))
                .hasStackTraceContaining("kernel.refused.notFound");
        assertThat(asMember.<Long>call("chscb", "officer2", () -> queries.search(reference, null, 0, 10).total())).isZero();
        assertThat(asMember.<Long>call("chscb", "officer2", () -> worklist.count(TEAM))).isEqualTo(before);
        assertThat(asMember.<String>call("chscb", "officer", () -> queries.page(reference).reference())).isEqualTo(reference);
    }

    @Test
    void aRoleThatMayNotIsRefusedAndTheAttemptIsKept() {
        String reference = open("chscb", "A. Subject");
        assertThatThrownBy(() -> asMember.call("chscb", "employee", () -> queries.page(reference)))
                .hasStackTraceContaining("identity.refused.role");
        assertThat(asMember.<String>call("chscb", "auditor", () -> audit.all("audit.denied", 0, 1).items().get(0).who()))
                .isEqualTo("Chscb Employee");
    }

    @Test
    void noProcessStartsWithoutABoard() {
        assertThatThrownBy(() -> CurrentCaller.run(Caller.system(), () -> clockwork.start("detection", "X", Map.of())))
                .hasStackTraceContaining("No board is set");
        assertThat(CurrentBoard.orNone()).isNull();
    }

    private String open(String board, String subject) {
        return asMember.call(board, "officer", () -> concerns.report(new NewConcern("Something was posted", null, null, null,
                null, subject, null, null, null, false, false, false, Language.EN)).reference());
    }
}
