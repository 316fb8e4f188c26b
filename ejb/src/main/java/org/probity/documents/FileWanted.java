package org.probity.documents;

/**
 * Fired in the act's transaction before a file that somebody sends in is kept, or held for a form of several pages: whoever
 * knows why that case takes none refuses by throwing {@link org.probity.kernel.Refusal}.
 *
 * @param reference of the case
 */
public record FileWanted(String reference) {
}
