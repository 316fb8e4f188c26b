/** What the steps of the {@code breach-investigation} process do: nothing but call the services of the case. */
package org.probity.workflows.investigation;
