package org.probity.identity;

/** Somebody tried what their role may not do; the audit keeps it. */
public record DeniedAttempt(Caller caller, String method) {
}
