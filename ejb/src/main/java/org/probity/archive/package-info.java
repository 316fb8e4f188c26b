/**
 * A board can leave, and come back: everything of one board is written into an archive that only the board itself can
 * open ({@link org.probity.archive.BoardExport}), removed ({@link org.probity.archive.BoardWipe}) and put back
 * ({@link org.probity.archive.BoardRestore}), with the state of its processes, its files and its audit chain as they are.
 *
 * <p>This is the one place outside the migrations where SQL is written, and it is made from the database's own catalogue:
 * through the entities a table that somebody adds later, the engine's tables and columns no entity maps would be
 * forgotten, and versions and ids could not be kept. What goes into a statement are names out of the catalogue, quoted,
 * and never a word from a person or from an archive; an archive's names are only looked up in the catalogue. Each
 * statement names the board, and on PostgreSQL each transaction also enters the board's scope, so that row-level security
 * holds here too.
 *
 * <p>People do not take their passwords, second factors or sessions along: where a board comes back to an installation
 * that does not know them, they come in by a one-time link.
 */
package org.probity.archive;
