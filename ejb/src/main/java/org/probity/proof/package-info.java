/**
 * The audit as it leaves: read on pages, exported with what proves it, and checked by {@link org.probity.proof.Verifier}, which needs
 * neither server nor database.
 */
package org.probity.proof;
