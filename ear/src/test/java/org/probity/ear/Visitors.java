package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** Everybody who takes part in a test, each at a window of their own. */
final class Visitors implements AutoCloseable {

    private final Browser browser;
    private final String language;
    private final Map<String, Visitor> byAccount = new HashMap<>();

    /** @param language en or cy, which all of them read */
    Visitors(Browser browser, String language) {
        this.browser = browser;
        this.language = language;
    }

    /** Somebody without an account, at a phone. */
    Visitor stranger() {
        return byAccount.computeIfAbsent("", none -> new Visitor(browser, language, Visitor.PHONE));
    }

    /** Somebody signed in at a desk. */
    Visitor desk(String account) {
        return byAccount.computeIfAbsent(account, it -> new Visitor(browser, language, Visitor.DESK).signIn(it));
    }

    /** Somebody signed in at a phone. */
    Visitor phone(String account) {
        return byAccount.computeIfAbsent(account, it -> new Visitor(browser, language, Visitor.PHONE).signIn(it));
    }

    /** Closes every window; no browser may have complained. */
    @Override
    public void close() {
        byAccount.values().forEach(visitor -> visitor.page().context().close());
        assertThat(byAccount.values()).flatExtracting(Visitor::complaints).isEmpty();
    }
}
