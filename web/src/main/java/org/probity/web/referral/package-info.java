/** Referrals, for the board that sends them and for the employer that answers, as pages and as REST. */
package org.probity.web.referral;
