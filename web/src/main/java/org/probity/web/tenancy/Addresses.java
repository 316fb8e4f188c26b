package org.probity.web.tenancy;

import static org.probity.web.tenancy.Address.of;
import static org.probity.web.tenancy.Address.open;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every address a person can type, and the view it shows. One line each; the first that fits counts, so write a fixed word
 * before a parameter in the same place.
 */
public final class Addresses {

    /** Where a page asks how much of its session is left. */
    static final String SESSION = "/session";

    /** Below {@code /<board>}. */
    static final List<Address> AT_BOARD = List.of(
            open("", "/internal/start"),
            open("/", "/internal/start"),
            open("/theme.css", "/internal/theme"),
            open("/signin", "/identity/signin.xhtml"),
            open("/signin/start", "/internal/sign-on-start"),
            open("/signin/return", "/internal/sign-on-return"),
            of("/single-sign-on", "/signon/settings.xhtml"),
            of("/home", "/identity/home.xhtml"),
            of("/worklist", "/worklist/worklist.xhtml"),
            open("/report", "/report/start.xhtml"),
            open("/report/concern", "/report/concern.xhtml"),
            open("/report/receipt", "/report/receipt.xhtml"),
            open("/report/follow", "/report/follow.xhtml"),
            of("/investigations", "/investigation/search.xhtml"),
            of("/investigations/{reference}", "/investigation/case.xhtml"),
            of("/investigations/{reference}/gates/urgent", "/detection/urgent.xhtml"),
            of("/investigations/{reference}/gates/danger-report", "/detection/danger.xhtml"),
            of("/investigations/{reference}/gates/safeguarding", "/detection/safeguarding.xhtml"),
            of("/investigations/{reference}/gates/designated-officer", "/detection/telling.xhtml"),
            of("/investigations/{reference}/gates/contact", "/detection/contact.xhtml"),
            of("/investigations/{reference}/triage", "/detection/triage.xhtml"),
            of("/investigations/{reference}/evidence/new", "/evidence/new.xhtml"),
            of("/investigations/{reference}/evidence/{id}/file", "/internal/evidence"),
            of("/investigations/{reference}/documents/{id}", "/internal/document"),
            of("/investigations/{reference}/notes", "/investigation/note.xhtml"),
            of("/investigations/{reference}/parties", "/investigation/party.xhtml"),
            of("/investigations/{reference}/pause", "/investigation/pause.xhtml"),
            of("/investigations/{reference}/withdrawal", "/investigation/withdrawal.xhtml"),
            of("/investigations/{reference}/reopening", "/investigation/reopening.xhtml"),
            of("/investigations/{reference}/team", "/investigation/team.xhtml"),
            of("/investigations/{reference}/stepping-aside", "/investigation/aside.xhtml"),
            of("/investigations/{reference}/closure", "/investigation/closure.xhtml"),
            of("/investigations/{reference}/removal/new", "/removal/new.xhtml"),
            of("/investigations/{reference}/removal/{id}", "/removal/desk.xhtml"),
            of("/investigations/{reference}/removal/{id}/reply", "/removal/record.xhtml"),
            of("/investigations/{reference}/cooperation/new", "/cooperation/new.xhtml"),
            of("/investigations/{reference}/cooperation/{id}", "/cooperation/desk.xhtml"),
            of("/investigations/{reference}/cooperation/{id}/reply", "/cooperation/record.xhtml"),
            of("/requests", "/removal/requests.xhtml"),
            of("/requests/removal/{id}", "/removal/mine.xhtml"),
            of("/requests/removal/{id}/reply", "/removal/reply.xhtml"),
            of("/requests/removal/{id}/done", "/removal/done.xhtml"),
            of("/requests/removal/{id}/documents/{document}", "/internal/removal-file"),
            of("/requests/cooperation/{id}", "/cooperation/mine.xhtml"),
            of("/requests/cooperation/{id}/reply", "/cooperation/reply.xhtml"),
            of("/requests/cooperation/{id}/done", "/cooperation/done.xhtml"),
            of("/requests/cooperation/{id}/documents/{document}", "/internal/cooperation-file"),
            of("/approvals", "/worklist/approvals.xhtml"),
            of("/investigations/{reference}/findings", "/findings/findings.xhtml"),
            of("/investigations/{reference}/findings/review", "/findings/review.xhtml"),
            of("/investigations/{reference}/referral", "/referral/desk.xhtml"),
            of("/investigations/{reference}/referral/approval", "/referral/approval.xhtml"),
            of("/investigations/{reference}/referral/preview", "/internal/pack"),
            of("/referrals/{id}", "/referral/received.xhtml"),
            of("/referrals/{id}/outcome", "/referral/outcome.xhtml"),
            of("/referrals/{id}/pack", "/internal/pack"),
            of("/members", "/administration/members.xhtml"),
            of("/members/new", "/administration/member.xhtml"),
            of("/members/tokens", "/administration/tokens.xhtml"),
            of("/members/second-factor", "/administration/factors.xhtml"),
            of("/members/{id}", "/administration/change.xhtml"),
            of("/tokens", "/identity/tokens.xhtml"),
            of("/organisations/new", "/administration/organisation.xhtml"),
            of("/archive-key", "/administration/archive.xhtml"),
            of("/policy", "/policy/policy.xhtml"),
            of("/policy/new", "/policy/publish.xhtml"),
            of("/audit", "/audit/audit.xhtml"),
            of("/audit/entries.csv", "/internal/audit-table"),
            of("/audit/chain.zip", "/internal/audit-chain"));

