/**
 * API tokens, who comes with one, and acts that are sent more than once under one key.
 */
package org.probity.token;
