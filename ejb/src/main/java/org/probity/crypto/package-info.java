/**
 * Secrets, their hashes and the keys they are hashed with.
 */
package org.probity.crypto;
