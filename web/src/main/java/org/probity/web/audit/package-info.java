/** The auditor's page: everything that was done or tried at the board. */
package org.probity.web.audit;
