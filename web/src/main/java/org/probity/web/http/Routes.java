package org.probity.web.http;

import static org.probity.web.http.Route.of;
import static org.probity.web.http.Route.open;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.probity.access.Act;

/**
 * Every address a person can type, the view it shows and the act it leads to. One line each; the first that fits counts,
 * so write a fixed word before a parameter in the same place.
 */
public final class Routes {

    /** Where a page asks how much of its session is left. */
    static final String SESSION = "/session";

    /** Where a supervisor asks whether this server lives, and a balancer whether it can work. */
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    /** Below {@code /<board>}. */
    static final List<Route> AT_BOARD = List.of(
            open("", "/internal/start", Act.ENTER),
            open("/", "/internal/start", Act.ENTER),
            open("/theme.css", "/internal/theme", Act.ENTER),
            open("/signin", "/identity/signin.xhtml", Act.ENTER),
            open("/signin/start", "/internal/sign-on-start", Act.ENTER),
            open("/signin/return", "/internal/sign-on-return", Act.ENTER),
            open("/invitations/{token}", "/identity/invitation.xhtml", Act.ENTER),
            of("/single-sign-on", "/signon/settings.xhtml", Act.CHANGE_POWERS),
            of("/single-sign-on/members", "/signon/members.xhtml", Act.ADMINISTER),
            of("/home", "/identity/home.xhtml", Act.ENTER),
            of("/worklist", "/worklist/worklist.xhtml", Act.SEE_OWN_WORK),
            open("/report", "/report/start.xhtml", Act.REPORT_CONCERN),
            open("/report/concern", "/report/concern.xhtml", Act.REPORT_CONCERN),
            open("/report/receipt", "/report/receipt.xhtml", Act.REPORT_CONCERN),
            open("/report/follow", "/report/follow.xhtml", Act.FOLLOW_CONCERN),
            of("/investigations", "/investigation/search.xhtml", Act.SEE_INVESTIGATION),
            of("/investigations/{reference}", "/investigation/case.xhtml", Act.SEE_INVESTIGATION),
            of("/investigations/{reference}/gates/urgent", "/detection/urgent.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/gates/danger-report", "/detection/danger.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/gates/safeguarding", "/detection/safeguarding.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/gates/designated-officer", "/detection/telling.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/gates/contact", "/detection/contact.xhtml", Act.FORBID_CONTACT),
            of("/investigations/{reference}/gates/suspected-image", "/detection/image.xhtml", Act.SUSPECT_IMAGE),
            of("/investigations/{reference}/protected-disclosures", "/detection/disclosure.xhtml", Act.RAISE_DISCLOSURE),
            of("/investigations/{reference}/triage", "/detection/triage.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/evidence/new", "/evidence/new.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/evidence/{id}/file", "/internal/evidence", Act.HANDLE_EVIDENCE),
            of("/investigations/{reference}/documents/{id}", "/internal/document", Act.SEE_INVESTIGATION),
            of("/investigations/{reference}/documents/{id}/posting", "/investigation/posting.xhtml", Act.POST_LETTER),
            of("/investigations/{reference}/notes", "/investigation/note.xhtml", Act.NOTE),
            of("/investigations/{reference}/reporter-questions", "/investigation/question.xhtml", Act.ASK_REPORTER),
            of("/investigations/{reference}/parties", "/investigation/party.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/pause", "/investigation/pause.xhtml", Act.PAUSE),
            of("/investigations/{reference}/withdrawal", "/investigation/withdrawal.xhtml", Act.WITHDRAW),
            of("/investigations/{reference}/reopening", "/investigation/reopening.xhtml", Act.REOPEN),
            of("/investigations/{reference}/team", "/investigation/team.xhtml", Act.RESTRICT),
            of("/investigations/{reference}/stepping-aside", "/investigation/aside.xhtml", Act.STEP_ASIDE),
            of("/investigations/{reference}/conflict", "/investigation/conflict.xhtml", Act.DECLARE_CONFLICT),
            of("/investigations/{reference}/closure", "/investigation/closure.xhtml", Act.CLOSE),
            of("/investigations/{reference}/removal/new", "/removal/new.xhtml", Act.REQUEST_REMOVAL),
            of("/investigations/{reference}/removal/{id}", "/removal/desk.xhtml", Act.SEE_INVESTIGATION),
            of("/investigations/{reference}/removal/{id}/reply", "/removal/record.xhtml", Act.INVESTIGATE),
            of("/investigations/{reference}/cooperation/new", "/cooperation/new.xhtml", Act.REQUEST_COOPERATION),
            of("/investigations/{reference}/cooperation/{id}", "/cooperation/desk.xhtml", Act.SEE_INVESTIGATION),
            of("/investigations/{reference}/cooperation/{id}/reply", "/cooperation/record.xhtml", Act.INVESTIGATE),
            of("/requests", "/removal/requests.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/letters/{id}", "/internal/letter", Act.SEE_OWN_REQUESTS),
            of("/requests/removal/{id}", "/removal/mine.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/removal/{id}/reply", "/removal/reply.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/removal/{id}/done", "/removal/done.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/removal/{id}/documents/{document}", "/internal/removal-file", Act.SEE_REQUESTS),
            of("/requests/cooperation/{id}", "/cooperation/mine.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/cooperation/{id}/reply", "/cooperation/reply.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/cooperation/{id}/minutes", "/cooperation/minutes.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/cooperation/{id}/done", "/cooperation/done.xhtml", Act.SEE_OWN_REQUESTS),
            of("/requests/cooperation/{id}/documents/{document}", "/internal/cooperation-file", Act.SEE_REQUESTS),
            of("/approvals", "/worklist/approvals.xhtml", Act.APPROVE_REFERRAL, Act.DECIDE_CHALLENGE, Act.AUTHORISE_ACCESS),
            of("/investigations/{reference}/findings", "/findings/findings.xhtml", Act.RECORD_FINDINGS),
            of("/investigations/{reference}/findings/review", "/findings/review.xhtml", Act.REVIEW_FINDINGS),
            of("/investigations/{reference}/referral", "/referral/desk.xhtml", Act.SEE_INVESTIGATION),
            of("/investigations/{reference}/referral/approval", "/referral/approval.xhtml", Act.APPROVE_REFERRAL),
            of("/investigations/{reference}/referral/preview", "/internal/pack", Act.SEE_INVESTIGATION),
            of("/referrals/{id}", "/referral/received.xhtml", Act.ANSWER_REFERRAL),
            of("/referrals/{id}/outcome", "/referral/outcome.xhtml", Act.ANSWER_REFERRAL),
            of("/referrals/{id}/pack", "/internal/pack", Act.SEE_REFERRALS),
            of("/members", "/administration/members.xhtml", Act.ADMINISTER),
            of("/members/new", "/administration/member.xhtml", Act.CHANGE_POWERS),
            of("/members/changes", "/administration/powers.xhtml", Act.SEE_POWERS),
            of("/members/tokens", "/administration/tokens.xhtml", Act.ADMINISTER),
            of("/members/second-factor", "/administration/factors.xhtml", Act.CHANGE_POWERS),
            of("/members/{id}", "/administration/change.xhtml", Act.ADMINISTER),
            of("/tokens", "/identity/tokens.xhtml", Act.KEEP_TOKENS),
            of("/organisations/new", "/administration/organisation.xhtml", Act.ADMINISTER),
            of("/contact-details", "/administration/details.xhtml", Act.CHANGE_POWERS),
            of("/archive-key", "/administration/archive.xhtml", Act.CHANGE_POWERS),
            of("/matrix", "/administration/matrix.xhtml", Act.ADMINISTER),
            of("/policy", "/policy/policy.xhtml", Act.SEE_POLICY),
            of("/policy/new", "/policy/publish.xhtml", Act.ADMINISTER),
            of("/policy/end", "/policy/end.xhtml", Act.ADMINISTER),
            of("/audit", "/audit/audit.xhtml", Act.SEE_AUDIT),
            of("/audit/entries.csv", "/internal/audit-table", Act.SEE_AUDIT),
            of("/audit/chain.zip", "/internal/audit-chain", Act.SEE_AUDIT));

