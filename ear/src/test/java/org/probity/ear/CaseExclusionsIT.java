package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.audit.AuditFilter;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditQueries;
import org.probity.audit.TimelineEntry;
import org.probity.casework.InvestigationQueries;
import org.probity.casework.Parties;
import org.probity.casework.Pauses;
import org.probity.concern.Concerns;
import org.probity.concern.Notes;
import org.probity.concern.UnseenCases;
import org.probity.documents.DocumentQueries;
import org.probity.exclusion.Recusals;
import org.probity.exclusion.Restrictions;
import org.probity.investigation.CaseLine;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Investigations;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Party;
import org.probity.kernel.Language;
import org.probity.kernel.Page;
import org.probity.member.Directory;
import org.probity.proof.BoardAudit;
import org.probity.tenancy.CurrentBoard;
import org.probity.worklist.Processes;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorklistQueries;

/** What one board or one named member may not see answers exactly like what does not exist. */
@Tag("alone")
@ExtendWith(ArquillianExtension.class)
class CaseExclusionsIT {

    private static final WorkFilter TEAM = new WorkFilter(WorkFilter.View.TEAM, WorkFilter.Due.ANY);

    private static final List<String> SPELLINGS = List.of("Chscb\u00a0 Second\u2003Compliance Officer", "Chscb Second Compliance O\ufb03cer", "Ｃｈｓｃｂ Ｓｅｃｏｎｄ Ｃｏｍｐｌｉａｎｃｅ Ｏｆｆｉｃｅｒ",
        "Ch\u00adscb Sec\u200bond Compl\u2060iance Officer", "Сhscb Sесоnd Соmрliаnсе Оffiсеr", "Dr Chscb Second Compliance Officer",
        "Chscb Second Compliance Officer (safeguarding team)", "Officer, Chscb Second Compliance", "C. Second Compliance Officer",
        "ChscbSecondComplianceOfficer", "CHSCB-officer2+home@example.org", "Chscb Secnod Complience Officer", "the officer called Chscb Second Compliance Officer");

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
    private BoardAudit audit;

    @Inject
    private AuditQueries timelines;

    @Inject
    private DocumentQueries documents;

    @Inject
    private Restrictions restrictions;

    @Inject
    private Recusals recusals;

    @Inject
    private Conflicts conflicts;

    @Inject
    private Parties parties;

    @Inject
    private Notes notes;

    @Inject
    private Pauses pauses;

    @Inject
    private UnseenCases unseen;

    @Inject
    private Processes processes;

    @Deployment
    static EnterpriseArchive probity() {
        return Deployments.probity(CaseExclusionsIT.class, AsMember.class);
    }

    @Test
    void anotherBoardNeitherFindsNorCountsACase() {
        long before = asMember.call("nscb", "officer", () -> worklist.count(TEAM));
        String reference = open("chscb", "A. Subject");
        assertThatThrownBy(() -> asMember.call("nscb", "officer", () -> investigations.visible(reference)))
                .hasStackTraceContaining("kernel.refused.notFound");
        assertThat(asMember.<Long>call("nscb", "officer", () -> queries.search(reference, null, 0, 10).total())).isZero();
        assertThat(asMember.<Long>call("nscb", "officer", () -> worklist.count(TEAM))).isEqualTo(before);
        assertThatThrownBy(() -> asMember.call("nscb", "auditor", () -> timelines.timeline(reference, "", 0, 10))).hasStackTraceContaining("refused.notFound");
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
        assertThat(asMember.<String>call("chscb", "lead", () -> queries.page(reference).reference())).isEqualTo(reference);
    }

    @Test
    void howeverTheyAreSpelledWhoIsNamedFindsNoTraceAndIsAskedNothing() {
        long before = asMember.call("chscb", "officer2", () -> worklist.count(TEAM));
        for (String spelling : SPELLINGS) {
            String reference = open("chscb", spelling);
            assertSeesNothing("chscb", "officer2", reference);
            for (Runnable question : List.<Runnable>of(() -> conflicts.open(reference), () -> conflicts.declareNone(reference, "Not me"))) {
                assertThatThrownBy(() -> asMember.run("chscb", "officer2", question)).as(spelling).hasStackTraceContaining("kernel.refused.notFound");
            }
        }
        assertThat(asMember.<Long>call("chscb", "officer2", () -> worklist.count(TEAM))).isEqualTo(before);
    }

