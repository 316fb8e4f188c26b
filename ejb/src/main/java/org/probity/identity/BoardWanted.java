package org.probity.identity;

/** The operator is about to create a board at that address. Whoever keeps the address for another board refuses. */
public record BoardWanted(String slug) {
}
