/**
 * A person's name as it is written in a field or a text, read so that it can be compared however it was typed or heard.
 */
package org.probity.names;
