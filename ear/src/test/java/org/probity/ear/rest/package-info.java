/** The REST API from outside: the main job from end to end, and everything it refuses. */
package org.probity.ear.rest;
