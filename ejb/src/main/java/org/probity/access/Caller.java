package org.probity.access;

import java.util.Set;
import org.probity.kernel.Language;

/**
 * Who is acting at the current board.
 *
 * @param accountId null for the public and the clockwork
 * @param memberId null for whoever is no member of the current board
 * @param organisationId the parent organisation the member belongs to, or null
 * @param scopes what an API token was made for; every scope where no token is in use
 * @param board slug of the board they are a member of in these roles; null where they are none
 * @param proofs what they have shown of themself in this session; nothing for a token, which shows nothing of a person
 */
public record Caller(Long accountId, Long memberId, String name, Set<Role> roles, Long organisationId,
        Language language, Set<Scope> scopes, String board, Set<Condition> proofs) {

    private static final Caller SYSTEM = new Caller(null, null, "Probity", Set.of(Role.SYSTEM), null, Language.EN);
    private static final Caller REPORTER = new Caller(null, null, "", Set.of(Role.PUBLIC), null, Language.EN);

    /** Somebody at a page, or the clockwork: nothing narrows what their roles allow. */
    public Caller(Long accountId, Long memberId, String name, Set<Role> roles, Long organisationId, Language language) {
        this(accountId, memberId, name, roles, organisationId, language, Scope.all(), null, Set.of());
    }

    /** The board's clockwork: timers, engine steps, scheduled loops. */
    public static Caller system() {
        return SYSTEM;
    }

    /** Anybody who is not signed in. */
    public static Caller reporter() {
        return REPORTER;
    }

    /** The same caller, reading in another language. */
    public Caller reading(Language other) {
        return new Caller(accountId, memberId, name, roles, organisationId, other, scopes, board, proofs);
    }

    /** The same caller behind a token made for no more than that. */
    public Caller within(Set<Scope> narrowed) {
        return new Caller(accountId, memberId, name, roles, organisationId, language, Set.copyOf(narrowed), board, Set.of());
    }

    /** The same caller as a member of that board: they are nobody at any other. */
    public Caller at(String slug) {
        return new Caller(accountId, memberId, name, roles, organisationId, language, scopes, slug, proofs);
    }

    /** The same caller at a page where they have shown that of themself. */
    public Caller proving(Set<Condition> shown) {
        return new Caller(accountId, memberId, name, roles, organisationId, language, scopes, board, Set.copyOf(shown));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** An officer or a lead, of whom is always kept what they do. */
    public boolean worksOnCases() {
        return roles.stream().anyMatch(Act.SEE_INVESTIGATION.roles()::contains);
    }

    /** An account id for queries, which no account has where nobody is signed in. */
    public long accountOrNobody() {
        return accountId == null ? -1L : accountId;
    }
}
