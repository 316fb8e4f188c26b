package org.probity.member;

/**
 * Somebody is about to become a member of the current board, or to have other roles there; nothing is held or kept yet. Whoever
 * keeps cases looks through them for that person, and says by a {@link org.probity.kernel.TryAgainLater} that it goes on.
 *
 * @param member as they will be known
 */
public record MembershipOpening(KnownAs member) {
}
