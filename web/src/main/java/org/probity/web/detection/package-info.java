/** The gates and the triage of a concern, each with the concern beside it and the routes and rules that apply. */
package org.probity.web.detection;
