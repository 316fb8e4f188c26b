package org.probity.ear.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An administrator who takes away roles, memberships and tokens at a board. */
final class Withdrawal {

    private final Guest administrator;
    private final String board;

    Withdrawal(Guest administrator, String board) {
        this.administrator = administrator;
        this.board = "/" + board;
    }

    /**
     * Somebody has that role from now on, and no other: it is asked for, and the operator confirms it, since the board has no second
     * administrator.
     *
     * @param account the log-in before the at sign
     */
    void leaveOnly(String account, String role, Guest operator) {
        Map<String, String> change = new LinkedHashMap<>(Map.of("roles", role, "reason", "They do something else now."));
        send(board + "/members/" + member(account), "change", change);
        String desk = "/operator/boards" + board + "/powers";
        done(operator.post(desk, Fields.of(operator.page(desk), "powers")));
    }

    /** Somebody is no member from now on. */
    void end(String account) {
        send(board + "/members/" + member(account), "ending", Map.of("endReason", "They have left."));
    }

    /** The token is void from now on. @param name of the token */
    void revoke(String name) {
        String button = found(board + "/members/tokens", name + "(?:(?!<tr).)*?<input[^>]*name=\"([^\"]+)\"");
        Map<String, String> form = new LinkedHashMap<>(Fields.of(administrator.page(board + "/members/tokens"), "tokens"));
        form.keySet().removeIf(field -> field.startsWith("tokens:") || field.contains("j_idt"));
        form.put(button, "Revoke");
        done(administrator.post(board + "/members/tokens", form));
    }

    private String member(String account) {
        return found(board + "/members", "/members/(\\d+)\"(?:(?!<tr).)*?" + account + "@example.org");
    }

    private String found(String path, String what) {
        Matcher matcher = Pattern.compile(what, Pattern.DOTALL).matcher(administrator.page(path));
        if (!matcher.find()) {
            throw new IllegalStateException("There is no " + what + " on " + path);
        }
        return matcher.group(1);
    }

    private void send(String path, String form, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(Fields.of(administrator.page(path), form));
        all.putAll(fields);
        done(administrator.post(path, all));
    }

    /** The form of a note as it stands open in somebody's browser. */
    static Map<String, String> note(Guest guest, String path) {
        Map<String, String> form = new LinkedHashMap<>(Fields.of(guest.page(path)));
        assertThat(form).containsKey("jakarta.faces.ViewState");
        form.replaceAll((name, value) -> value.equals("Words.") || name.equals("words") ? "Typed while I still could." : value);
        return form;
    }

    private static void done(Reply reply) {
        if (reply.status() != 302) {
            throw new IllegalStateException("It was not withdrawn: " + reply);
        }
    }
}
