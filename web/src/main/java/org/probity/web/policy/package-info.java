/** The board's policy, to be read by its members and published by its administrator. */
package org.probity.web.policy;
