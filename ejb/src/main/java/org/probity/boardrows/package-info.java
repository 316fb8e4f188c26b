/**
 * Which rows are a board's, what of them travels ({@link org.probity.boardrows.AllowList}), and how they are read and written whatever tables
 * there are. SQL is written here and in {@code archive} alone, see there.
 */
package org.probity.boardrows;
