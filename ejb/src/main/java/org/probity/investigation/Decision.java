package org.probity.investigation;

/** What triage decided. */
public enum Decision { NO_FURTHER_ACTION, ADVICE, INVESTIGATE }
