/**
 * Who may not see a case: whoever its texts may mean, has stepped aside, or is no member of the team it is restricted to; looked for when
 * a case changes and when somebody joins.
 */
package org.probity.exclusion;
