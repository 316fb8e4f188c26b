/**
 * Boards are tenants. The current board is a scope ({@link org.probity.tenancy.CurrentBoard}); every row of a board
 * extends {@link org.probity.tenancy.BoardOwned}, and Hibernate adds the board to every statement by itself.
 */
package org.probity.tenancy;
