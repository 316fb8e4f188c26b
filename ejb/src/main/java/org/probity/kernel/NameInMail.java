package org.probity.kernel;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of people, boards and organisations stand in mail: on one line, and with nothing that a mail program would make a link of. Who
 * gives a name is told so ({@link Checks#name}); one that came otherwise, from an earlier release or an archive, is made one as mail is written.
 */
public final class NameInMail {

    private static final Pattern LINK = Pattern.compile("://|www\\.", Pattern.CASE_INSENSITIVE);

    /** What may be a host, with the slash behind it. */
    private static final Pattern JOINED = Pattern.compile("[\\p{L}\\p{M}\\p{N}.\u3002-]++/?");

    private static final Pattern DOT = Pattern.compile("[.\u3002]");

    /** Ends of hosts that whoever is called so would hardly write behind a full stop. */
    private static final Set<String> ENDS = Set.of("com", "org", "net", "info", "biz", "gov", "edu", "uk", "eu", "co", "io", "me", "ly", "cymru", "wales", "app", "dev",
            "link", "xyz", "top", "online", "site", "click", "shop", "store", "live", "club", "vip", "icu");

    /** Letters at most of what is shortened with a full stop, such as {@code Prof.} */
    private static final int SHORTENED = 5;

    private static final Pattern BREAK = Pattern.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]+");

    private NameInMail() {
    }

    static boolean isOne(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return !lower.contains("://") && !lower.contains("www.") && hosts(name).findAny().isEmpty() && lower.strip().chars().noneMatch(sign -> Character.isISOControl(sign)
                || Character.getType(sign) == Character.LINE_SEPARATOR || Character.getType(sign) == Character.PARAGRAPH_SEPARATOR);
    }

    /** Which mail programs make links of without any sign before them: {@code evil.com}, and not {@code Dr.Jones}. */
    private static Stream<MatchResult> hosts(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return JOINED.matcher(plain).results().filter(word -> isHost(word.group(), plain.startsWith("@", word.start() - 1)));
    }

    private static boolean isHost(String word, boolean ofMailbox) {
        List<String> labels = DOT.splitAsStream(word).filter(label -> !label.isEmpty() && !label.equals("/")).toList();
        boolean slash = word.endsWith("/") && !word.endsWith("./");
        return labels.size() > 1 && (slash || !ofMailbox && isHost(labels.subList(0, labels.size() - 1), labels.get(labels.size() - 1)));
    }

    private static boolean isHost(List<String> before, String last) {
        boolean initials = before.stream().allMatch(label -> label.length() == 1);
        boolean shortened = before.stream().allMatch(label -> label.length() <= SHORTENED && Character.isUpperCase(label.codePointAt(0)))
                && !Character.isLowerCase(last.codePointAt(0));
        return ENDS.contains(last.toLowerCase(Locale.ROOT)) || !initials && !shortened;
    }

    /** The name as it may stand there: itself, or what is left of it without what may not. */
    public static String of(String name) {
        if (isOne(name)) {
            return name.strip();
        }
        String unlinked = LINK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll(" ");
        for (MatchResult host : hosts(unlinked).toList()) {
            unlinked = unlinked.substring(0, host.start()) + DOT.matcher(host.group()).replaceAll(" ") + unlinked.substring(host.end());
        }
        return BREAK.matcher(unlinked).replaceAll(" ").strip();
    }
}
