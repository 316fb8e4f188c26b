package org.probity.names;

import java.util.Set;
import java.util.stream.IntStream;
import org.probity.spelling.BesideNames;
import org.probity.spelling.Spellings;
import org.probity.spelling.WordSpans;
import org.probity.tenancy.CurrentBoard;

/** Ranks that people are called by as well: {@code Ward, auditor} is somebody, {@code Ward 7} and {@code the ward sister} are not. */
final class RankNames {

    /** A rank behind these is a name, which it is not behind others: {@code Case Officer Ward}, {@code Chief Constable}. */
    private static final Set<String> BEFORE = Set.of("manager", "auditor", "investigator", "caseworker", "administrator", "coordinator", "director", "leader", "worker",
            "rheolwr", "cydlynydd", "ymchwilydd", "archwilydd", "gweithiwr", "cyfarwyddwr");
    private static final Set<String> IS = Set.of("is", "was", "yw", "ydy", "oedd");

    /** What people are at a board alone, where nobody is a nurse or a judge. */
    private static final Set<String> AT_BOARDS = Set.of("compliance", "cydymffurfio", "auditor", "archwilydd", "investigator", "ymchwilydd", "caseworker");
    private static final Set<String> BOARD = Set.of("board", "safeguarding", "bwrdd", "fwrdd", "diogelu", "ddiogelu");

    private static final Set<String> PEOPLE = Set.of("man", "woman", "lady", "bloke", "guy", "chap", "girl", "boy", "person", "family",
            "dyn", "dynes", "ddynes", "menyw", "fenyw");

    /** Words behind a rank among which the board is: {@code Ward, who works for the board}. */
    private static final int NEAR = 5;

    private RankNames() {
    }

    /** Whether the rank stands there as a surname does. */
    static boolean isOne(WordSpans spans, int at) {
        return isCalled(spans, at) ? isEnd(spans, at) : at == 0 && isAlone(spans, at) || isPointedAt(spans, at);
    }

    /** {@code An officer called Ward}, {@code Surname is Ward}, {@code Case Officer: Ward}. */
    private static boolean isCalled(WordSpans spans, int at) {
        String before = spans.word(at - 1);
        boolean is = IS.contains(before) && (Spellings.isLabel(spans.word(at - 2)) || spans.word(at - 2).equals("it"));
        boolean behind = BesideNames.NAMING.contains(before) || BesideNames.FORMERLY.contains(before)
                || Spellings.isLabel(before) || BesideNames.BEFORE_NAMES.contains(before) || BEFORE.contains(before);
        return (is || behind) && spans.isFollowedBy(at - 1, ":.") || behind && spans.isFollowedBy(at - 1, ":–—-") && !spans.between(at - 1).equals("-");
    }

    private static boolean isEnd(WordSpans spans, int at) {
        String next = spans.word(at + 1);
        return isSetOff(spans, at) || BesideNames.AWAY.contains(next) && !next.equals("of") || AT_BOARDS.contains(next);
    }

    /** At the beginning a rank is what somebody is, unless it owns something or stands before what people are: {@code Nurse from the hospital}. */
    private static boolean isAlone(WordSpans spans, int at) {
        String next = spans.word(at + 1);
        boolean owns = isSetOff(spans, at) && at + 1 < spans.words().size() && spans.between(at).startsWith(Spellings.OWNS);
        boolean set = isSetOff(spans, at) && (at + 1 == spans.words().size() || BesideNames.isPost(next) || isBoard(next));
        boolean away = spans.isFollowedBy(at, ",") && BesideNames.AWAY.contains(next) && !next.equals("of")
                && IntStream.rangeClosed(at + 2, at + NEAR).anyMatch(place -> isBoard(spans.word(place)));
        return owns || set || away || AT_BOARDS.contains(next);
    }

    /** {@code That Ward woman}. */
    private static boolean isPointedAt(WordSpans spans, int at) {
        return spans.isCapital(at) && BesideNames.POINTING.contains(spans.word(at - 1)) && PEOPLE.contains(spans.word(at + 1));
    }

    private static boolean isBoard(String word) {
        return BOARD.contains(word) || !word.isEmpty() && word.equals(CurrentBoard.orNone());
    }

    /** By something else than a hyphen, which makes one word of two. */
    private static boolean isSetOff(WordSpans spans, int at) {
        return spans.isSetOff(at) && (at + 1 == spans.words().size() || !spans.between(at).equals("-"));
    }
}
