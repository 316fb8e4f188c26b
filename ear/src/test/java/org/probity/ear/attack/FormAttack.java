package org.probity.ear.attack;

import static org.probity.ear.attack.Places.dated;
import static org.probity.ear.attack.Places.honest;
import static org.probity.ear.attack.Places.isOf;
import static org.probity.ear.attack.Places.kind;
import static org.probity.ear.attack.Places.name;
import static org.probity.ear.attack.Places.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.probity.ear.attack.Coverage.Place;

/**
 * Walks through every page one person can reach, by the addresses there are and by the links on them, and sends every form
 * found there: with payloads of each class in every text, with payloads where one is to choose, with what is hidden
 * tampered with, and at last with the choices made so that the texts are kept.
 */
final class FormAttack {

    private static final Pattern ADDRESS = Pattern.compile("(?:of|open)\\(\"([^\"]*)\", \"/(?!internal/)");
    private static final Path ADDRESSES = Path.of("../web/src/main/java/org/probity/web/tenancy/Addresses.java");
    /** Where a form that is taken in would close the ways in that the attack itself needs: roles, tokens, sessions, sight of the cases. */
    private static final Pattern WAYS_IN = Pattern.compile("/account.*|.*/tokens|.*/members/(second-factor|\\d+)|.*/investigations/[^/]+/(stepping-aside|team)");
    private static final Set<Place> TYPED = EnumSet.of(Place.LINE, Place.TEXT, Place.FILE_NAME);
    private static final Set<Place> CHOSEN = EnumSet.of(Place.CHOICE);
    /** Forms without Faces: they end a session or change its language, and only our own site can send them. */
    private static final Set<String> PLAIN = Set.of("/signout", "/language");
    private static final int OF_A_KIND = 3;
    private static final int MOST_PAGES = 160;
    private static final int ROOM = 3000;

    private final Wire wire;
    private final String username;
    private final String board;
    private final List<String> references;
    private final Set<String> done;
    private final Outcomes outcomes;
    private final Coverage coverage;
    private final Deck deck;
    private final List<String> withForms = new ArrayList<>();
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<String> pages = new ArrayList<>();

    /** @param done the forms somebody has attacked already, by their kind; this adds its own */
    FormAttack(Wire wire, String username, String board, List<String> references, Set<String> done, Deck deck, Outcomes outcomes) {
        this.wire = wire;
        this.username = username;
        this.board = board;
        this.references = references;
        this.done = done;
        this.deck = deck;
        this.outcomes = outcomes;
        this.coverage = outcomes.coverage();
    }

    /** Finds the pages first, since a form may close what is still to be found. */
    FormAttack run() {
        find();
        withForms.forEach(this::attack);
        return this;
    }

    FormAttack find() {
        seeds().forEach(this::want);
        while (!waiting.isEmpty() && pages.size() < MOST_PAGES) {
            look(waiting.poll());
        }
        return this;
    }

    /**
     * Sends every form found without that field, and whole but as from another site: neither may do anything.
     *
     * @return how many were sent
     */
    int forge(String key) {
        int sent = 0;
        for (String path : withForms) {
            for (Html.Form form : forms(path)) {
                if (isNew(path, form) && form.method().equalsIgnoreCase("post")) {
                    done.add(kind(path, form));
                    forge(form, key);
                    sent += 2;
                }
            }
        }
        return sent;
    }

    private void forge(Html.Form form, String key) {
        boolean keyed = form.fields().stream().anyMatch(field -> field.name().equals(key));
        if (keyed) {
            send(form, 0, field -> field.name().equals(key) ? null : best(field));
        }
        wire.saying("Origin", "https://attack.invalid");
        int status = send(form, 0, this::best).status();
        wire.saying("Origin", null);
        if (status != 403) {
            outcomes.fault(form.action() + " takes a form of another site: " + status);
        }
        if (!keyed && !PLAIN.contains(form.action().replaceFirst(".*(?=/)", ""))) {
            outcomes.fault(form.action() + " has a form without the key of its page");
        }
    }

    /** Every page that answered. */
    List<String> pages() {
        return pages;
    }

    private Stream<String> seeds() {
        return addresses(board).flatMap(address -> references.stream().map(reference -> address.replace("{reference}", reference).replace("{slug}", board)))
                .distinct().filter(seed -> !seed.contains("{"));
    }

