package org.probity.kernel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.kernel.GivenAwayText.Token;

/** Which words of a text look like a secret themselves, whatever stands around them. */
final class GivenAwayValues {

    private static final int SHORTEST = 5;
    private static final int LONGEST_NAME = 20;
    private static final String SIGNS = "_!$#&*%+@^";

    static final List<GivenAwayWords> NAMES = List.of(GivenAwayWords.SECRET, GivenAwayWords.PHRASE, GivenAwayWords.PIN,
            GivenAwayWords.CODE, GivenAwayWords.LOGIN, GivenAwayWords.PASS);

    private static final List<String> SAID_OF_IT = List.of("ed", "ing", "ly", "able", "ible", "ful", "less", "wyd", "odd");

    private static final List<String> FILES = List.of("jpg", "jpeg", "png", "gif", "pdf", "docx", "doc", "xlsx", "odt", "txt", "csv", "mp4",
            "mp3", "eml");

    /** A longer row of figures is a telephone number, unless it is written in pieces. */
    private static final int PIN = 8;
    private static final int MOST_FIGURES = 12;

    private final GivenAwayText text;

    GivenAwayValues(GivenAwayText text) {
        this.text = text;
    }

    /** Letters among which are figures or signs, which are neither an address, a file, a time nor the number of something. */
    boolean areMixed(int i) {
        Token token = text.at(i);
        if (token == null || token.isMark() || token.isAddress() || token.raw().length() < SHORTEST) {
            return false;
        }
        String raw = token.raw();
        long letters = raw.codePoints().filter(Character::isLetter).count();
        long figures = raw.codePoints().filter(Character::isDigit).count();
        long signs = raw.chars().filter(sign -> SIGNS.indexOf(sign) >= 0).count();
        return letters > 0 && figures + signs > 0 && !isAddressed(raw) && !isCounted(raw) && !CaseReference.isOne(raw) && !isNumbered(i);
    }

