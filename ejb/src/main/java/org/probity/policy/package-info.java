/**
 * What a board asks of people: its policy in versions, each clause in our own words under its number, and who has
 * acknowledged which version. The version that counts is the one in force on the day of the post.
 */
package org.probity.policy;
