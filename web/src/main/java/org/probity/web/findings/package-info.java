/** Findings and their review, as pages and as REST. */
package org.probity.web.findings;
