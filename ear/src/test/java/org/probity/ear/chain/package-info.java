/** The chain of the audit on a running server: under load, measured, and tampered with behind its back. */
package org.probity.ear.chain;
