package org.probity.ear.isolation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probity.ear.Server;

/** The one-time link that a server leaves for its operator. */
final class Links {

    /** The setting that makes it do so. */
    static final Map<String, String> LEFT_BY_THE_START = Map.of("PROBITY_OPERATOR_LINK", "operator@example.org");

    /** What the operator signs in with once the link was used. */
    static final String PASSPHRASE = "seven quiet lamps by the estuary";

    private static final Pattern LINK = Pattern.compile("/link/([\\w-]+)");

    private Links() {
    }

    /** Chooses a passphrase by it. @return its token, which is good for nothing from now on */
    static String use(Server server) {
        Matcher link = LINK.matcher(server.left("operator-link.txt"));
        if (!link.find()) {
            throw new IllegalStateException("No link was left");
        }
        Guest operator = new Guest(server);
        Map<String, String> form = new LinkedHashMap<>(Fields.of(operator.page(link.group())));
        form.putAll(Map.of("passphrase", PASSPHRASE, "again", PASSPHRASE));
        Reply done = operator.post(link.group(), form);
        if (done.status() != 302) {
            throw new IllegalStateException("The link was no good: " + done);
        }
        return link.group(1);
    }
}
