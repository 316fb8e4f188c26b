package org.probity.removal;

/**
 * What the officer saw at the address of one item.
 *
 * @param note required where the content has changed, so that a reader can judge the change
 */
public record ItemCheck(Long itemId, RemovalItem.Seen seen, String note) {
}