    @Test
    void whoseNameIsOnlyLikeOneInTheCaseIsLetInByAnotherOfficerAndNotByThemself() {
        String reference = open("lscb", "Lscb Second Officer");
        Long account = asMember.call("lscb", "officer2", () -> CurrentCaller.get().accountId());
        assertSeesNothing("lscb", "officer2", reference);
        for (Runnable own : List.<Runnable>of(() -> recusals.namesakes(reference), () -> recusals.clear(reference, account, "It is not me"))) {
            assertThatThrownBy(() -> asMember.run("lscb", "officer2", own)).hasStackTraceContaining("kernel.refused.notFound");
        }
        assertThat(asMember.<List<Recusals.Aside>>call("lscb", "lead", () -> recusals.namesakes(reference)))
                .extracting(Recusals.Aside::accountId, Recusals.Aside::near).contains(tuple(account, true));
        asMember.run("lscb", "lead", () -> recusals.clear(reference, account, "It was Second Officer Lucy Lscb, of the school"));
        asMember.run("lscb", "officer2", () -> conflicts.declareNone(reference, "Nor related"));
        assertThat(asMember.<String>call("lscb", "officer2", () -> queries.page(reference).reference())).isEqualTo(reference);
        assertThat(asMember.<Long>call("lscb", "auditor", () -> timelines.timeline(reference, "recusal", 0, 10).total())).isOne();
        String own = open("lscb", "Lscb Second Compliance Officer");
        assertThatThrownBy(() -> asMember.run("lscb", "lead", () -> recusals.clear(own, account, "No"))).hasStackTraceContaining("investigation.refused.notAside");
        assertSeesNothing("lscb", "officer2", own);
    }

    @Test
    void aRoleThatMayNotIsRefusedAndTheAttemptIsKept() {
        String reference = open("chscb", "A. Subject");
        assertThatThrownBy(() -> asMember.call("chscb", "employee", () -> queries.page(reference)))
                .hasStackTraceContaining("identity.refused.role");
        AuditFilter denied = new AuditFilter(Set.of("audit.denied"), null, null, null, null);
        assertThat(asMember.call("chscb", "auditor", () -> audit.search(denied, null, 1).items().get(0)))
                .returns("Chscb Employee", AuditLine::who)
                .returns("{\"asked\":\"" + reference + "\",\"method\":\"InvestigationQueries.page\"}", AuditLine::after);
    }

    @Test
    void aRestrictedCaseExistsForItsTeamAlone() {
        String reference = open("lscb", "A. Subject");
        long before = asMember.call("lscb", "officer2", () -> worklist.count(TEAM));
        assertThatThrownBy(() -> restrict("lscb", reference, "officer", "officer2")).hasStackTraceContaining("needsLead");
        restrict("lscb", reference, "officer", "lead");
        assertSeesNothing("lscb", "officer2", reference);
        assertThat(asMember.<Long>call("lscb", "officer2", () -> worklist.count(TEAM))).isLessThan(before);
        assertThat(asMember.<String>call("lscb", "officer", () -> queries.page(reference).reference())).isEqualTo(reference);
        Page<TimelineEntry> audited = asMember.call("lscb", "auditor", () -> timelines.timeline(reference, "restriction", 0, 10));
        assertThat(audited.items()).hasSize(1).allMatch(entry -> entry.after() == null);
        assertThatThrownBy(() -> change("lscb", reference, "officer", "lead", restrictions::remove)).hasStackTraceContaining("lastLead");
        change("lscb", reference, "lead", "officer2", restrictions::add);
        assertThat(asMember.<String>call("lscb", "officer2", () -> queries.page(reference).reference())).isEqualTo(reference);
        change("lscb", reference, "lead", "officer2", restrictions::remove);
        assertSeesNothing("lscb", "officer2", reference);
        asMember.run("lscb", "lead", () -> restrictions.lift(reference, "It is over"));
        assertThat(asMember.<String>call("lscb", "officer2", () -> queries.page(reference).reference())).isEqualTo(reference);
    }

    @Test
    void whoStepsAsideSeesNothingAtOnceAndOnlyALeadLetsThemBack() {
        String reference = open("nscb", "A. Subject");
        asMember.run("nscb", "officer2", () -> recusals.stepAside(reference, "We are neighbours"));
        assertSeesNothing("nscb", "officer2", reference);
        assertThatThrownBy(() -> asMember.run("nscb", "officer2", () -> recusals.letBack(reference, 1L, "I want to")))
                .hasStackTraceContaining("identity.refused.role");
        Recusals.Aside aside = asMember.<List<Recusals.Aside>>call("nscb", "lead", () -> recusals.aside(reference)).get(0);
        assertThat(aside.words()).isEqualTo("We are neighbours");
        asMember.run("nscb", "lead", () -> recusals.letBack(reference, aside.accountId(), "They moved away"));
        assertThat(asMember.<String>call("nscb", "officer2", () -> queries.page(reference).reference())).isEqualTo(reference);
    }

