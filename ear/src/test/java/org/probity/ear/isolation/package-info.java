/** What is not somebody's to see, asked for in every way there is: each answer has to be that of what does not exist. */
package org.probity.ear.isolation;
