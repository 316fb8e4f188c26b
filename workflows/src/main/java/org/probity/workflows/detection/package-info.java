/** What the steps of the {@code detection} process do: nothing but call the services of detection. */
package org.probity.workflows.detection;
