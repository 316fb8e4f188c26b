/**
 * What every other package stands on: saying no ({@link org.probity.kernel.Refusal}), checking input
 * ({@link org.probity.kernel.Checks}), the clock and the two languages. Knows nothing of boards or cases.
 */
package org.probity.kernel;