    @Test
    void whoSharesANameWithAPartySaysFirstWhetherThatIsAConflict() {
        String reference = open("cwmtaf", "Q. Hidden");
        asMember.run("cwmtaf", "officer", () -> parties.addNew(reference, new Directory.NewPerson("B. Officer", null, null, null, null,
                Language.EN, null), Party.Kind.WITNESS));
        for (String role : List.of("officer", "officer2")) {
            assertHasToAnswer(role, () -> queries.page(reference));
            assertHasToAnswer(role, () -> investigations.visible(reference));
            assertHasToAnswer(role, () -> notes.add(reference, "I go on"));
            assertHasToAnswer(role, () -> pauses.pause(reference, "I go on"));
            assertHasToAnswer(role, () -> timelines.timeline(reference, "", 0, 10));
            assertHasToAnswer(role, () -> worklist.open(reference));
            assertHasToAnswer(role, () -> documents.of(reference, Set.of(), 0, 10));
            assertThat(hits("cwmtaf", role, reference)).singleElement().matches(CaseLine::conflictOpen)
                    .returns(null, CaseLine::subjectName);
            assertThat(hits("cwmtaf", role, "q. hidden")).isEmpty();
        }
        assertThat(hits("cwmtaf", "lead", "q. hidden")).singleElement().returns(false, CaseLine::conflictOpen);
        assertThat(asMember.<String>call("cwmtaf", "lead", () -> queries.page(reference).reference())).isEqualTo(reference);
        assertThat(asMember.<List<Conflicts.Ground>>call("cwmtaf", "officer", () -> conflicts.open(reference)))
                .extracting(Conflicts.Ground::name, Conflicts.Ground::shared).containsExactly(tuple("B. Officer", Conflicts.Shared.NAME));
        assertThatThrownBy(() -> asMember.run("cwmtaf", "officer", () -> conflicts.declareNone(reference, " ")))
                .hasStackTraceContaining("reasons");
        asMember.run("cwmtaf", "officer", () -> conflicts.declareNone(reference, "We are not related"));
        assertThat(asMember.<String>call("cwmtaf", "officer", () -> queries.page(reference).reference())).isEqualTo(reference);
        asMember.run("cwmtaf", "officer2", () -> recusals.stepAside(reference, "A cousin of mine"));
        assertSeesNothing("cwmtaf", "officer2", reference);
        assertThat(asMember.<Long>call("cwmtaf", "auditor", () -> timelines.timeline(reference, "conflict", 0, 10).total())).isOne();
        asMember.run("cwmtaf", "officer", () -> parties.addNew(reference, new Directory.NewPerson("D. Officer", null, null, null, null,
                Language.EN, null), Party.Kind.COMPANION));
        assertHasToAnswer("officer", () -> queries.page(reference));
    }

    private void assertHasToAnswer(String role, Runnable work) {
        assertThatThrownBy(() -> asMember.run("cwmtaf", role, work)).hasStackTraceContaining("investigation.refused.conflict");
    }

    private void assertSeesNothing(String board, String role, String reference) {
        assertThatThrownBy(() -> asMember.call(board, role, () -> investigations.visible(reference)))
                .hasStackTraceContaining("kernel.refused.notFound");
        assertThat(asMember.<Long>call(board, role, () -> queries.search(reference, null, 0, 10).total())).isZero();
        for (Runnable look : List.<Runnable>of(() -> timelines.timeline(reference, "", 0, 10), () -> worklist.open(reference),
                () -> documents.of(reference, Set.of(), 0, 10))) {
            assertThatThrownBy(() -> asMember.run(board, role, look)).hasStackTraceContaining("kernel.refused.notFound");
        }
    }

    private List<CaseLine> hits(String board, String role, String text) {
        return asMember.call(board, role, () -> queries.search(text, null, 0, 10).items());
    }

    private void restrict(String board, String reference, String role, String colleague) {
        change(board, reference, role, colleague, restrictions::restrict);
    }

    private void change(String board, String reference, String role, String colleague, Change change) {
        Long member = asMember.call(board, colleague, () -> CurrentCaller.get().memberId());
        asMember.run(board, role, () -> change.of(reference, member, "A colleague is involved"));
    }

    private interface Change {

        void of(String reference, Long member, String reasons);
    }

    @Test
    void noProcessStartsWithoutABoard() {
        assertThatThrownBy(() -> CurrentCaller.run(Caller.system(), () -> processes.start("detection", "X", Map.of())))
                .hasStackTraceContaining("No board is set");
        assertThat(CurrentBoard.orNone()).isNull();
    }

    @Test
    void aCaseThatNobodyAtTheDeskMaySeeIsListedForTheAdministrators() {
        String reference = open("lscb", "Lscb Compliance Officer, Lscb Second Compliance Officer, Lscb Lead, Lscb Second Lead, Example Officer of Many Boards");
        assertThat(asMember.<List<UnseenCases.UnseenCase>>call("lscb", "admin", unseen::list)).extracting("reference").contains(reference);
    }

    @Test
    void anAuditorDoesNotReadThatSomebodyLookedForThem() {
        asMember.run("cwmtaf", "officer", () -> queries.search("Cwmtaf Auditor", null, 0, 10));
        asMember.run("cwmtaf", "officer", () -> queries.search("duck", null, 0, 10));
        AuditFilter searches = new AuditFilter(Set.of("investigation.searched"), null, null, null, null);
        assertThat(asMember.call("cwmtaf", "auditor", () -> audit.search(searches, null, 2).items().get(1)).after()).isNull();
    }

    private String open(String board, String subject) {
        return asMember.call(board, "officer", () -> concerns.report(new NewConcern("Something was posted", null, null, null,
                null, subject, null, null, null, false, false, false, Language.EN)).reference());
    }
}
