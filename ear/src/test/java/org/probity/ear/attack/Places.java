package org.probity.ear.attack;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.ear.attack.Coverage.Place;

/** What kind of thing a page, a form or a field is, so that each is attacked once and not each time it is met. */
final class Places {

    /** Forms without Faces: they end a session or change its language, and only our own site can send them. */
    static final Set<String> PLAIN = Set.of("/signout", "/language");

    private Places() {
    }

    /** The page a form stands on, or the one address to which it goes from every page. */
    static String home(String path, Html.Form form) {
        String target = form.action().replaceFirst("\\?.*", "").replaceFirst(".*(?=/)", "");
        return PLAIN.contains(target) ? target : path;
    }

    static String kind(String path, Html.Form form) {
        return page(home(path, form)) + " " + form.fields().stream().filter(field -> !field.type().equals("hidden"))
                .map(field -> plain(field.name())).distinct().sorted().collect(Collectors.joining(","));
    }

    static String page(String path) {
        return kind(path.replaceFirst("\\?.*", ""));
    }

    static String plain(String name) {
        return name.replaceAll("\\d+", "0");
    }

    static boolean isOf(Set<Place> places, Html.Field field) {
        return place(field).filter(places::contains).isPresent();
    }

    static Optional<Place> place(Html.Field field) {
        return Optional.ofNullable(switch (field.type()) {
            case "textarea" -> Place.TEXT;
            case "file" -> Place.FILE_NAME;
            case "hidden" -> Place.HIDDEN;
            case "radio", "checkbox", "select" -> Place.CHOICE;
            default -> field.typed() ? Place.LINE : null;
        });
    }

    /** The form's own marker, the key of its state and the nonce are the same everywhere. */
    static String name(String path, Html.Field field) {
        boolean marker = field.type().equals("hidden") && field.name().equals(field.value());
        boolean ofFaces = field.type().equals("hidden") && field.name().matches(".*(jakarta\\.faces|primefaces).*");
        return marker ? "marker of a form" : ofFaces ? field.name() : page(path) + " " + plain(field.name());
    }

    /** Of an address: whichever case, whichever number, whatever is searched for; what is another page under the same path is another kind. */
    static String kind(String path) {
        return path.replaceAll("[A-Z]+-\\d{4}-\\d+", "R").replaceAll("\\d+", "0").replaceAll("(?<!tab|answer)=[^&]*", "=");
    }

    /** As the page came. */
    static String honest(Html.Field field) {
        return switch (field.type()) {
            case "radio", "checkbox" -> field.checked() ? field.value() : null;
            case "select" -> field.options().isEmpty() ? "" : field.options().get(0);
            default -> field.value();
        };
    }

    static boolean dated(Html.Field field) {
        return field.name().matches(".*(On|At|deadline|Until|From|To|day|Day)$");
    }
}
