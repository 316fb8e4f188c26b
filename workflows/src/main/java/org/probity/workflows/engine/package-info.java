/**
 * The process engine inside Probity: how it is set up, how the domain reaches it through the ports of
 * {@code org.probity.worklist}, and how its waiting steps become work items.
 */
package org.probity.workflows.engine;
