/**
 * The four demonstration boards, their policies, partners and people, read from resources at start; and the first
 * operator of an empty Probity. Nothing else depends on this package.
 */
package org.probity.demo;
