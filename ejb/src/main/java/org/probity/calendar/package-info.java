/**
 * Working days: Monday to Friday without the bank holidays of England and Wales and without a board's own closed days.
 */
package org.probity.calendar;
