package org.probity.ear.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks through every page one person can reach, by the addresses there are and by the links on them, and sends every form
 * found there: with payloads of each class in every text, with payloads where one is to choose, with what is hidden
 * tampered with, and at last with the choices made so that the texts are kept.
 */
final class FormAttack {

    private static final Pattern ADDRESS = Pattern.compile("(?:of|open)\\(\"([^\"]*)\", \"/(?!internal/signout)");
    private static final Path ADDRESSES = Path.of("../web/src/main/java/org/probity/web/tenancy/Addresses.java");
    /** Where a form that is taken in would close the ways in that the attack itself needs: roles, tokens, sessions. */
    private static final Pattern WAYS_IN = Pattern.compile("/account.*|.*/tokens|.*/members/(second-factor|\\d+)");
    private static final int OF_A_KIND = 4;
    private static final int MOST_PAGES = 120;
    private static final int ROOM = 3000;
    private static final int HIDDEN = 3;

    private final Wire wire;
    private final String username;
    private final String board;
    private final List<String> references;
    private final Set<String> done;
    private final Outcomes outcomes;
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<String> pages = new ArrayList<>();
    private int turn;

    /** @param done the forms somebody has attacked already, by their kind; this adds its own */
    FormAttack(Wire wire, String username, String board, List<String> references, Set<String> done, Outcomes outcomes) {
        this.wire = wire;
        this.username = username;
        this.board = board;
        this.references = references;
        this.done = done;
        this.outcomes = outcomes;
    }

    /** Finds the pages first, since a form may close what is still to be found. */
    FormAttack run() {
        seeds().forEach(this::want);
        while (!waiting.isEmpty() && pages.size() < MOST_PAGES) {
            look(waiting.poll());
        }
        pages.forEach(this::attack);
        return this;
    }

    /** Every page that answered. */
    List<String> pages() {
        return pages;
    }

