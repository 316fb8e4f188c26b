/**
 * Who is acting and what they may do: accounts, members of boards, the people cases are about, sign-in, tokens, the
 * matrix of acts ({@link org.probity.identity.Act}) and the walls that hide a file from someone named in it.
 */
package org.probity.identity;
