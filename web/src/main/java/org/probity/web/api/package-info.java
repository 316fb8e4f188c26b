/**
 * What every resource of the REST API shares: the way in for a board and a bearer token, problems instead of error pages,
 * reading input so that each wrong field is named, acts that happen once, paging, and the description at {@code /openapi}.
 */
package org.probity.web.api;
