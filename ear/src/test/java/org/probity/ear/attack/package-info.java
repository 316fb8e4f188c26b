/** Probity as somebody sees it who means harm: every field of every form and every resource is given what attackers send. */
package org.probity.ear.attack;
