/**
 * What proves or disproves an allegation: files and addresses, each with its SHA-256 and everybody who touched it.
 */
package org.probity.evidence;
