/**
 * Changes of older data that SQL cannot make, run by Flyway; nothing else uses them.
 */
package org.probity.migration;
