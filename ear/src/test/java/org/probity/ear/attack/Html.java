package org.probity.ear.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page taken apart the way a browser does it: tags, attributes, forms. */
final class Html {

    private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "data", "xlink:href");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]+|lt|gt|amp|quot|apos);");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    /** A tag and the text after it. */
    record Tag(String name, boolean end, Map<String, String> attributes, String text) {

        String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }
    }

    /** A field with what stands in it and what may be chosen. */
    record Field(String name, String type, String value, boolean checked, List<String> options) {

        boolean typed() {
            return Set.of("text", "textarea", "search", "email", "url", "tel", "password", "number", "date", "datetime-local", "time")
                    .contains(type);
        }
    }

    record Form(String action, String method, boolean multipart, List<Field> fields) {

        /** What any other page can lead to. */
        Form asLink() {
            return new Form(action, "get", false, fields);
        }
    }

    private final String html;
    private final List<Tag> tags = new ArrayList<>();
    private int at;

    Html(String html) {
        this.html = html;
        while (at >= 0 && at < html.length()) {
            next();
        }
    }

    /** What of an attacker's would do something here: each with the tag it stands in. */
    List<String> live() {
        return tags.stream().filter(tag -> !tag.end()).flatMap(Html::live).toList();
    }

    private static Stream<String> live(Tag tag) {
        boolean inside = Set.of("script", "style").contains(tag.name()) && marked(tag.text());
        boolean made = marked(tag.name()) || tag.attributes().entrySet().stream()
                .filter(attribute -> !isPicture(tag, attribute)).anyMatch(Html::acts);
        return inside || made ? Stream.of(tag.name() + " " + tag.attributes()) : Stream.empty();
    }

    /** A picture drawn by an image tag runs nothing that stands in it. */
    private static boolean isPicture(Tag tag, Map.Entry<String, String> attribute) {
        return tag.name().equals("img") && attribute.getKey().equals("src") && attribute.getValue().startsWith("data:image/svg+xml;base64,");
    }

    private static boolean acts(Map.Entry<String, String> attribute) {
        String name = attribute.getKey();
        String value = attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        boolean runs = name.startsWith("on") || name.equals("style") || name.equals("srcdoc");
        boolean leads = ADDRESSES.contains(name) && value.matches("(javascript:|vbscript:|data:(text|image/svg)|//attack|/\\\\|https?:/*attack|file:).*");
        return marked(name) || runs && marked(value) || leads;
    }

    private static boolean marked(String text) {
        return text.contains("pwn") || text.contains("attack.invalid");
    }

    List<String> links() {
        return tags.stream().filter(tag -> tag.name().equals("a") && tag.has("href")).map(tag -> tag.get("href")).toList();
    }

    /** The text in all fields, as it would be sent back. */
    List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (tag.name().equals("form") && !tag.end()) {
                forms.add(new Form(tag.get("action"), tag.get("method"), tag.get("enctype").startsWith("multipart"), fields(i)));
            }
        }
        return forms;
    }

    private List<Field> fields(int form) {
        List<Field> fields = new ArrayList<>();
        for (int i = form + 1; i < tags.size() && !(tags.get(i).name().equals("form") && tags.get(i).end()); i++) {
            Tag tag = tags.get(i);
            if (!tag.end() && Set.of("input", "textarea", "select", "button").contains(tag.name()) && tag.has("name")) {
                fields.add(field(tag, i));
            }
        }
        return fields;
    }

    private Field field(Tag tag, int i) {
        return switch (tag.name()) {
            case "textarea" -> new Field(tag.get("name"), "textarea", tag.text(), true, List.of());
            case "select" -> new Field(tag.get("name"), "select", "", true, options(i));
            default -> new Field(tag.get("name"), tag.name().equals("button") ? "submit" : tag.attributes().getOrDefault("type", "text"),
                    tag.get("value"), tag.has("checked"), List.of());
        };
    }

    private List<String> options(int select) {
        List<String> options = new ArrayList<>();
        for (int i = select + 1; i < tags.size() && !tags.get(i).name().equals("select"); i++) {
            if (tags.get(i).name().equals("option") && !tags.get(i).end()) {
                options.add(tags.get(i).get("value"));
            }
        }
        return options;
    }

    private void next() {
        int open = html.indexOf('<', at);
        if (open < 0 || open + 1 >= html.length()) {
            at = -1;
        } else if (html.startsWith("<!--", open)) {
            skip("-->", open);
        } else if (html.charAt(open + 1) == '!' || html.charAt(open + 1) == '?') {
            skip(">", open);
        } else if (Character.isLetter(html.charAt(open + 1)) || html.charAt(open + 1) == '/') {
            tag(open + 1);
        } else {
            at = open + 1;
        }
    }

    private void skip(String until, int from) {
        int end = html.indexOf(until, from);
        at = end < 0 ? -1 : end + until.length();
    }

    private void tag(int from) {
        boolean end = html.charAt(from) == '/';
        at = end ? from + 1 : from;
        String name = word(" \t\r\n\f/>").toLowerCase(Locale.ROOT);
        Map<String, String> attributes = new LinkedHashMap<>();
        while (at < html.length() && html.charAt(at) != '>') {
            attribute(attributes);
        }
        at++;
        int stop = !end && RAW.contains(name) ? indexOfEnd(name) : html.indexOf('<', Math.min(at, html.length()));
        tags.add(new Tag(name, end, attributes, decoded(html.substring(Math.min(at, html.length()), stop < 0 ? html.length() : stop))));
        at = stop;
    }

    private int indexOfEnd(String name) {
        Matcher matcher = Pattern.compile("</" + name, Pattern.CASE_INSENSITIVE).matcher(html);
        return at < html.length() && matcher.find(at) ? matcher.start() : -1;
    }

    private void attribute(Map<String, String> attributes) {
        if (" \t\r\n\f/".indexOf(html.charAt(at)) >= 0) {
            at++;
            return;
        }
        String name = word(" \t\r\n\f/>=").toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            at++;
            return;
        }
        String value = "";
        if (at < html.length() && html.charAt(at) == '=') {
            at++;
            value = value();
        }
        attributes.putIfAbsent(name, decoded(value));
    }

    private String value() {
        char quote = at < html.length() ? html.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            return word(" \t\r\n\f>");
        }
        at++;
        String value = word(String.valueOf(quote));
        at++;
        return value;
    }

    private String word(String until) {
        int from = at;
        while (at < html.length() && until.indexOf(html.charAt(at)) < 0) {
            at++;
        }
        return html.substring(from, at);
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.get(entity);
        }
        boolean hex = entity.startsWith("#x");
        return Character.toString(Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10));
    }

    /** The pages name the scripts they need by their addresses; those are no error's words. */
    static String words(String body) {
        return body.replaceAll("(?s)<script\\b.*?</script>|<link\\b.*?>", "").replaceAll("(name|id|src)=\"[^\"]*\"", "");
    }
}
