/**
 * The file of a board's archive: how it is encrypted, signed, measured and read, line by line, as a stranger's.
 */
package org.probity.archivefile;