    /** Without a board. */
    static final List<Route> WITHOUT_BOARD = List.of(
            open("/", "/internal/start", Act.ENTER),
            open("/signin", "/identity/signin.xhtml", Act.ENTER),
            open("/signin/code", "/identity/code.xhtml", Act.ENTER),
            open("/forgotten", "/identity/forgotten.xhtml", Act.ENTER),
            open("/link/{token}", "/identity/link.xhtml", Act.ENTER),
            open(SESSION, "/internal/session", Act.ENTER),
            open("/signout", "/internal/signout", Act.ENTER),
            of("/account", "/identity/account.xhtml", Act.ENTER),
            of("/account/passphrase", "/identity/passphrase.xhtml", Act.ENTER),
            of("/account/confirm", "/identity/confirm.xhtml", Act.ENTER),
            of("/account/sign-on", "/signon/introduction.xhtml", Act.ENTER),
            of("/account/second-factor", "/identity/factor.xhtml", Act.ENTER),
            open("/language", "/internal/language", Act.ENTER),
            of("/boards", "/identity/boards.xhtml", Act.ENTER),
            of("/referrals", "/referral/inbox.xhtml", Act.ENTER),
            of("/operator", "/operation/operator.xhtml", Act.OPERATE),
            of("/operator/engine", "/operation/engine.xhtml", Act.OPERATE),
            of("/operator/mail", "/operation/mail.xhtml", Act.OPERATE),
            of("/operator/archives", "/operation/archives.xhtml", Act.OPERATE),
            of("/operator/archives/restore", "/operation/restore.xhtml", Act.OPERATE_BOARDS),
            of("/operator/archives/{file}/file", "/internal/archive", Act.OPERATE),
            of("/operator/boards/{slug}/closing", "/operation/closing.xhtml", Act.OPERATE_BOARDS),
            of("/operator/boards/{slug}/wipe", "/operation/wipe.xhtml", Act.OPERATE_BOARDS),
            of("/operator/audit", "/operation/audit.xhtml", Act.OPERATE),
            of("/operator/audit/entries.csv", "/internal/audit-table", Act.OPERATE),
            of("/operator/audit/chain.zip", "/internal/audit-chain", Act.OPERATE),
            of("/operator/second-factors", "/operation/resets.xhtml", Act.OPERATE),
            of("/operator/boards/new", "/operation/board.xhtml", Act.OPERATE),
            of("/operator/boards/{slug}/powers", "/operation/powers.xhtml", Act.SEE_WAITING_POWERS),
            of("/operator/boards/{slug}/sign-in", "/signon/way-in.xhtml", Act.OPERATE_BOARDS),
            of("/operator/boards/{slug}/administrator", "/operation/appoint.xhtml", Act.OPERATE_BOARDS));

