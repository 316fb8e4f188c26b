package org.probity.ear.isolation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the form of a drawn page would send. */
final class Fields {

    private static final Pattern FORM = Pattern.compile("<form id=\"form\".*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(input|textarea|select)\\b[^>]*>");
    private static final Pattern SELECT = Pattern.compile("<select\\b[^>]*\\bname=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bvalue=\"\\d{3,}\"");

    private Fields() {
    }

    /** Every field with what it holds, and the last button; empty where there is no form. */
    static Map<String, String> of(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher form = FORM.matcher(page);
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

    /** The fields that choose one of several objects by its id. */
    static List<String> choosingIds(String page) {
        List<String> names = new ArrayList<>();
        Matcher selects = SELECT.matcher(page);
        while (selects.find()) {
            if (ID.matcher(selects.group()).find()) {
                names.add(selects.group(1));
            }
        }
        return names;
    }

    private static String attribute(String tag, String name) {
        Matcher attribute = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? attribute.group(1).replace("&amp;", "&") : "";
    }
}
