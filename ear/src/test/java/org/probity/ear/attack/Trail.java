package org.probity.ear.attack;

import static org.probity.ear.attack.Places.kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Every page one person can reach: by the addresses there are, by the links on them, and by where forms lead. */
final class Trail {

    /** What is at another stage in every case is looked at in each; a list that is searched or turned over, once. */
    private static final Pattern STAGED = Pattern.compile("/\\w+/(investigations/R(\\?tab=requests|/(removal|cooperation)/0)?|requests/.*/0(/reply)?)");
    private static final int STAGES = 10;
    private static final int OF_A_KIND = 2;
    private static final int MOST_PAGES = 400;

    private final Wire wire;
    private final String board;
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<String> pages = new ArrayList<>();

    Trail(Wire wire, String board) {
        this.wire = wire;
        this.board = board;
    }

    /** Every address there is, for each of the cases. */
    void wantAll(List<String> references) {
        Reach.addresses(board).flatMap(address -> references.stream().map(reference -> address.replace("{reference}", reference).replace("{slug}", board)))
                .distinct().filter(path -> !path.contains("{")).forEach(this::want);
    }

    /** What that page leads to; a link may say only what changes. */
    void want(String path, Html page) {
        page.links().forEach(link -> want(link.startsWith("?") ? path.replaceFirst("\\?.*", "") + link : link));
    }

    void want(String link) {
        String path = link.replaceFirst("#.*", "");
        boolean page = path.startsWith("/") && !path.startsWith("//") && !path.contains("jakarta.faces.resource");
        if (page && seen.add(path)) {
            waiting.add(path);
        }
    }

    /** Goes on until nothing is left. @param arrived is told each page that answers */
    void follow(BiConsumer<String, Html> arrived) {
        while (!waiting.isEmpty() && pages.size() < MOST_PAGES) {
            look(waiting.poll(), arrived);
        }
    }

    /** What did not answer does not count: the next case may be at a stage where it does. */
    private void look(String path, BiConsumer<String, Html> arrived) {
        if (isBehindNoCase(path) || ofAKind.getOrDefault(kind(path), 0) >= most(kind(path))) {
            return;
        }
        Wire.Answer answer = wire.get(path);
        if (answer.status() == 200 && answer.isPage()) {
            ofAKind.merge(kind(path), 1, Integer::sum);
            pages.add(path);
            Html page = new Html(answer.body());
            want(path, page);
            wantThanks(path);
            arrived.accept(path, page);
        }
        want(answer.location());
    }

    /** The page after an answer is there for each request, whether or not one of the attack's answers is taken in. */
    private void wantThanks(String path) {
        if (path.matches("/\\w+/requests/(removal|cooperation)/\\d+")) {
            want(path + "/done");
        }
    }

    private static int most(String kind) {
        return STAGED.matcher(kind).matches() ? STAGES : kind.contains("?") ? 1 : OF_A_KIND;
    }

    /** The pages of a case come after the case itself, and to somebody who came to none of those they stay shut. */
    private boolean isBehindNoCase(String path) {
        String cases = "/" + board + "/investigations/";
        return path.matches(cases + "[^/?]+/.*") && !ofAKind.containsKey(cases + "R");
    }

    /** Every page that answered. */
    List<String> pages() {
        return pages;
    }
}
