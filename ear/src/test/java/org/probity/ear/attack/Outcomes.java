package org.probity.ear.attack;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** What came of all attacks: how many of each class ended how, and whatever should not have been. */
final class Outcomes {

    private static final Pattern INSIDES = Pattern.compile("\\.java:\\d+\\)|Exception: |WFLY[A-Z]*\\d{4}|\\bUT0\\d{5}|HHH\\d{6}|JdbcSQL|PSQLException");
    private static final int BROKEN = 500;

    /** In bytes, as {@code max-header-size} allows. */
    private static final int LONGEST_HEAD = 16_384;
    private static final Map<String, List<String>> REFUSED_UNREAD = Map.of("content-length", List.of("0"), "connection", List.of("close"));

    private final Coverage coverage = new Coverage();
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();
    private Instant since = Instant.now();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    Coverage coverage() {
        return coverage;
    }

    /** One answer to one request. */
    void answered(String what, String kind, int status, String body) {
        counts.merge(kind + " " + status / 100 + "xx", 1, Integer::sum);
        if (status >= BROKEN) {
            fault(what + " answered " + status + ": " + head(body));
        }
        if (INSIDES.matcher(body).find()) {
            fault(what + " shows our insides: " + head(body));
        }
    }

    /** What every answer has to say of itself, and nothing an attacker wrote. To a head that is too long the server itself gives an empty one. */
    void headers(String what, HttpHeaders headers) {
        if (what.length() > LONGEST_HEAD && headers.map().equals(REFUSED_UNREAD)) {
            return;
        }
        List<String> policies = headers.allValues("Content-Security-Policy");
        boolean strict = policies.size() == 1 && policies.get(0).startsWith("default-src 'none'")
                && !policies.get(0).replace("style-src 'unsafe-inline'", "").contains("unsafe") && policies.get(0).contains("frame-ancestors 'none'");
        if (!strict || !headers.firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
            fault(what + " is not locked up: " + policies);
        }
        if (headers.firstValue("Server").isPresent() || headers.firstValue("X-Powered-By").isPresent()) {
            fault(what + " says what it is made of");
        }
        if (headers.firstValue("X-Pwned").isPresent() || headers.allValues("Set-Cookie").toString().contains("pwned")) {
            fault(what + " carries a header of the attacker");
        }
    }

    /** One redirect; it may only lead to a page of ours. */
    void redirected(String what, String location, String address) {
        boolean ours = location.matches("/([^/\\\\].*)?") || location.startsWith(address + "/");
        if (!ours) {
            fault(what + " leads to " + location);
        }
    }

    /** A page as it came. */
    void page(String what, Html html) {
        html.live().forEach(live -> fault(what + " has a live " + live));
    }

    /** Says how long that took. */
    void passed(String what) {
        Duration took = Duration.between(since, Instant.now());
        since = Instant.now();
        System.out.println("AttackInputIT: " + what + " " + took.toSeconds() + " s");
    }

    void count(String what) {
        count(what, 1);
    }

    void count(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    void fault(String what) {
        faults.add(what.replaceAll("\\s+", " "));
    }

    List<String> faults() {
        return faults.stream().distinct().toList();
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder("Payloads: " + Payload.counts() + "\n");
        counts.forEach((what, count) -> lines.append(String.format("%-40s %6d%n", what, count)));
        return lines.append(coverage.counts()).append("faults ").append(faults().size()).toString();
    }

    private static String head(String body) {
        return body.substring(0, Math.min(body.length(), 200));
    }
}