    /** Without a board. */
    static final List<Address> WITHOUT_BOARD = List.of(
            open("/", "/internal/start"),
            open("/signin", "/identity/signin.xhtml"),
            open("/signin/code", "/identity/code.xhtml"),
            open("/forgotten", "/identity/forgotten.xhtml"),
            open("/link/{token}", "/identity/link.xhtml"),
            open(SESSION, "/internal/session"),
            open("/signout", "/internal/signout"),
            of("/account", "/identity/account.xhtml"),
            of("/account/passphrase", "/identity/passphrase.xhtml"),
            of("/account/second-factor", "/identity/factor.xhtml"),
            open("/language", "/internal/language"),
            of("/boards", "/identity/boards.xhtml"),
            of("/referrals", "/referral/inbox.xhtml"),
            of("/operator", "/operation/operator.xhtml"),
            of("/operator/engine", "/operation/engine.xhtml"),
            of("/operator/mail", "/operation/mail.xhtml"),
            of("/operator/archives", "/operation/archives.xhtml"),
            of("/operator/archives/restore", "/operation/restore.xhtml"),
            of("/operator/archives/{file}/file", "/internal/archive"),
            of("/operator/boards/{slug}/closing", "/operation/closing.xhtml"),
            of("/operator/boards/{slug}/wipe", "/operation/wipe.xhtml"),
            of("/operator/audit", "/operation/audit.xhtml"),
            of("/operator/audit/entries.csv", "/internal/audit-table"),
            of("/operator/audit/chain.zip", "/internal/audit-chain"),
            of("/operator/boards/new", "/operation/board.xhtml"),
            of("/operator/boards/{slug}/administrator", "/operation/appoint.xhtml"));

    /** Neither board nor signed-in person matters here: these go through as they are. */
    private static final List<String> PASSING = List.of("/api", "/openapi", "/jakarta.faces.resource");

    /** What an address turned out to be: where to forward, with which parameters. */
    public record Found(Address address, Map<String, String> parameters) {
    }

    private Addresses() {
    }

    static Optional<Found> atBoard(String path) {
        return find(AT_BOARD, path);
    }

    static Optional<Found> withoutBoard(String path) {
        return find(WITHOUT_BOARD, path);
    }

    static boolean passes(String path) {
        return PASSING.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static Optional<Found> find(List<Address> addresses, String path) {
        return addresses.stream()
                .flatMap(address -> address.match(path).map(parameters -> new Found(address, parameters)).stream())
                .findFirst();
    }
}
