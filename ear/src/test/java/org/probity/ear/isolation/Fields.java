package org.probity.ear.isolation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the form of a drawn page would send. */
final class Fields {

    private static final Pattern INPUT = Pattern.compile("<(input|textarea|select)\\b[^>]*>");
    private static final Pattern SELECT = Pattern.compile("<select\\b[^>]*\\bname=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bvalue=\"(\\d{2,})\"");

    private Fields() {
    }

    /** Every field with what it holds, and the last button; empty where there is no form. */
    static Map<String, String> of(String page) {
        return of(page, "form");
    }

    /** The same of the form with that id. */
    static Map<String, String> of(String page, String id) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher form = Pattern.compile("<form id=\"" + id + "\".*?</form>", Pattern.DOTALL).matcher(page);
        if (form.find()) {
            Matcher inputs = INPUT.matcher(form.group());
            while (inputs.find()) {
                add(fields, inputs.group());
            }
        }
        return fields;
    }

    private static void add(Map<String, String> fields, String tag) {
        String type = attribute(tag, "type");
        if (attribute(tag, "name").isEmpty() || type.equals("file")) {
            return;
        }
        boolean choice = type.equals("checkbox") || type.equals("radio");
        if (!choice || !fields.containsKey(attribute(tag, "name"))) {
            fields.put(attribute(tag, "name"), tag.startsWith("<input") ? attribute(tag, "value") : "Words.");
        }
    }

    /** The forms that have an id, by it. */
    static Map<String, String> forms(String page) {
        Map<String, String> forms = new LinkedHashMap<>();
        Matcher form = Pattern.compile("<form id=\"([^\"]+)\".*?</form>", Pattern.DOTALL).matcher(page);
        while (form.find()) {
            forms.put(form.group(1), form.group());
        }
        return forms;
    }

    /** The ids that its fields offer for choice. */
    static Map<String, Set<String>> choices(String page) {
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        Matcher selects = SELECT.matcher(page);
        while (selects.find()) {
            ids(choices, selects.group(1), selects.group());
        }
        Matcher inputs = INPUT.matcher(page);
        while (inputs.find()) {
            if (attribute(inputs.group(), "type").matches("radio|checkbox")) {
                ids(choices, attribute(inputs.group(), "name"), inputs.group());
            }
        }
        return choices;
    }

    private static void ids(Map<String, Set<String>> choices, String name, String in) {
        Matcher values = ID.matcher(in);
        while (values.find()) {
            choices.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(values.group(1));
        }
    }

    private static String attribute(String tag, String name) {
        Matcher attribute = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? attribute.group(1).replace("&amp;", "&") : "";
    }
}
