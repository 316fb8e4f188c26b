/**
 * What takes more than one person: invitations and consent, changes of power, boards, and second factors that are set aside.
 */
package org.probity.powers;