    private static final Pattern UPWARDS = Pattern.compile("(?i)(?:^|/)(?:\\.|%2e){1,2}(?:/|;|$)");
    private static final Pattern VEILED = Pattern.compile("(?i)%2e|%2f|%5c|%00|;|\\\\");

    /** Neither board nor signed-in person matters here: these go through as they are. */
    static final List<String> PASSING = List.of("/api", "/openapi", "/jakarta.faces.resource", LIVE, READY);

    /** What an address turned out to be: where to forward, with which parameters. */
    public record Found(Route address, Map<String, String> parameters) {
    }

    private Routes() {
    }

    static Optional<Found> atBoard(String path) {
        return find(AT_BOARD, path);
    }

    static Optional<Found> withoutBoard(String path) {
        return find(WITHOUT_BOARD, path);
    }

    /**
     * Whether the server would read another address than the one that stands here: the way up, a parameter of a segment, or
     * signs written so that they are seen only later. No address of ours has any; what programs put into an address of the
     * API is theirs.
     */
    static boolean isWinding(String path) {
        return path.startsWith("//") || UPWARDS.matcher(path).find() || !path.startsWith("/api/") && VEILED.matcher(path).find();
    }

    /** Whether what is asked for could be kept in no text: no field of a page sends it, and PostgreSQL takes none. */
    static boolean holdsNoText(String query) {
        return query != null && query.contains("%00");
    }

    static boolean passes(String path) {
        return PASSING.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static Optional<Found> find(List<Route> addresses, String path) {
        return addresses.stream()
                .flatMap(address -> address.match(path).map(parameters -> new Found(address, parameters)).stream())
                .findFirst();
    }
}
