/** What the server asks of every request, also of those that never reach the application: loaded by it as a module of its own. */
package org.probity.ear.http;
