/**
 * What an investigation found: one finding for each allegation, recorded by the officer and reviewed by somebody who
 * did not investigate. Two acts, two people; what is agreed is either referred to the employer or closed by the board.
 */
package org.probity.findings;
