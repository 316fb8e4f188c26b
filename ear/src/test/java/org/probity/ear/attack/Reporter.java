package org.probity.ear.attack;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody without an account who reports a concern at a browser of their own, and looks at the receipt. */
final class Reporter {

    private static final Pattern CODE = Pattern.compile("<strong id=\"code\">([^<]+)</strong>");

    /** What makes any digit another one. */
    private static final int DIGITS = 15;

    private final Wire wire;
    private final String board;

    /** The cookies that the form was answered with. */
    private final Map<String, String> given = new LinkedHashMap<>();

    Reporter(Wire wire, String board) {
        this.wire = wire;
        this.board = board;
    }

    /** @return the receipt code to which it leads */
    String report() {
        Wire.Answer check = wire.fill("/" + board + "/report/concern", Map.of("what", "A post.", "named", "false"));
        Html.Form form = new Html(check.body()).forms().stream().filter(one -> one.fields().stream().anyMatch(field -> field.name().equals("send")))
                .findFirst().orElseThrow();
        Wire.Answer sent = wire.post(form, form.fields().stream().filter(field -> !field.name().equals("change")).map(field -> new Wire.Pair(field.name(), field.value())).toList());
        sent.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split("[=;]", 3)).forEach(parts -> given.put(parts[0], parts[1]));
        return code(wire.landed().orElseThrow());
    }

    /** @return the receipt code that this browser is shown; empty where it is none */
    String look() {
        return code(wire.get("/" + board + "/report/receipt"));
    }

    /** The same browser at another board. */
    Reporter at(String other) {
        return new Reporter(wire, other);
    }

    Set<String> cookies() {
        return wire.cookies().keySet();
    }

    /** @return every receipt code that it is shown when one character of what it was given is another one */
    Set<String> forge() {
        Set<String> shown = new TreeSet<>();
        Map<String, String> carried = Map.copyOf(wire.cookies());
        given.forEach((name, own) -> forged(own).forEach(forged -> {
            wire.cookies().put(name, forged);
            shown.add(look());
        }));
        wire.cookies().clear();
        wire.cookies().putAll(carried);
        shown.remove("");
        return shown;
    }

    private static Set<String> forged(String own) {
        byte[] bytes = Base64.getDecoder().decode(URLDecoder.decode(own, StandardCharsets.UTF_8).replace('-', '+').replace('_', '/'));
        Set<String> forged = new LinkedHashSet<>();
        for (int at = 0; at < bytes.length; at++) {
            for (int bits = 1; bits <= DIGITS; bits++) {
                bytes[at] ^= (byte) bits;
                forged.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
                forged.add(URLEncoder.encode(Base64.getEncoder().encodeToString(bytes), StandardCharsets.UTF_8));
                bytes[at] ^= (byte) bits;
            }
        }
        return forged;
    }

    private static String code(Wire.Answer answer) {
        Matcher code = CODE.matcher(answer.body());
        return code.find() ? code.group(1) : "";
    }
}
