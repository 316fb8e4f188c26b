/** How the server writes its log: loaded by the server as a module of its own, beside the application. */
package org.probity.ear.log;
