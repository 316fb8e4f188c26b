/**
 * The case itself: the concern that came in, the investigation it became, who is party to it, what is alleged, its
 * stages and how it ends.
 */
package org.probity.investigation;
