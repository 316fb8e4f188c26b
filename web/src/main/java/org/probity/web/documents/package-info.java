/** Sends files of a case to the browser, in a way that no file can do harm. */
package org.probity.web.documents;
