/**
 * People's own ways in: accounts, passphrases, second factors, sessions, devices and links that open an account once.
 */
package org.probity.account;
