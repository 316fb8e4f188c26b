/**
 * What the server's own logging calls, as the module {@code org.probity.log} beside the application, and which faults there are
 * that pass by themselves. Nothing here may use anything but the JDK.
 */
package org.probity.log;