    private Stream<String> seeds() {
        try {
            String source = Files.readString(ADDRESSES);
            int without = source.indexOf("WITHOUT_BOARD =");
            Matcher found = ADDRESS.matcher(source);
            List<String> seeds = new ArrayList<>();
            while (found.find()) {
                String pattern = (found.start() < without ? "/" + board : "") + found.group(1);
                references.forEach(reference -> seeds.add(pattern.replace("{reference}", reference).replace("{slug}", board)));
            }
            return seeds.stream().distinct().filter(seed -> !seed.contains("{"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void want(String link) {
        String path = link.replaceFirst("#.*", "");
        boolean page = path.startsWith("/") && !path.startsWith("//") && !path.contains("jakarta.faces.resource");
        if (page && seen.add(path) && ofAKind.merge(kind(path), 1, Integer::sum) <= OF_A_KIND) {
            waiting.add(path);
        }
    }

    private static String kind(String path) {
        return path.replaceAll("[A-Z]+-\\d{4}-\\d+", "R").replaceAll("\\d+", "0").replaceAll("=[^&]*", "=");
    }

    private void look(String path) {
        Wire.Answer answer = wire.get(path);
        if (answer.status() == 200 && answer.isPage()) {
            pages.add(path);
            new Html(answer.body()).links().forEach(this::want);
        }
        if (answer.location().startsWith("/")) {
            want(answer.location());
        }
    }

    private void attack(String path) {
        List<Html.Form> forms = forms(path);
        for (int n = 0; n < forms.size(); n++) {
            Html.Form form = forms.get(n);
            String kind = kind(path.replaceFirst("\\?.*", "")) + form.fields().stream().filter(f -> !f.type().equals("hidden"))
                    .map(f -> f.name().replaceAll("\\d+", "0")).distinct().sorted().collect(Collectors.joining(","));
            boolean empty = form.fields().stream().noneMatch(f -> f.typed() || chosen(f));
            if (!form.action().endsWith("/signout") && !(empty && WAYS_IN.matcher(path).matches()) && done.add(kind)) {
                outcomes.count("kinds of form");
                attack(path, n);
            }
        }
    }

    private List<Html.Form> forms(String path) {
        Wire.Answer answer = wire.get(path);
        if (answer.location().contains("/signin")) {
            wire.signIn(username);
            answer = wire.get(path);
        }
        return answer.status() == 200 && answer.isPage() ? new Html(answer.body()).forms() : List.of();
    }

    private void attack(String path, int n) {
        for (Payload kind : Payload.values()) {
            submit(path, n, kind.ordinal(), field -> field.typed() || field.type().equals("file") ? payload(kind, field) : honest(field));
        }
        for (Payload kind : Payload.values()) {
            boolean hidden = kind.ordinal() % 2 == 0;
            submit(path, n, 0, field -> hidden ? tampered(kind, field) : chosen(field) ? kind.number(turn++) : honest(field));
        }
        if (WAYS_IN.matcher(path).matches()) {
            return;
        }
        int buttons = (int) forms(path).stream().skip(n).findFirst().map(form -> form.fields().stream()
                .filter(f -> f.type().equals("submit")).count()).orElse(0L).longValue();
        for (int button = 0; button < Math.max(1, buttons); button++) {
            submit(path, n, button, this::best);
        }
    }

    /** One hidden field after the other, so that each is seen wrong beside others that are right. */
    private String tampered(Payload kind, Html.Field field) {
        return field.type().equals("hidden") && turn++ % HIDDEN == 0 ? kind.number(turn) : honest(field);
    }

    private interface Filling {
        String of(Html.Field field);
    }

    /** Sends the form of that number on the page as it is now, with one of its buttons. */
    private void submit(String path, int n, int button, Filling filling) {
        List<Html.Form> forms = forms(path);
        if (forms.size() <= n) {
            return;
        }
        Html.Form form = forms.get(n);
        List<Html.Field> buttons = form.fields().stream().filter(field -> field.type().equals("submit")).toList();
        List<Wire.Pair> pairs = new ArrayList<>();
        Set<String> radios = new HashSet<>();
        for (Html.Field field : form.fields()) {
            String value = field.type().equals("submit") ? null : filling.of(field);
            boolean once = !field.type().equals("radio") || radios.add(field.name());
            if (value != null && once) {
                pairs.add(new Wire.Pair(field.name(), value));
            }
        }
        if (!buttons.isEmpty()) {
            Html.Field pressed = buttons.get(button % buttons.size());
            pairs.add(new Wire.Pair(pressed.name(), pressed.value()));
        }
        Wire.Answer answer = wire.post(form, pairs);
        outcomes.count("form fields attacked, times", (int) form.fields().stream().filter(f -> !f.type().equals("submit")).count());
        if (answer.location().contains("/signin") && !username.isEmpty()) {
            wire.signIn(username);
        }
    }

    private String payload(Payload kind, Html.Field field) {
        return field.type().equals("textarea") ? kind.pack(turn++, ROOM) : kind.number(turn++);
    }

    private static boolean chosen(Html.Field field) {
        return Set.of("radio", "checkbox", "select").contains(field.type());
    }

    /** As the page came. */
    private static String honest(Html.Field field) {
        return switch (field.type()) {
            case "radio", "checkbox" -> field.checked() ? field.value() : null;
            case "select" -> field.options().isEmpty() ? "" : field.options().get(0);
            default -> field.value();
        };
    }

    /** Chosen, so that the form is taken in, with the texts of an attacker. */
    private String best(Html.Field field) {
        return switch (field.type()) {
            case "radio", "checkbox" -> field.value();
            case "select" -> field.options().stream().filter(option -> !option.isBlank()).findFirst().orElse("");
            case "text" -> dated(field) ? field.value() : Payload.mixed(turn++, 180);
            case "textarea" -> Payload.mixed(turn++, ROOM);
            case "file" -> "pwn.txt";
            default -> field.value();
        };
    }

    private static boolean dated(Html.Field field) {
        return field.name().matches(".*(On|At|deadline|Until|From|To|day|Day)$");
    }
}
