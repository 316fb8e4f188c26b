package org.probity.investigation;

/** How serious the decision table rates a case. */
public enum Severity { LOW, MODERATE, HIGH, CRITICAL }
