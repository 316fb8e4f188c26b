/** What the steps of the {@code co-operation} process do: nothing but call the services of co-operation. */
package org.probity.workflows.cooperation;
