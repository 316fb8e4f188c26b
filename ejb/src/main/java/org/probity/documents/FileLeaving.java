package org.probity.documents;

/**
 * Fired before the bytes of a file are read to be handed out, shown or put into something else, whoever wants them: whoever knows
 * why they must not leave refuses by throwing {@link org.probity.kernel.Refusal}.
 *
 * @param reference of the case
 */
public record FileLeaving(String reference, Document.Kind kind, Long documentId) {
}
