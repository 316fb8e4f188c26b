/**
 * What is to be done, by whom and by when. A work item is the human face of one waiting step of a process; finishing
 * it is the only way in which an act moves the process on ({@link org.probity.worklist.Processes}).
 */
package org.probity.worklist;
