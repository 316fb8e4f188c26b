/** What a person sees and does on each page, so that a test reads as what happens and not as where it stands. */
package org.probity.ear.pages;
