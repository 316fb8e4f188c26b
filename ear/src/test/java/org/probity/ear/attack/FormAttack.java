package org.probity.ear.attack;

import static org.probity.ear.attack.Places.PLAIN;
import static org.probity.ear.attack.Places.dated;
import static org.probity.ear.attack.Places.home;
import static org.probity.ear.attack.Places.honest;
import static org.probity.ear.attack.Places.isOf;
import static org.probity.ear.attack.Places.kind;
import static org.probity.ear.attack.Places.name;
import static org.probity.ear.attack.Places.place;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.probity.ear.attack.Coverage.Place;

/**
 * Walks through every page one person can reach, by the addresses there are and by the links on them, and sends every form
 * found there: with payloads of each class in every text, with payloads where one is to choose, with what is hidden
 * tampered with, and at last with the choices made so that the texts are kept.
 */
final class FormAttack {

    /** Where a form that is taken in would close the ways in that the attack itself needs: roles, tokens, sessions, sight of the cases. */
    private static final Pattern WAYS_IN = Pattern.compile("/account.*|.*/tokens|.*/members/(second-factor|\\d+)|.*/investigations/[^/]+/(stepping-aside|team)");
    private static final Set<Place> TYPED = EnumSet.of(Place.LINE, Place.TEXT, Place.FILE_NAME);
    private static final Set<Place> CHOSEN = EnumSet.of(Place.CHOICE);

    /** How much a text is given to be taken in, and how much where that was too much, or held what reads like a password given away. */
    private static final int[] ROOMS = {3000, 250, 120, 60, 40, 40, 0};

    private final Wire wire;
    private final String username;
    private final List<String> references;
    private final Set<String> done;
    private final Outcomes outcomes;
    private final Coverage coverage;
    private final Deck deck;
    private final Trail trail;
    private final List<String> withForms = new ArrayList<>();

    /** @param done the forms somebody has attacked already, by their kind; this adds its own */
    FormAttack(Wire wire, String username, String board, List<String> references, Set<String> done, Deck deck, Outcomes outcomes) {
        this.wire = wire;
        this.username = username;
        this.trail = new Trail(wire, board);
        this.references = references;
        this.done = done;
        this.deck = deck;
        this.outcomes = outcomes;
        this.coverage = outcomes.coverage();
    }

    /** Everything from every address there is. */
    FormAttack run() {
        trail.wantAll(references);
        return attackAll();
    }

    /** Everything from that address on. */
    FormAttack from(String path) {
        trail.want(path);
        return attackAll();
    }

    /** Finds the pages first, since a form may close what is still to be found; then those to which the forms have led. */
    private FormAttack attackAll() {
        for (look(); !withForms.isEmpty(); look()) {
            List<String> found = List.copyOf(withForms);
            withForms.clear();
            found.forEach(path -> attack(path, () -> forms(path)));
        }
        return this;
    }

    FormAttack find() {
        trail.wantAll(references);
        look();
        return this;
    }

    private void look() {
        trail.follow((path, page) -> {
            if (page.forms().stream().anyMatch(form -> isNew(path, form))) {
                withForms.add(path);
            }
            if (page.forms().stream().anyMatch(form -> home(path, form).equals(path) && !isEmpty(form))) {
                coverage.offered(Places.page(path));
            }
        });
    }

    /**
     * Sends every form found without that field, whole as a link, and whole but as from another site: none of them may do anything.
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
            send(form, 0, field -> field.name().equals(key) ? null : best(field, ROOMS[0]));
            int linked = send(form.asLink(), 0, field -> best(field, ROOMS[0])).status();
            if (linked != 400 && linked != 302) {
                outcomes.fault(form.action() + " is looked at as a link: " + linked);
            }
        }
        wire.saying("Origin", "https://attack.invalid");
        int status = send(form, 0, field -> best(field, ROOMS[0])).status();
        wire.saying("Origin", null);
        if (status != 403) {
            outcomes.fault(form.action() + " takes a form of another site: " + status);
        }
        if (!keyed && !PLAIN.contains(home("", form))) {
            outcomes.fault(form.action() + " has a form without the key of its page");
        }
    }

    /** Every page that answered. */
    List<String> pages() {
        return trail.pages();
    }

    /** A form: the page it stands on, a way to get that page afresh, its place among the forms there, and whether it is but a button. */
    private record Goal(String path, Supplier<List<Html.Form>> way, int n, boolean button) {

        /** Where another form stands in its place, which is but a button, that takes back what was done: it is another one. */
        Optional<Html.Form> now() {
            return way.get().stream().skip(n).findFirst().filter(form -> button || !isEmpty(form));
        }
    }

    private void attack(String path, Supplier<List<Html.Form>> way) {
        List<Html.Form> forms = way.get();
        for (int n = 0; n < forms.size(); n++) {
            if (isNew(path, forms.get(n))) {
                done.add(kind(path, forms.get(n)));
                outcomes.count("kinds of form");
                attack(new Goal(home(path, forms.get(n)), way, n, isEmpty(forms.get(n))), forms.get(n));
            }
        }
    }

