package org.probity.web.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.access.Act;

/**
 * One pretty address and the view it shows.
 *
 * @param pattern path such as {@code /investigations/{reference}}; what stands in braces becomes a request parameter
 * @param target view or internal servlet it is forwarded to
 * @param open whether somebody who is not signed in, or no member of the board, may come in
 * @param acts what one can do there; whoever may do none of it does not get the page
 */
public record Route(String pattern, String target, boolean open, List<Act> acts) {

    static Route of(String pattern, String target, Act... acts) {
        return new Route(pattern, target, false, List.of(acts));
    }

    static Route open(String pattern, String target, Act... acts) {
        return new Route(pattern, target, true, List.of(acts));
    }

    /** The parameters in the path, where the path is of this pattern. */
    public Optional<Map<String, String>> match(String path) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), decoded(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
