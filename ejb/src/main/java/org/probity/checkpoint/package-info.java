/**
 * The chain that entries form: checked from end to end, signed every day with a key of the installation, and kept where the database's
 * owner does not reach. Every checkpoint's key is known, and why it changed.
 */
package org.probity.checkpoint;
