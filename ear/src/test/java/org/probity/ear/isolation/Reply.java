package org.probity.ear.isolation;

import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What came back, without what is different every time.
 *
 * @param headers one a line, in order of their names
 */
record Reply(int status, String headers, String body) {

    private static final Set<String> BY_CHANCE = Set.of("date", "content-length", "connection", "keep-alive", "transfer-encoding");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final int SHOWN = 160;

    static Reply of(HttpResponse<String> response) {
        Matcher nonce = NONCE.matcher(String.join(" ", response.headers().allValues("Content-Security-Policy")));
        String once = nonce.find() ? nonce.group(1) : "no nonce";
        return new Reply(response.statusCode(), same(headers(response.headers()), once), same(response.body(), once));
    }

    private static String headers(HttpHeaders headers) {
        StringBuilder lines = new StringBuilder();
        headers.map().entrySet().stream().filter(header -> !BY_CHANCE.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> lines.append(header.getKey()).append(": ").append(String.join(", ", header.getValue())).append('\n'));
        return lines.toString();
    }

    private static String same(String text, String nonce) {
        return text.replace(nonce, "NONCE").replaceAll("(ViewState[^>]*?>?(<!\\[CDATA\\[)?[^>]*?)-?\\d+:-?\\d+", "$1STATE")
                .replaceAll("JSESSIONID=[^;]+", "JSESSIONID=SESSION");
    }

    /**
     * What is wrong with it as an answer to somebody from whom the thing is hidden; empty where nothing is. Right are a refusal
     * and the way to sign in; for a search what finds nothing, for a form the form once more, for a script a part of the page,
     * for a page that the session has forgotten the way to open it anew, for a link that it is void.
     * That nothing was done and nothing is told by it, others look at.
     */
    String fault(String way) {
        boolean openedAnew = status == 302 && way.equals("page opened before") && body.isEmpty();
        boolean toSignIn = status == 302 && headers.toLowerCase(Locale.ROOT).contains("location: /signin?next=");
        boolean nothingFound = status == 200 && way.endsWith("search");
        boolean formAgain = status == 200 && way.equals("form of an own page") && body.contains("error-summary");
        boolean partOfPage = status == 200 && way.startsWith("Ajax") && body.contains("<partial-response");
        boolean voidLink = status == 200 && way.startsWith("link") && body.contains("id=\"void\"");
        return status / 100 == 4 || toSignIn || openedAnew || voidLink || nothingFound || formAgain || partOfPage ? ""
                : "This may not be answered: " + shown(headers + body, 0);
    }

    /** The same with every word that was asked for blotted out, as it stands and as addresses write it. */
    Reply without(Collection<String> asked) {
        List<String> words = new ArrayList<>(asked);
        asked.forEach(word -> words.add(URLEncoder.encode(word, StandardCharsets.UTF_8)));
        words.sort(Comparator.comparing(String::length).reversed());
        Pattern any = Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|",
                "(?<![a-zA-Z0-9])0?(?:", ")(?![a-zA-Z0-9])")), Pattern.CASE_INSENSITIVE);
        return new Reply(status, any.matcher(plain(headers)).replaceAll("¤"), any.matcher(plain(body)).replaceAll("¤"));
    }

    private static String plain(String text) {
        return text.replace("%252D", "-").replace("%2F", "/").replace("%3F", "?").replace("%3D", "=").replace("%26", "&");
    }

    /** The same whatever the clock showed: looking is itself kept, such as when a token was used last. */
    Reply timeless() {
        return new Reply(status, headers, body.replaceAll("\\d{1,2} \\p{L}+ \\d{4}, \\d\\d:\\d\\d|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "MOMENT"));
    }

    /** Where the two part, in a few words; empty where they are alike. */
    String difference(Reply other) {
        if (status != other.status) {
            return "status " + status + " and " + other.status;
        }
        return headers.equals(other.headers) ? parting(body, other.body) : parting(headers, other.headers);
    }

    private static String parting(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.equals(other) ? "" : "\"" + shown(one, at) + "\" and \"" + shown(other, at) + "\"";
    }

    private static String shown(String text, int at) {
        return text.substring(Math.max(0, at - SHOWN / 4), Math.min(text.length(), at + SHOWN)).replaceAll("\\s+", " ");
    }
}
