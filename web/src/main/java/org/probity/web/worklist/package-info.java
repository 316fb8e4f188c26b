/** The worklist page, and the place at which each work item is done. */
package org.probity.web.worklist;
