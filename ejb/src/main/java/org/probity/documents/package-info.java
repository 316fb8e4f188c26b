/**
 * What a case keeps as files: evidence, replies, and the letters and packs printed here. The bytes are sealed and sit in a row of their own;
 * who may add or see a file is decided by the package that asks.
 */
package org.probity.documents;
