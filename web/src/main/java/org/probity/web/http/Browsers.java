package org.probity.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser in words that its owner recognises, such as {@code Firefox, Windows}. */
final class Browsers {

    private static final String UNKNOWN = "?";

    /** The first that fits: most browsers also name the ones they descend from. */
    private static final Map<String, String> NAMES = ordered("Edg", "Edge", "OPR/", "Opera", "SamsungBrowser", "Samsung Internet",
            "Firefox", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome", "Chrom", "Chrome", "Safari", "Safari");

    private static final Map<String, String> SYSTEMS = ordered("Android", "Android", "iPhone", "iPhone", "iPad", "iPad",
            "Windows", "Windows", "Mac OS X", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

    private Browsers() {
    }

    /** @param userAgent as the browser names itself, or null */
    static String inWords(String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        String name = first(NAMES, text);
        String system = first(SYSTEMS, text);
        return name.equals(UNKNOWN) && system.equals(UNKNOWN) ? UNKNOWN : name + ", " + system;
    }

    private static String first(Map<String, String> words, String text) {
        return words.entrySet().stream().filter(word -> text.contains(word.getKey())).map(Map.Entry::getValue).findFirst().orElse(UNKNOWN);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
