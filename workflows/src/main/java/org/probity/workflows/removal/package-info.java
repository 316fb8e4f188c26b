/** What the steps of the {@code content-removal} process do: nothing but call the services of removal. */
package org.probity.workflows.removal;
