/**
 * Who is acting and what they may do: the caller, the matrix of acts ({@link org.probity.access.Act}), the interceptor that asks it before
 * every service method, the walls that hide a case from whoever is named in it, and how often may be tried.
 */
package org.probity.access;
