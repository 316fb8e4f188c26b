/** The operator's pages: boards, how the engine fares, and mail. None of them shows what a case is about. */
package org.probity.web.operator;
