/**
 * How a name is read and compared, however it was written or heard.
 */
package org.probity.names;
