package org.probity.ear.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What only a program sends: keys of pages that were never given, parts that say nonsense of themselves, lines in lines. */
final class Forged {

    static final String STATE = "jakarta.faces.ViewState";

    /** Stands in everything, and may stand in no log. */
    static final String MARK = "Jane-Doe-was-seen";

    private static final String LINE = "\r\n2026-11-22 10:00:00,000 INFO  [org.probity] (main) " + MARK + "\u001b[2K";

    private static final List<String> STATES = List.of("", MARK, "1", "1:", ":1", ":", "1:1:1", "stateless", "-1:-1", "99999999999999999999:1", "\u0661:\u0661",
            "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "9".repeat(50_000), "1:1" + LINE);

    private static final List<Map<String, String>> ADDED = List.of(
            Map.of("jakarta.faces.partial.ajax", "true", "jakarta.faces.source", MARK + LINE),
            Map.of("jakarta.faces.partial.ajax", "true", "jakarta.faces.source", ":::", "jakarta.faces.partial.execute", ":::", "jakarta.faces.partial.render", "a:b:c[0]"),
            Map.of("jakarta.faces.partial.ajax", "true", "jakarta.faces.partial.execute", "@all @form @none @(x) @widgetVar(x)", "jakarta.faces.partial.render", "@all " + MARK),
            Map.of("jakarta.faces.partial.ajax", "true", "jakarta.faces.behavior.event", MARK, "jakarta.faces.partial.event", MARK),
            Map.of("jakarta.faces.partial.ajax", "true", "jakarta.faces.partial.resetValues", "x", "primefaces.resetvalues", "true", "primefaces.ignoreautoupdate", "x"),
            Map.of("jakarta.faces.ClientWindow", MARK, "jfwid", MARK), Map.of("jakarta.faces.encodedURL", "http://attack.invalid/" + MARK),
            Map.of("worklist_pagination", "true", "worklist_first", MARK, "worklist_rows", "\u0661", "worklist_encodeFeature", "true"),
            Map.of("form:files_removed", MARK, "a[0].b", MARK, "#{7*7}", MARK, "jakarta.faces.RenderKitId", MARK), Map.of("\u0000", MARK, LINE, LINE));

    private Forged() {
    }

    /** The fields of that form, each time with something wrong in what Faces itself put there. */
    static List<List<Wire.Pair>> fields(Html.Form form) {
        List<List<Wire.Pair>> all = new ArrayList<>();
        STATES.forEach(state -> all.add(pairs(form, Map.of(STATE, state)).toList()));
        ADDED.forEach(more -> all.add(Stream.concat(pairs(form, Map.of()), more.entrySet().stream().map(e -> new Wire.Pair(e.getKey(), e.getValue()))).toList()));
        form.fields().stream().filter(field -> !field.name().equals(STATE)).forEach(field -> {
            all.add(pairs(form, Map.of(field.name(), MARK + LINE)).toList());
            all.add(Stream.concat(pairs(form, Map.of()), pairs(form, Map.of(field.name(), MARK))).toList());
        });
        all.add(pairs(form, Map.of()).filter(pair -> pair.name().equals(STATE)).toList());
        return all;
    }

    private static Stream<Wire.Pair> pairs(Html.Form form, Map<String, String> other) {
        return form.fields().stream().map(field -> new Wire.Pair(field.name(), other.getOrDefault(field.name(), field.value())));
    }

    /** Bodies of a form whose parts cannot be what they say. */
    static List<byte[]> parts() {
        return Stream.of("Content-Disposition: form-data\r\n\r\n" + MARK, "Content-Disposition: form-data; name=\"\"\r\n\r\n" + MARK,
                "Content-Disposition: form-data; name=\"what\"\r\nContent-Type: " + MARK + "/b/c\r\n\r\n" + MARK,
                "Content-Disposition: form-data; name=\"what\"\r\nContent-Type: text/plain; charset=" + MARK + "\r\n\r\n" + MARK,
                "Content-Disposition: form-data; name=\"what\"\r\nContent-Type: text/plain; charset=\"*?\"\r\nContent-Transfer-Encoding: " + MARK + "\r\n\r\n" + MARK,
                "Content-Disposition: form-data; name=\"file\"; filename=\"" + MARK + "\u001b[2K\u0085.txt\"\r\nContent-Transfer-Encoding: base64\r\n\r\n*" + MARK,
                "Content-Disposition: form-data; name=\"file\"; filename*=" + MARK + "''%zz\r\nContent-Type: ;;;\r\n\r\n" + MARK,
                "Content-Disposition: " + MARK + "\r\n\r\n" + MARK, MARK + "\r\n\r\n", "Content-Disposition: form-data; name=\"" + STATE + "\"; filename=\"a.txt\"\r\n\r\n1:1")
                .map(part -> ("--x\r\n" + part + "\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** With lines and signs that steer a terminal wherever a request may carry text. */
    static List<String> requests() {
        List<String> all = new ArrayList<>();
        for (String sign : List.of("%0d%0a2026-11-22%2010:00:00,000%20INFO%20", "%1b[2K", "%e2%80%a8", "%c2%85", "%00", "%e2%80%ae", "%ff%fe", "\u001b[2K")) {
            for (String path : List.of("/" + MARK + sign, "/nscb/" + MARK + sign, "/nscb/investigations/" + MARK + sign, "/api/boards/" + MARK + sign + "/investigations",
                    "/link/" + MARK + sign, "/signin?next=" + MARK + sign, "/jakarta.faces.resource/" + MARK + sign + ".xhtml?ln=" + MARK, "/nscb/report/follow?code=" + MARK + sign)) {
                all.add("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + MARK + "\u001b[2K\r\nAccept-Language: " + MARK + "\u0085\r\nReferer: " + MARK
                        + "\r\nCookie: JSESSIONID=" + MARK + "; a=" + MARK + "\u001b\r\nAccept: " + MARK + "\r\nX-Forwarded-For: " + MARK + "\r\nConnection: close\r\n\r\n");
            }
        }
        all.add("POST /api/boards/nscb/concerns HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + MARK + "\r\nIdempotency-Key: " + MARK + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        all.add("POST /api/boards/nscb/concerns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json; charset=" + MARK + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        all.add(MARK + " /signin HTTP/1.1\r\nHost: " + MARK + "\r\nConnection: close\r\n\r\n");
        return all;
    }
}
