/**
 * The board in the address: which address shows which page ({@link org.probity.web.http.Routes}), and the one filter
 * that sets board and caller for a request.
 */
package org.probity.web.http;