    /** Of every page there is, from the root, with what stands in braces. */
    static Stream<String> addresses(String board) {
        try {
            String source = Files.readString(ADDRESSES);
            int without = source.indexOf("WITHOUT_BOARD =");
            return ADDRESS.matcher(source).results().map(found -> (found.start() < without ? "/" + board : "") + found.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void want(String link) {
        String path = link.replaceFirst("#.*", "");
        boolean page = path.startsWith("/") && !path.startsWith("//") && !path.contains("jakarta.faces.resource");
        if (page && seen.add(path)) {
            waiting.add(path);
        }
    }

    /** What did not answer does not count: the next case may be at a stage where it does. */
    private void look(String path) {
        if (ofAKind.getOrDefault(kind(path), 0) >= OF_A_KIND) {
            return;
        }
        Wire.Answer answer = wire.get(path);
        if (answer.status() == 200 && answer.isPage()) {
            ofAKind.merge(kind(path), 1, Integer::sum);
            pages.add(path);
            Html page = new Html(answer.body());
            page.links().forEach(this::want);
            if (page.forms().stream().anyMatch(form -> isNew(path, form))) {
                withForms.add(path);
            }
        }
        if (answer.location().startsWith("/")) {
            want(answer.location());
        }
    }

    private void attack(String path) {
        List<Html.Form> forms = forms(path);
        for (int n = 0; n < forms.size(); n++) {
            if (isNew(path, forms.get(n))) {
                done.add(kind(path, forms.get(n)));
                outcomes.count("kinds of form");
                attack(path, n, forms.get(n));
            }
        }
    }

    private boolean isNew(String path, Html.Form form) {
        boolean empty = form.fields().stream().noneMatch(field -> isOf(TYPED, field) || isOf(CHOSEN, field));
        return !form.action().endsWith("/signout") && !(empty && isWayIn(path)) && !done.contains(kind(path, form));
    }

    private static boolean isWayIn(String path) {
        return WAYS_IN.matcher(path.replaceFirst("\\?.*", "")).matches();
    }

    private List<Html.Form> forms(String path) {
        Wire.Answer answer = wire.get(path);
        if (answer.location().contains("/signin")) {
            wire.signIn(username);
            answer = wire.get(path);
        }
        return answer.status() == 200 && answer.isPage() ? new Html(answer.body()).forms() : List.of();
    }

    /** Each class into all texts, each class into all choices, each class into each hidden field; then taken in. */
    private void attack(String path, int n, Html.Form form) {
        for (Payload kind : Payload.values()) {
            if (form.fields().stream().anyMatch(field -> isOf(TYPED, field))) {
                submit(path, n, kind.ordinal(), field -> isOf(TYPED, field) ? sent(path, field, kind) : honest(field));
            }
            if (form.fields().stream().anyMatch(field -> isOf(CHOSEN, field))) {
                submit(path, n, 0, field -> isOf(CHOSEN, field) ? sent(path, field, kind) : honest(field));
            }
            tamper(path, n, form, kind);
        }
        if (isWayIn(path)) {
            return;
        }
        long buttons = form.fields().stream().filter(field -> field.type().equals("submit")).count();
        for (int button = 0; button < Math.max(1, buttons); button++) {
            submit(path, n, button, this::best);
        }
    }

    /** One hidden field after the other, so that each is seen wrong beside others that are right. What Faces adds to every form, once. */
    private void tamper(String path, int n, Html.Form form, Payload kind) {
        form.fields().stream().filter(field -> field.type().equals("hidden"))
                .filter(field -> !coverage.hasMet(Place.HIDDEN, name(path, field), kind)).forEach(wrong -> submit(path, n, 0, field ->
                        field.name().equals(wrong.name()) ? sent(path, field, kind) : honest(field)));
    }

    private interface Filling {
        String of(Html.Field field);
    }

    /** Sends the form of that number on the page as it is now, with one of its buttons. */
    private void submit(String path, int n, int button, Filling filling) {
        List<Html.Form> forms = forms(path);
        if (forms.size() > n) {
            send(forms.get(n), button, filling);
        } else if (isWayIn(path)) {
            coverage.closed(Places.page(path));
        }
    }

    private Wire.Answer send(Html.Form form, int button, Filling filling) {
        List<Wire.Pair> pairs = new ArrayList<>();
        Set<String> radios = new HashSet<>();
        for (Html.Field field : form.fields()) {
            boolean once = !field.type().equals("radio") || !radios.contains(field.name());
            String value = field.type().equals("submit") || !once ? null : filling.of(field);
            if (value != null) {
                radios.add(field.name());
                pairs.add(new Wire.Pair(field.name(), value));
            }
        }
        List<Html.Field> buttons = form.fields().stream().filter(field -> field.type().equals("submit")).toList();
        if (!buttons.isEmpty()) {
            Html.Field pressed = buttons.get(button % buttons.size());
            pairs.add(new Wire.Pair(pressed.name(), pressed.value()));
        }
        Wire.Answer answer = wire.post(form, pairs);
        outcomes.count("form fields attacked, times", (int) form.fields().stream().filter(field -> !field.type().equals("submit")).count());
        if (answer.location().contains("/signin") && !username.isEmpty()) {
            wire.signIn(username);
        }
        return answer;
    }

    private String sent(String path, Html.Field field, Payload kind) {
        Place place = place(field).orElseThrow();
        String sent = place == Place.TEXT ? coverage.pack(place, kind, ROOM) : coverage.next(place, kind);
        coverage.met(place, name(path, field), kind, sent);
        return sent;
    }

    /** What fields of such a kind were not given yet, into the first one on that page. */
    void putTheRest(String path, Place place) {
        for (Payload kind : Payload.values()) {
            for (String payload : coverage.missing(place, kind)) {
                forms(path).stream().filter(form -> form.fields().stream().anyMatch(field -> isOf(Set.of(place), field))).findFirst()
                        .ifPresent(form -> send(form, 0, field -> isOf(Set.of(place), field) ? rest(path, field, kind, payload) : best(field)));
            }
        }
    }

    private String rest(String path, Html.Field field, Payload kind, String payload) {
        coverage.met(place(field).orElseThrow(), name(path, field), kind, payload);
        return payload;
    }

    /** Chosen, so that the form is taken in, with the texts of an attacker. */
    private String best(Html.Field field) {
        return switch (field.type()) {
            case "radio", "checkbox" -> field.value();
            case "select" -> field.options().stream().filter(option -> !option.isBlank()).findFirst().orElse("");
            case "text" -> dated(field) ? field.value() : deck.pack(180);
            case "textarea" -> deck.pack(ROOM);
            case "file" -> "pwn.txt";
            default -> field.value();
        };
    }
}
