package org.probity.ear.isolation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.probity.ear.Server;

/** The one-time link that a server leaves for its operator. */
final class Links {

    /** The setting that makes it do so. */
    static final Map<String, String> LEFT_BY_THE_START = Map.of("PROBITY_OPERATOR_LINK", "operator@example.org");

    /** What the operator signs in with once the link was used. */
    static final String PASSPHRASE = "seven quiet lamps by the estuary";

    private static final int TIMES = 8;
    private static final Pattern LINK = Pattern.compile("/link/([\\w-]+)");

    private Links() {
    }

    /** Chooses a passphrase by it, eight times at the same moment. @return its token, which is good for nothing from now on */
    static String use(Server server) {
        Matcher link = LINK.matcher(server.left("operator-link.txt"));
        if (!link.find()) {
            throw new IllegalStateException("No link was left");
        }
        List<Callable<Reply>> ready = Stream.generate(() -> form(new Guest(server), link.group())).limit(TIMES).toList();
        List<Integer> answers = World.together(ready).stream().map(Reply::status).sorted().toList();
        if (answers.get(0) != 302 || answers.get(1) == 302 || answers.get(TIMES - 1) >= 500) {
            throw new IllegalStateException("The link was not good for once: " + answers);
        }
        return link.group(1);
    }

    private static Callable<Reply> form(Guest operator, String link) {
        Map<String, String> form = new LinkedHashMap<>(Fields.of(operator.page(link)));
        form.putAll(Map.of("passphrase", PASSPHRASE, "again", PASSPHRASE));
        return () -> operator.post(link, form);
    }
}
