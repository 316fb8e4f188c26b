package org.probity.identity;

/**
 * Somebody tried what is not theirs to do, or asked for what is not theirs to know of; the audit keeps it.
 *
 * @param method of the service, such as {@code CaseDocuments.content}
 * @param asked references and ids given to it, whether or not there are such things; empty where there were none
 */
public record DeniedAttempt(Caller caller, String method, String asked) {
}
