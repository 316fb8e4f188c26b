/** The administrator's pages: who is a member, which organisations are partners, and publishing the policy. */
package org.probity.web.administration;
