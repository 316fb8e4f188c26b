/**
 * From the concern to the decision whether to investigate: the urgent gate, triage, severity, the safeguarding gate
 * and telling the designated officer in time.
 */
package org.probity.detection;