    private boolean isNew(String path, Html.Form form) {
        return !form.action().endsWith("/signout") && !(isEmpty(form) && isWayIn(path)) && !done.contains(kind(path, form));
    }

    private static boolean isEmpty(Html.Form form) {
        return form.fields().stream().noneMatch(field -> isOf(TYPED, field) || isOf(CHOSEN, field));
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
        return forms(answer);
    }

    private static List<Html.Form> forms(Wire.Answer answer) {
        return answer != null && answer.status() == 200 && answer.isPage() ? new Html(answer.body()).forms() : List.of();
    }

    /** Each class into all texts, each class into all choices, each class into each hidden field; then taken in. */
    private void attack(Goal goal, Html.Form form) {
        for (Payload kind : Payload.values()) {
            if (form.fields().stream().anyMatch(field -> isOf(TYPED, field))) {
                submit(goal, kind.ordinal(), field -> isOf(TYPED, field) ? sent(goal.path(), field, kind) : honest(field));
            }
            if (form.fields().stream().anyMatch(field -> isOf(CHOSEN, field))) {
                submit(goal, 0, field -> isOf(CHOSEN, field) ? sent(goal.path(), field, kind) : honest(field));
            }
            tamper(goal, form, kind);
        }
        if (isWayIn(goal.path())) {
            return;
        }
        long buttons = form.fields().stream().filter(field -> field.type().equals("submit")).count();
        for (int button = 0; button < Math.max(1, buttons); button++) {
            takeIn(goal, button);
        }
    }

    /** Where the answer is the same page with another form on it, that is attacked as well, by way of this one. */
    private void takeIn(Goal goal, int button) {
        for (int room : ROOMS) {
            Wire.Answer answer = submit(goal, button, field -> best(field, room));
            boolean onwards = forms(answer).stream().anyMatch(next -> isNew(goal.path(), next));
            if (onwards) {
                attack(goal.path(), () -> forms(submit(goal, button, field -> best(field, room))));
            }
            if (onwards || answer == null || answer.status() != 200) {
                return;
            }
        }
    }

    /** One hidden field after the other, so that each is seen wrong beside others that are right. What Faces adds to every form, once. */
    private void tamper(Goal goal, Html.Form form, Payload kind) {
        form.fields().stream().filter(field -> field.type().equals("hidden"))
                .filter(field -> !coverage.hasMet(Place.HIDDEN, name(goal.path(), field), kind)).forEach(wrong -> submit(goal, 0, field ->
                        field.name().equals(wrong.name()) ? sent(goal.path(), field, kind) : honest(field)));
    }

    private interface Filling {
        String of(Html.Field field);
    }

    /** Sends the form as it is now, with one of its buttons. @return null where it is there no more, nor comes back */
    private Wire.Answer submit(Goal goal, int button, Filling filling) {
        Optional<Html.Form> form = goal.now().or(() -> {
            undo(goal);
            return goal.now();
        });
        if (form.isEmpty()) {
            coverage.closed(Places.page(goal.path()));
        }
        return form.map(now -> send(now, button, filling)).orElse(null);
    }

    /** Presses the button that stands where the form was: what was paused goes on. */
    private void undo(Goal goal) {
        goal.way().get().stream().skip(goal.n()).findFirst().filter(form -> home(goal.path(), form).equals(goal.path()))
                .ifPresent(form -> send(form, 0, Places::honest));
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
        trail.want(answer.location());
        wire.landed().ifPresent(page -> trail.want(answer.location(), new Html(page.body())));
        if (answer.location().contains("/signin") && !username.isEmpty()) {
            wire.signIn(username);
        }
        return answer;
    }

    private String sent(String path, Html.Field field, Payload kind) {
        Place place = place(field).orElseThrow();
        String sent = place == Place.TEXT ? coverage.pack(place, kind, ROOMS[0]) : coverage.next(place, kind);
        coverage.met(place, name(path, field), kind, sent);
        return sent;
    }

    /** What fields of such a kind were not given yet, into the first one on that page. */
    void putTheRest(String path, Place place) {
        for (Payload kind : Payload.values()) {
            for (String payload : coverage.missing(place, kind)) {
                forms(path).stream().filter(form -> form.fields().stream().anyMatch(field -> isOf(Set.of(place), field))).findFirst()
                        .ifPresent(form -> send(form, 0, field -> isOf(Set.of(place), field) ? rest(path, field, kind, payload) : best(field, ROOMS[0])));
            }
        }
    }

    private String rest(String path, Html.Field field, Payload kind, String payload) {
        coverage.met(place(field).orElseThrow(), name(path, field), kind, payload);
        return payload;
    }

    /** Chosen, so that the form is taken in, with the texts of an attacker. */
    private String best(Html.Field field, int room) {
        return switch (field.type()) {
            case "radio", "checkbox" -> field.value();
            case "select" -> field.options().stream().filter(option -> !option.isBlank()).findFirst().orElse("");
            case "text" -> dated(field) ? field.value() : deck.pack(180);
            case "textarea" -> deck.pack(room);
            case "file" -> "pwn.txt";
            default -> field.value();
        };
    }
}
