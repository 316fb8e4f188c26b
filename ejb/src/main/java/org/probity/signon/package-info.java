/**
 * Single sign-on: each board's own OpenID provider, the sign-in through it, and which person of ours somebody is there. What a
 * board's provider says opens that board and no other.
 */
package org.probity.signon;
