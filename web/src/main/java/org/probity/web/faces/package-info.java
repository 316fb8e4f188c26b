/**
 * What every page stands on: texts in two languages, running an act and showing what was refused, dates, fields, paging.
 * Knows nothing of boards or cases.
 */
package org.probity.web.faces;
