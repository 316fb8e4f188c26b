package org.probity.ear.isolation;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Asks for what is hidden from a stranger in every way there is, and each time for what does not exist as well. Where the
 * stranger's role may not look at any such thing, one way is enough.
 */
final class Attempts {

    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;

    /** One way to write an address. */
    private record Spelling(String name, UnaryOperator<String> of) {
    }

    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("trailing slash", path -> path + "/"),
            new Spelling("trailing space", path -> path + "%20"),
            new Spelling("path parameter", path -> path + ";x=1"),
            new Spelling("double slash", path -> path.replaceFirst("(.)/", "$1//")),
            new Spelling("lower case", path -> path.toLowerCase(Locale.ROOT)),
            new Spelling("by way of the API", path -> "/api/.." + path),
            new Spelling("encoded", path -> path.replace("-", "%2D")),
            new Spelling("number from nought", path -> path.replaceAll("/(\\d+)", "/0$1")));

    private final Tried tried;
    private final List<String> addresses;
    private final List<Operation> operations;
    private int turn;

    Attempts(Tried tried, List<String> addresses, List<Operation> operations) {
        this.tried = tried;
        this.addresses = addresses.stream().filter(address -> address.contains("{")).toList();
        this.operations = operations;
    }

    /** Everything; of spellings and of headers each address gets one from each stranger, in turn. */
    void by(Stranger stranger) {
        addresses.forEach(address -> page(stranger, address));
        if (stranger.usesApi()) {
            operations.stream().filter(operation -> operation.path().matches(".*\\{board}.*\\{.*")).forEach(o -> rest(stranger, o));
            operations.stream().filter(operation -> operation.query().contains("q")).forEach(o -> search(stranger, o));
            operations.stream().filter(operation -> operation.query().contains("case")).forEach(o -> audit(stranger, o));
        }
    }

    private void page(Stranger stranger, String address) {
        List<Kind> kinds = Kind.in(address);
        if (kinds.contains(Kind.MEMBER) && !stranger.isElsewhere()) {
            return;
        }
        for (int mine : mixtures(stranger, kinds)) {
            Function<Target, String> path = target -> "/" + stranger.board() + Kind.fill(address, target.ids(kinds, stranger.own(), mine));
            String what = "GET " + address + mixed(mine);
            boolean forbidden = compare(stranger, kinds, "page", what, target -> stranger.guest().get(path.apply(target))) == FORBIDDEN;
            if (forbidden) {
                return;
            }
            compare(stranger, kinds, "page, posted", what, target -> stranger.guest().post(path.apply(target), Map.of("form", "form")));
            if (mine == 0) {
                otherwise(stranger, kinds, what, path);
            }
            if (stranger.own() != null) {
                replay(stranger, kinds, address, what, path);
            }
        }
    }

    private void otherwise(Stranger stranger, List<Kind> kinds, String what, Function<Target, String> path) {
        Spelling spelling = SPELLINGS.get(turn++ % SPELLINGS.size());
        compare(stranger, kinds, "page, " + spelling.name(), what, target -> stranger.guest().get(spelling.of().apply(path.apply(target))));
        compare(stranger, kinds, "page, repeated in query", what, target -> stranger.guest().get(path.apply(target)
                + "?reference=" + target.id(Kind.INVESTIGATION) + "&id=" + target.id(Kind.REMOVAL) + "&view=1"));
    }

    /** A form that was opened where it may be, and is sent where it may not. */
    private void replay(Stranger stranger, List<Kind> kinds, String address, String what, Function<Target, String> path) {
        int all = (1 << kinds.size()) - 1;
        String own = "/" + stranger.board() + Kind.fill(address, stranger.own().ids(kinds, stranger.own(), all));
        Map<String, String> form = Fields.of(stranger.guest().page(own));
        if (!form.isEmpty()) {
            compare(stranger, kinds, "form of an own page", what, target -> stranger.guest().post(path.apply(target), form));
            compare(stranger, kinds, "Ajax of an own page", what, target -> stranger.guest().ajax(path.apply(target), form));
        }
    }

    private void rest(Stranger stranger, Operation operation) {
        List<Kind> kinds = Kind.in(operation.path());
        boolean known = kinds.contains(Kind.RECEIPT) || operation.path().contains("/members/");
        if (known && !stranger.isElsewhere()) {
            return;
        }
        for (int mine : mixtures(stranger, kinds.subList(1, kinds.size()))) {
            Function<Target, String> path = target -> Kind.fill(operation.path().replace("{board}", stranger.board()),
                    target.ids(kinds.subList(1, kinds.size()), stranger.own(), mine));
            String what = operation.method() + " " + operation.path() + mixed(mine);
            List<Map.Entry<String, Request>> ways = new ArrayList<>(ways(operation).entrySet());
            for (Map.Entry<String, Request> way : List.of(ways.get(0), ways.get(1 + turn++ % (ways.size() - 1)))) {
                int status = compare(stranger, kinds.subList(1, kinds.size()), way.getKey(), what, target -> way.getValue().send(stranger, path.apply(target)));
                if (status == FORBIDDEN || status == UNKNOWN) {
                    return;
                }
            }
        }
    }

    /** One way to send a request of the API. */
    private interface Request {
        Reply send(Stranger stranger, String path);
    }

    private static Map<String, Request> ways(Operation operation) {
        Map<String, Request> ways = new LinkedHashMap<>();
        String method = operation.method();
        String example = operation.body() == null ? null : operation.body().toString();
        ways.put("REST", (s, path) -> api(s, method, path, example));
        if (method.equals("GET")) {
            ways.put("REST, a page of a list", (s, path) -> api(s, method, path + "?page=1&size=1", null));
            ways.put("REST, cached", (s, path) -> api(s, method, path, null, "If-None-Match", "\"0\""));
            ways.put("REST, PUT", (s, path) -> api(s, "PUT", path, "{}"));
            ways.put("REST, HEAD", (s, path) -> api(s, "HEAD", path, null));
        } else {
            ways.put("REST, empty", (s, path) -> api(s, method, path, new JsonObject().toString()));
            ways.put("REST, on a version", (s, path) -> api(s, method, path, example, "If-Match", "\"0\""));
            ways.put("REST, on a wrong version", (s, path) -> api(s, method, path, example, "If-Match", "\"99\""));
            ways.put("REST, under a key", (s, path) -> api(s, method, path, example, "Idempotency-Key", UUID.randomUUID().toString()));
        }
        if (operation.form()) {
            ways.put("REST, file", (s, path) -> send(s, method, path, World.formType(),
                    BodyPublishers.ofString(World.form("a.txt", "Words.", Map.of("title", "A file")))));
        }
        return ways;
    }

    private static Reply api(Stranger stranger, String method, String path, String json, String... headers) {
        return json == null ? send(stranger, method, path, null, BodyPublishers.noBody(), headers)
                : send(stranger, method, path, "application/json", BodyPublishers.ofString(json), headers);
    }

    private static Reply send(Stranger stranger, String method, String path, String type, BodyPublisher body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (stranger.authorization() != null) {
            all.addAll(List.of("Authorization", stranger.authorization()));
        }
        return stranger.guest().send(method, path, type, body, all.toArray(String[]::new));
    }

    /** What is found by the words of the hidden case, or of none. */
    private void search(Stranger stranger, Operation operation) {
        String path = operation.path().replace("{board}", stranger.board());
        compare(stranger, List.of(Kind.INVESTIGATION), "REST, search", "GET " + operation.path() + "?q=", target ->
                api(stranger, "GET", path + "?q=" + target.id(Kind.INVESTIGATION), null));
        compare(stranger, List.of(Kind.INVESTIGATION), "page, search", "GET /investigations?q=", target ->
                stranger.guest().get("/" + stranger.board() + "/investigations?q=" + target.id(Kind.INVESTIGATION)));
    }

    /** What the audit says of the hidden case, or of none. */
    private void audit(Stranger stranger, Operation operation) {
        String path = operation.path().replace("{board}", stranger.board()) + "?case=";
        compare(stranger, List.of(Kind.INVESTIGATION), "REST, search", "GET " + operation.path() + "?case=", target ->
                api(stranger, "GET", path + target.id(Kind.INVESTIGATION), null));
        for (String page : List.of("/audit?case=", "/audit/entries.csv?case=")) {
            compare(stranger, List.of(Kind.INVESTIGATION), "page, search", "GET " + page, target ->
                    stranger.guest().get("/" + stranger.board() + page + target.id(Kind.INVESTIGATION)));
        }
    }

    /** Which of the ids are the stranger's own: none, or some of them but not all. */
    private static List<Integer> mixtures(Stranger stranger, List<Kind> kinds) {
        List<Integer> mixtures = new ArrayList<>(List.of(0));
        for (int mine = 1; stranger.own() != null && mine < (1 << kinds.size()) - 1; mine++) {
            mixtures.add(mine);
        }
        return mixtures;
    }

    private static String mixed(int mine) {
        return mine == 0 ? "" : " (own: " + Integer.toBinaryString(mine) + ")";
    }

    /** Asks for both and notes how the answers differ, but for the ids that were asked for. @return the status */
    int compare(Stranger stranger, List<Kind> kinds, String way, String what, Function<Target, Reply> request) {
        Set<String> asked = new HashSet<>(stranger.hidden().echoes());
        asked.addAll(stranger.hidden().absent().echoes());
        asked.remove(stranger.board());
        asked.remove(stranger.hidden().id(Kind.BOARD));
        Reply absent = request.apply(stranger.hidden().absent());
        Reply hidden = request.apply(stranger.hidden());
        String difference = hidden.without(asked).difference(absent.without(asked));
        tried.add(kinds.toString(), way, stranger.who(), what, hidden.status(), difference.isEmpty() ? hidden.fault(way) : difference);
        return hidden.status();
    }
}
