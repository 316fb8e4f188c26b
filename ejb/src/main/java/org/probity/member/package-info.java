/**
 * Who belongs to a board and whom cases are about: members with their roles, organisations and people, and which of them a name may mean.
 */
package org.probity.member;
