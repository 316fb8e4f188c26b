/** What the steps of the {@code disciplinary-referral} process do: nothing but call the services of referral. */
package org.probity.workflows.referral;
