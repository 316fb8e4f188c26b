/** Takes evidence in and shows it: the list of a case, the form, and the files themselves. */
package org.probity.web.evidence;
