/**
 * Draws a process as SVG from the diagram in its BPMN file: done steps filled, current ones marked, the next deadlines
 * written on their timers. Drawn on the server, so it needs no script, prints, and carries its own words for screen
 * readers.
 */
package org.probity.web.process;