    private static boolean isAddressed(String raw) {
        int at = raw.indexOf('@');
        int dot = raw.lastIndexOf('.');
        return raw.charAt(0) == '@' || raw.charAt(0) == '#' || at > 0 && dot > at
                || dot > 0 && FILES.contains(raw.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** A word of its own that is not one of those that are said about secrets. */
    boolean isRare(int i) {
        String word = text.word(i);
        return word.length() >= 3 && !isName(word) && Stream.of(GivenAwayWords.NOT, GivenAwayWords.MONTH, GivenAwayWords.IS, GivenAwayWords.AS,
                GivenAwayWords.FILLER, GivenAwayWords.OWN).noneMatch(list -> list.has(word));
    }

    static boolean isName(String word) {
        return NAMES.stream().anyMatch(list -> list.has(word));
    }

    /** Whether it ends like what has been done to something, or how. */
    boolean isSaid(int i) {
        return SAID_OF_IT.stream().anyMatch(text.word(i)::endsWith);
    }

    boolean isLast(int i) {
        Token next = text.at(i + 1);
        return next == null || next.isMark() || GivenAwayWords.FOLLOWING.has(next.word()) || GivenAwayWords.DIGIT.has(next.word());
    }

    /** A word of letters that nothing is said with here: neither about secrets nor about cases; an abbreviation is not looked at. */
    boolean isForeign(int i) {
        String raw = text.at(i).raw();
        return isRare(i) && !isSaid(i) && raw.length() >= SHORTEST - 1 && raw.chars().allMatch(c -> Character.isLetter(c) || c == '\'')
                && !GivenAwayWords.FIELD.has(text.word(i)) && (raw.length() >= SHORTEST || !raw.equals(raw.toUpperCase(Locale.ROOT)));
    }

    /** Several words that are joined into one. */
    boolean areJoined(int i) {
        return !text.at(i).isMark() && !text.at(i).isAddress() && text.at(i).raw().chars().filter(sign -> sign == '-').count() > 1;
    }

    /** What a secret is called, with figures and signs for two of its letters: it is one itself. */
    boolean isDisguised(int i) {
        String raw = text.at(i).raw().toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        int signs = 0;
        for (int at = 0; at < Math.min(raw.length(), LONGEST_NAME); at++) {
            int stands = "@4053$1!".indexOf(raw.charAt(at));
            signs += stands < 0 ? 0 : 1;
            plain.append(stands < 0 ? raw.charAt(at) : "aaosesii".charAt(stands));
        }
        return signs > 1 && raw.length() >= SHORTEST && GivenAwayWords.SECRET.has(plain.toString());
    }

    /** One that is spelled: a capital B. */
    boolean isLetter(int i) {
        return text.word(i).length() == 1 && Character.isUpperCase(text.at(i).raw().charAt(0));
    }

    /** Such as 10th, 12-character, 3pm. */
    private static boolean isCounted(String raw) {
        int i = 0;
        while (i < raw.length() && Character.isDigit(raw.charAt(i))) {
            i++;
        }
        String rest = raw.substring(i);
        return i > 0 && (GivenAwayWords.UNIT.has(rest)
                || rest.charAt(0) == '-' && rest.chars().skip(1).allMatch(c -> c == '-' || Character.isLowerCase(c)));
    }

    private boolean isNumbered(int i) {
        int before = i - 1;
        while (before >= 0 && text.at(before).isMark() && ":-".contains(text.at(before).raw())) {
            before--;
        }
        return GivenAwayWords.NUMBERED.has(text.word(before)) && text.at(i).raw().chars().noneMatch(Character::isLowerCase);
    }

    /** Whether figures begin here that may be a PIN: neither a year, a day, an amount nor a telephone number. */
    boolean areFigures(int from) {
        int i = from;
        int figures = 0;
        boolean joined = false;
        while (figures <= MOST_FIGURES && isFigure(i)) {
            String raw = text.at(i).raw();
            int digits = (int) raw.chars().filter(Character::isDigit).count();
            joined |= raw.indexOf('-') > 0;
            figures += digits > 0 ? digits : 1 + (int) raw.chars().filter(sign -> sign == '-').count();
            i++;
        }
        String before = text.word(from - 1);
        boolean dated = GivenAwayWords.MONTH.has(before) || isNumber(from - 1) || GivenAwayWords.MONTH.has(text.word(i))
                || isYear(from) && (GivenAwayWords.SINCE.has(before) || GivenAwayWords.OWN.has(before) && isOfSomething(i)) || isDay(from, i);
        return figures >= 3 && figures <= (joined ? MOST_FIGURES : PIN) && !dated && !GivenAwayWords.UNIT.has(text.word(i));
    }

    /** A 1914 replica: a word that what stands before it is said of. */
    private boolean isOfSomething(int i) {
        String word = text.word(i);
        return !word.isEmpty() && Stream.of(GivenAwayWords.FOLLOWING, GivenAwayWords.APART, GivenAwayWords.WHEN, GivenAwayWords.NOT, GivenAwayWords.IS)
                .noneMatch(list -> list.has(word));
    }

    /** The number of something that is no secret. */
    private boolean isNumber(int i) {
        return GivenAwayWords.NUMBERED.has(text.word(i)) && !GivenAwayWords.PIN.has(text.word(i - 1)) && !GivenAwayWords.PIN.has(text.word(i + 1));
    }

    private boolean isYear(int i) {
        String year = text.at(i).raw();
        return year.length() == 4 && (year.startsWith("19") || year.startsWith("20"));
    }

    /** Year, month and day. */
    private boolean isDay(int from, int end) {
        String day = IntStream.range(from, end).mapToObj(i -> text.at(i).raw()).collect(Collectors.joining()).replace("-", "");
        return day.length() == PIN && (day.startsWith("19") || day.startsWith("20"))
                && "0123".indexOf(day.charAt(6)) >= 0 && "01".indexOf(day.charAt(4)) >= 0 && Character.isDigit(day.charAt(7));
    }

    /** A group of figures, or one that is spelled out. */
    boolean isFigure(int i) {
        Token token = text.at(i);
        if (token == null || token.isMark()) {
            return false;
        }
        String raw = token.raw().startsWith("#") ? token.raw().substring(1) : token.raw();
        boolean figures = !raw.isEmpty() && raw.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
        return figures || GivenAwayWords.DIGIT.has(token.word()) || raw.indexOf('-') > 0
                && Stream.of(raw.toLowerCase(Locale.ROOT).split("-")).allMatch(GivenAwayWords.DIGIT::has);
    }

    /** An address of the web with a password before its host, or one that its query is given. */
    boolean isOpenAddress(int i) {
        if (!text.at(i).isAddress()) {
            return false;
        }
        String address = text.at(i).raw();
        int host = address.indexOf("://") + 3;
        int end = host;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(host, end);
        int at = authority.lastIndexOf('@');
        return at > 0 && authority.substring(0, at).indexOf(':') >= 0 || isOpenQuery(address.substring(end));
    }

    private static boolean isOpenQuery(String query) {
        int start = 0;
        for (int i = 0; i < query.length(); i++) {
            char sign = query.charAt(i);
            if (sign == '?' || sign == '&' || sign == '#' || sign == ';') {
                start = i + 1;
            } else if (sign == '=' && i - start < LONGEST_NAME && i + 1 < query.length()) {
                String name = Letters.fold(query.substring(start, i), LONGEST_NAME);
                if (GivenAwayWords.SECRET.has(name) || GivenAwayWords.PASS.has(name) || GivenAwayWords.PIN.has(name) || name.endsWith("token")) {
                    return true;
                }
            }
        }
        return false;
    }
}
