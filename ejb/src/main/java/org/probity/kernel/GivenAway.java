package org.probity.kernel;

import java.util.stream.IntStream;
import org.probity.kernel.GivenAwayText.Token;

/**
 * Tells a text that gives a password, a PIN, a code or a log-in away from one that only speaks about it. It looks for what a
 * secret is called, in English and Welsh, and near it for what looks like one. A guess: it is held against hundreds of texts of
 * both kinds, and a person whose text is refused is told what to take out. Rows that were kept before are not looked at again.
 *
 * <p>Each word is looked at a fixed number of times.
 */
final class GivenAway {

    /** So many words after its name a secret may stand, where something links the two. */
    private static final int LINKED = 14;
    private static final int NEAR = 6;

    private static final int SHORTEST = 5;

    /** Words in a row that are a secret by being together, and how many of them may be such as are said about secrets. */
    private static final int ROW = 4;
    private static final int SAID_IN_ROW = 1;

    private final GivenAwayText text;
    private final GivenAwayValues values;

    private GivenAway(String text) {
        this.text = new GivenAwayText(text);
        this.values = new GivenAwayValues(this.text);
    }

    /** Whether the text looks as if it gave a secret away. */
    static boolean in(String text) {
        return new GivenAway(text).found();
    }

    private boolean found() {
        for (int i = 0; i < text.size(); i++) {
            if (!at(i).isMark() && (values.isOpenAddress(i) || values.isDisguised(i) || isGivenAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isGivenAt(int at) {
        int spaced = spaced(at);
        if (spaced > 0) {
            return after(spaced, GivenAwayWords.SECRET);
        }
        if (isInPath(at)) {
            return false;
        }
        String one = word(at);
        if (GivenAwayWords.BEFORE_MARK.has(one) && at(at + 1) != null && (at(at + 1).is(":") || at(at + 1).is("=")) && isMixed(at + 2)) {
            return true;
        }
        String two = one + "+" + word(at + 1);
        for (GivenAwayWords kind : GivenAwayValues.NAMES) {
            int end = kind.has(two) ? at + 2 : kind.has(one) ? at + 1 : 0;
            if (end > 0 && !(kind == GivenAwayWords.PIN && GivenAwayWords.PINNED.has(word(end))) && isGiven(at, end, kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGiven(int at, int end, GivenAwayWords kind) {
        return switch (kind) {
            case LOGIN -> new GivenAwayLogins(text, values).isPair(at, end);
            case CODE -> isOfSomething(at, end) && (after(end, kind) || before(at, kind));
            case PASS -> after(end, kind);
            default -> after(end, kind) || before(at, kind) || isUsed(at, end, kind);
        };
    }

    /** A word alone right after its name, for somebody to use. */
    private boolean isUsed(int at, int end, GivenAwayWords kind) {
        int using = at - 1;
        while (at - using < SHORTEST && GivenAwayWords.OWN.has(word(using))) {
            using--;
        }
        Token next = at(end + 1);
        boolean capital = at(end) != null && Character.isUpperCase(at(end).raw().charAt(0));
        return !kind.isOfFigures() && GivenAwayWords.USING.has(word(using)) && isRare(end) && !isSaid(end)
                && (next == null || next.isMark() || capital && GivenAwayWords.AS.has(next.word()));
    }

    /** Such as /etc/passwd. */
    private boolean isInPath(int at) {
        return at > 2 && at(at - 1).is("/") && at(at - 3).is("/");
    }

    /** Where a name ends whose letters stand apart; 0 where none does. */
    private int spaced(int at) {
        StringBuilder letters = new StringBuilder();
        int end = at;
        while (word(end).length() == 1 && end - at < SHORTEST * 4) {
            letters.append(word(end++));
            if (letters.length() > SHORTEST && GivenAwayWords.SECRET.has(letters.toString())) {
                return end;
            }
        }
        return 0;
    }

    /** A code is one that opens something: a door, a telephone, an account. */
    private boolean isOfSomething(int at, int end) {
        for (int i = at - 3; i < end + NEAR; i++) {
            if (i != at && GivenAwayWords.OF.has(word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean after(int end, GivenAwayWords kind) {
        boolean linked = false;
        boolean about = true;
        boolean below = false;
        int words = 0;
        for (int i = end; i < text.size() && words < LINKED && (below || !text.endsAt(i)); i++) {
            Token token = at(i);
            if (token.isMark()) {
                about &= !token.is("?");
                boolean told = ":=~|".contains(token.raw());
                boolean named = token.is(",") && GivenAwayWords.NAME.has(word(i - 1));
                if (about && (i == end || named || words <= NEAR && told) && isTold(i + 1, kind, !told)) {
                    return true;
                }
                if (about && token.is("\"") && words < SHORTEST && isQuoted(i)) {
                    return true;
                }
                linked = true;
                continue;
            }
            words++;
            if ((linked || words <= NEAR) && isSecret(i, kind, words, linked)) {
                return true;
            }
            boolean is = GivenAwayWords.IS.has(token.word()) || token.raw().equals("s") && (i == end || GivenAwayWords.THIS.has(word(i - 1)));
            if (is && about && isTold(i + 1, kind, false)) {
                return true;
            }
            below |= GivenAwayWords.BELOW.has(token.word());
            linked |= is || GivenAwayWords.AS.has(token.word());
            about &= !GivenAwayWords.APART.has(token.word());
        }
        return false;
    }

    private boolean isSecret(int i, GivenAwayWords kind, int words, boolean linked) {
        return switch (kind) {
            case PIN -> (linked || words <= 3) && isFigures(i);
            case CODE -> isMixed(i) || isFigures(i);
            case PASS -> isMixed(i);
            default -> isMixed(i) || words == 1 && (isFigures(i) || values.areJoined(i));
        };
    }

    /**
     * What follows the name and a mark or "is": a word that is not said about secrets, figures, or words in quotes.
     *
     * @param alone whether it has to stand alone
     */
    private boolean isTold(int from, GivenAwayWords kind, boolean alone) {
        int i = from;
        while (i - from < NEAR && at(i) != null
                && (GivenAwayWords.FILLER.has(word(i)) || values.isLetter(i) || at(i).is(":") || at(i).is("-") || i > from && at(i).is(","))) {
            i++;
        }
        Token token = at(i);
        if (token == null || token.isAddress()) {
            return false;
        }
        if (kind.isOfFigures()) {
            return isFigures(i) || kind != GivenAwayWords.PIN && isMixed(i);
        }
        if (token.isMark()) {
            return (token.is("\"") || token.is("'")) && isQuoted(i);
        }
        boolean capital = Character.isUpperCase(token.raw().charAt(0));
        return isMixed(i) || isFigures(i) || isPhrase(i, kind)
                || isRare(i) && (capital && !alone && !isSaid(i) || isLast(i) && (capital && alone || !isSaid(i)));
    }

    /** Several words of their own in a row, where words are waited for. */
    private boolean isPhrase(int from, GivenAwayWords kind) {
        boolean announced = GivenAwayWords.WORDS.has(word(from - 2));
        long rare = IntStream.range(from, from + 4).filter(i -> isRare(i) || GivenAwayWords.DIGIT.has(word(i))).count();
        return rare >= 3 && (announced || kind == GivenAwayWords.PHRASE) || kind == GivenAwayWords.SECRET && isRow(from);
    }

    /** Nothing but words that have nothing to do with each other nor with the case, up to where they end. */
    private boolean isRow(int from) {
        int i = from;
        int said = 0;
        while (i - from < NEAR && at(i) != null && !at(i).isMark() && !GivenAwayWords.FOLLOWING.has(word(i))) {
            if (values.isSaid(i)) {
                return false;
            }
            said += values.isRare(i) && !GivenAwayWords.FIELD.has(word(i)) ? 0 : 1;
            i++;
        }
        return i - from >= ROW && said <= SAID_IN_ROW && values.isLast(i - 1);
    }

    private boolean isRare(int i) {
        return values.isRare(i);
    }

    private boolean isSaid(int i) {
        return values.isSaid(i);
    }

    private boolean isLast(int i) {
        return values.isLast(i);
    }

    /** A few words between quotes none of which is the name of a secret. */
    private boolean isQuoted(int open) {
        boolean rare = false;
        for (int i = open + 1; i < text.size() && i - open <= NEAR + 2; i++) {
            if (at(i).is(at(open).raw())) {
                return rare;
            }
            if (GivenAwayValues.isName(word(i))) {
                return false;
            }
            rare |= isRare(i) || isMixed(i) || isFigures(i);
        }
        return false;
    }

    /** What stands before its name: X is the password, X as the password, X when it asks for the password. */
    private boolean before(int at, GivenAwayWords kind) {
        int link = at - 1;
        while (at - link < SHORTEST && (GivenAwayWords.OWN.has(word(link)) || GivenAwayWords.OF.has(word(link)))) {
            link--;
        }
        boolean is = GivenAwayWords.IS.has(word(link));
        boolean apart = at(link) != null && at(link).isMark() && ",-(".contains(at(link).raw());
        if (!is && !apart && !GivenAwayWords.LINK.has(word(link))) {
            return kind != GivenAwayWords.PIN && isAskedFor(at);
        }
        int value = link - 1;
        boolean pointing = GivenAwayWords.POINTING.has(word(link));
        while (link - value < SHORTEST && at(value) != null
                && (at(value).isMark() ? "'\",-()".contains(at(value).raw())
                : GivenAwayWords.LINK.has(word(value)) || GivenAwayWords.OWN.has(word(value)) || is && GivenAwayWords.POINTING.has(word(value)))) {
            pointing |= GivenAwayWords.POINTING.has(word(value));
            value--;
        }
        if (isValueBefore(value, kind) || pointing && kind != GivenAwayWords.PIN && isPointedAt(value)) {
            return true;
        }
        boolean begins = value == 0 || value > 0 && (at(value - 1).isMark() || word(value - 1).equals("mai"));
        return is && begins && !kind.isOfFigures() && isRare(value) && !isSaid(value);
    }

    /** It was set to X, which is the password; it is X now; that is the password. */
    private boolean isPointedAt(int value) {
        int end = value;
        while (value - end < SHORTEST && at(end) != null && at(end).isMark() && "'\".;:".contains(at(end).raw())) {
            end--;
        }
        for (int i = end; i > end - NEAR && at(i) != null && !at(i).isMark(); i--) {
            if (isMixed(i) && (i == end || GivenAwayWords.AS.has(word(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAskedFor(int at) {
        boolean asked = false;
        boolean when = false;
        for (int i = at - 1; i > at - LINKED && i >= 0 && !text.endsAt(i); i--) {
            asked |= at - i <= NEAR && GivenAwayWords.ASKING.has(word(i));
            when |= asked && GivenAwayWords.WHEN.has(word(i));
            if (when && isMixed(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isValueBefore(int value, GivenAwayWords kind) {
        if (kind != GivenAwayWords.PIN && isMixed(value)) {
            return true;
        }
        int first = value;
        while (value - first < LINKED && values.isFigure(first - 1)) {
            first--;
        }
        return values.isFigure(value) && isFigures(first);
    }

    private Token at(int i) {
        return text.at(i);
    }

    private String word(int i) {
        return text.word(i);
    }

    private boolean isMixed(int i) {
        return values.areMixed(i);
    }

    private boolean isFigures(int i) {
        return values.areFigures(i);
    }
}
