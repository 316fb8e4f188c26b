/**
 * What somebody reports: taken in from anybody, acknowledged with a receipt by which they can follow it and answer, and told to those who
 * read concerns.
 */
package org.probity.concern;
