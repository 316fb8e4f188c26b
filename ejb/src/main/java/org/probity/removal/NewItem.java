package org.probity.removal;

/**
 * One thing to be taken down or closed, as the officer asks for it.
 *
 * @param address where it is; any kind of address, since a platform that is not listed never blocks (000 cl. 2.1)
 * @param description what it is, without judging it; may be empty
 * @param clause number of the clause it does not keep to, such as 3.5(a)
 */
public record NewItem(RemovalItem.Kind kind, String address, String description, String clause) {
}
