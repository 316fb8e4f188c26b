package org.probity.member;

/**
 * An account is a member of the current board from now on. Whoever keeps cases hides those that name the person, in the same
 * transaction.
 *
 * @param name as the board's administrator knows them
 */
public record MemberJoined(Long accountId, String name, String email) {
}
