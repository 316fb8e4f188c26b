/**
 * A board can leave, and come back: everything of one board is written into an archive that only the board itself can
 * open ({@link org.probity.archive.BoardExport}), removed ({@link org.probity.archive.BoardWipe}) and put back
 * ({@link org.probity.archive.BoardRestore}), with the state of its processes, its files and its audit chain as they are.
 *
 * <p>An archive is a stranger's, also when it looks like ours. {@link org.probity.archivefile.Seal} says which installation wrote it,
 * and the operator whether that one is trusted; {@link org.probity.boardrows.AllowList} says which tables, columns and values travel;
 * and before anything is true the board is looked at whole ({@link org.probity.boardrows.BoardLinks},
 * {@link org.probity.boardrows.BoardProof}).
 *
 * <p>This is the one place outside the migrations where SQL is written: through the entities versions and ids could not be kept.
 * What goes into a statement are names out of the database's own catalogue, quoted, and never a word from a person or from an
 * archive; an archive's names are only looked up. Each statement names the board, and on PostgreSQL each transaction also enters
 * the board's scope, so that row-level security holds here too.
 *
 * <p>People do not take their passwords, second factors or sessions along: where a board comes back to an installation
 * that does not know them, they come in by a one-time link.
 */
package org.probity.archive;
