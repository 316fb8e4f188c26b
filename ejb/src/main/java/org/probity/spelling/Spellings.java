package org.probity.spelling;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.probity.kernel.Letters;

/**
 * How the same words are written where nobody disguises them: encoded in links and pages, with the labels of a form between
 * them, letters with marks as two letters, what stands before a surname apart from it or not.
 */
public final class Spellings {

    /** Texts that were encoded more than once are decoded so often. */
    private static final int ENCODED = 3;

    private static final Pattern BYTES = Pattern.compile("(?:%[0-9a-fA-F]{2})++");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<![\\p{L}\\p{N}])([od])['’‘`](?=\\p{L})");
    private static final Pattern PREFIX = Pattern.compile("(?<![\\p{L}\\p{N}])(mc|mac|fitz)(?=\\p{L}{3})");

    /** Behind a name of some letters: of a letter it is an initial. */
    private static final Pattern OWNING = Pattern.compile("(?U)(\\p{L}\\p{L})(?:['’‘`][sS]|(?<=[sS])['’‘`])(?![\\p{L}\\p{N}])");

    public static final String OWNS = "~";

    /** Marks by the ends of the names that their letters have in pages. */
    private static final Map<String, String> MARKS = Map.of("acute", "\u0301", "grave", "\u0300", "circ", "\u0302", "tilde", "\u0303",
            "uml", "\u0308", "cedil", "\u0327", "ring", "\u030a", "caron", "\u030c");
    private static final Map<String, String> SIGNS = Map.of("amp", "&", "apos", "’", "rsquo", "’", "lsquo", "‘", "szlig", "ß", "aelig", "æ", "oelig", "œ",
            "oslash", "ø");

    private static final Map<String, String> TWO_LETTERS = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "æ", "ae", "œ", "oe");

    /** Letters before it have no marks. */
    private static final char FIRST_MARKED = '\u00c0';

    private static final Set<String> LABELS = Set.of("name", "names", "forename", "forenames", "firstname", "surname", "lastname", "enw", "enwau", "cyfenw");
    private static final Set<String> TITLE_LABELS = Set.of("title", "teitl");
    private static final Set<String> BEFORE_LABEL = Set.of("first", "last", "family", "given", "middle", "second");
    private static final Set<String> AFTER_LABEL = Set.of("cyntaf", "olaf", "teuluol", "canol");

    private Spellings() {
    }

    /** The text with what is encoded for a link or a page as it is read. It is no longer than before. */
    static String decoded(String text) {
        String decoded = text;
        for (int i = 0; i < ENCODED && (decoded.indexOf('%') >= 0 || decoded.indexOf('&') >= 0); i++) {
            String unquoted = BYTES.matcher(decoded).replaceAll(run -> Matcher.quoteReplacement(bytes(run.group())));
            decoded = ENTITY.matcher(unquoted).replaceAll(found -> Matcher.quoteReplacement(sign(found)));
        }
        return decoded;
    }

    private static String bytes(String run) {
        byte[] bytes = HexFormat.of().parseHex(run.replace("%", ""));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String sign(MatchResult found) {
        String name = found.group(1);
        if (name.charAt(0) == '#') {
            boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
            int sign = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(sign) ? Character.toString(sign) : " ";
        }
        String mark = MARKS.get(name.substring(1));
        return mark != null ? Normalizer.normalize(name.charAt(0) + mark, Normalizer.Form.NFC) : SIGNS.getOrDefault(name.toLowerCase(Locale.ROOT), " ");
    }

    /** The text in the other spellings that it has, folded. @param folded the same text @param longest characters of it that are read */
    static Stream<String> of(String text, String folded, int longest) {
        List<String> words = WordSpans.words(folded);
        String as = String.join(" ", words);
        String plain = String.join(" ", Prefixes.closed(unlabelled(words)));
        return Stream.of(plain, plain.replace("ae", "a").replace("oe", "o").replace("ue", "u"), apart(text, as, longest)).filter(way -> !way.equals(as));
    }

    /** {@code Jones's page} as {@code Jones page}. @param name may be null */
    public static String withoutOwning(String name) {
        return name == null ? null : OWNING.matcher(name).replaceAll("$1");
    }

    /** The same, with a sign for what is owned: no name goes on behind it. @param name may be null */
    public static String endedByOwning(String name) {
        return name == null ? null : OWNING.matcher(name).replaceAll("$1" + OWNS);
    }

    /** Whether it stands before what is filled into a form. */
    public static boolean isLabel(String word) {
        return LABELS.contains(word) || BEFORE_LABEL.contains(word) || AFTER_LABEL.contains(word);
    }

    /** Surnames apart from what they begin with, marked letters as two. @param as its words, which are the same where there is nothing of it */
    private static String apart(String text, String as, int longest) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder spelled = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            spelled.append(letter < FIRST_MARKED ? Character.toString(letter) : TWO_LETTERS.getOrDefault(Character.toString(letter), Character.toString(letter)));
        }
        String apart = PREFIX.matcher(APOSTROPHE.matcher(spelled).replaceAll("$1 ")).replaceAll("$1 ");
        return apart.equals(lower) ? as : String.join(" ", WordSpans.words(Letters.fold(apart, longest)));
    }

    /** Words without those that stand before what is filled into a form. */
    private static List<String> unlabelled(List<String> words) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean before = BEFORE_LABEL.contains(word) && i + 1 < words.size() && LABELS.contains(words.get(i + 1));
            boolean after = AFTER_LABEL.contains(word) && i > 0 && LABELS.contains(words.get(i - 1));
            boolean title = i > 0 && TITLE_LABELS.contains(words.get(i - 1)) && Titles.always().contains(word);
            if (!LABELS.contains(word) && !TITLE_LABELS.contains(word) && !before && !after && !title) {
                left.add(word);
            }
        }
        return left;
    }
}
