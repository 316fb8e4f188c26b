package org.probity.access;

/** The operator is about to create a board at that address, with that prefix. Whoever keeps one of them for another board refuses. */
public record BoardWanted(String slug, String prefix) {
}
