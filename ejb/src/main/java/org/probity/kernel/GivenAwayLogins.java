package org.probity.kernel;

import java.util.stream.Stream;
import org.probity.kernel.GivenAwayText.Token;

/** Who signs in and by what, told one after the other near a word for signing in. */
final class GivenAwayLogins {

    /** So many words before such a word and after it are looked at. */
    private static final int BEFORE = 6;
    private static final int AFTER = 14;

    private final GivenAwayText text;
    private final GivenAwayValues values;

    GivenAwayLogins(GivenAwayText text, GivenAwayValues values) {
        this.text = text;
        this.values = values;
    }

    /** A user's name and after it what looks like a secret. */
    boolean isPair(int at, int end) {
        for (int i = Math.max(1, at - BEFORE); i < Math.min(text.size(), end + AFTER); i++) {
            if (i > end && (text.at(i).is(".") || text.at(i).is("\n"))) {
                return false;
            }
            if ((i < at || i > end) && values.areMixed(i) && isSecondOfTwo(i, end) || i > end + 1 && isJoined(i, end)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Two words after it with a stroke between them, of which nobody would expect the second there: sam / rosebud. Of three, or where
     * they are where somebody signed in, they are what may take each other's place.
     */
    private boolean isJoined(int i, int end) {
        Token sign = text.at(i - 1);
        int user = i - 2;
        boolean joining = sign.isMark() && ("/|".contains(sign.raw()) || sign.joins() && sign.is(":"));
        return joining && user >= end && !text.at(user).isMark() && !text.at(i).isMark() && values.isForeign(i) && isEnded(i, sign)
                && isBegun(user, end, sign);
    }

    private boolean isEnded(int i, Token sign) {
        Token next = text.at(i + 1);
        String word = text.word(i + 1);
        return next == null || next.isMark() && !next.is(sign.raw()) || !GivenAwayWords.FIELD.has(word) && Stream.of(GivenAwayWords.FOLLOWING,
                GivenAwayWords.APART, GivenAwayWords.WHEN, GivenAwayWords.SINCE, GivenAwayWords.NOT).anyMatch(list -> list.has(word));
    }

    private boolean isBegun(int user, int end, Token sign) {
        if (user == end) {
            return !GivenAwayWords.FIELD.has(text.word(user)) && !GivenAwayWords.NOT.has(text.word(user));
        }
        Token before = text.at(user - 1);
        return before.isMark() ? ":('\"-".contains(before.raw()) && !before.is(sign.raw())
                : !GivenAwayWords.SINCE.has(before.word()) && Stream.of(GivenAwayWords.IS, GivenAwayWords.AS, GivenAwayWords.USING, GivenAwayWords.NAME).anyMatch(list -> list.has(before.word()));
    }

    /** Quotes, and words that say what follows. */
    private boolean isBetween(int i) {
        String word = text.word(i);
        return text.at(i).is("'") || text.at(i).is("\"") || GivenAwayWords.WORDS.has(word)
                || GivenAwayWords.OWN.has(word) && !GivenAwayWords.PAIRED.has(word);
    }

    private boolean isSecondOfTwo(int i, int end) {
        int j = i - 1;
        while (j > 0 && isBetween(j)) {
            j--;
        }
        Token sign = text.at(j);
        boolean paired = GivenAwayWords.PAIRED.has(sign.word()) && !sign.isMark();
        boolean marked = sign.isMark() && "/|;:,".contains(sign.raw());
        int user = paired || marked ? j - 1 : j;
        while (user > 0 && text.at(user).isMark() && "'\"".contains(text.at(user).raw())) {
            user--;
        }
        if (user < 0 || text.at(user).isMark() || user < end && user >= end - 2 && i > end) {
            return false;
        }
        boolean likeUser = text.at(user).raw().indexOf('.') > 0 || text.at(user).raw().indexOf('@') > 0 || values.areMixed(user)
                || paired && GivenAwayWords.USER.has(text.word(user));
        return likeUser || !GivenAwayWords.NOT.has(text.word(user)) && (paired || marked || user == end)
                && (user == end || sign.is("/") || sign.is("|") || user >= end && user - end <= 2);
    }
}
