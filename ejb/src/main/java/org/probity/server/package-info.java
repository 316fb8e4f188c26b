/**
 * What the server itself calls, in the module {@code org.probity.log} beside the application, where it logs and where it is
 * started: which settings make sense, which faults pass by themselves. Nothing here may use anything but the JDK.
 */
package org.probity.server;
