package org.probity.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.probity.disclosure.Wording.Run;
import org.probity.disclosure.Wording.Word;
import org.probity.kernel.Checks;

/**
 * A shortened text, held against what it was shortened from. Whoever shortens takes words out, and says nothing of their own but for
 * a few words in brackets where something is gone. So each piece stands in the source word for word, one after the other, and what a
 * pack prints is the source's, with a mark wherever something is missing.
 */
final class ShortenedText {

    /** Each costs a reading of the rest. */
    private static final int MOST_GAPS = 400;

    /** So many words show where a text leaves its source. */
    private static final int STRAY = 6;

    private final PackSource source;
    private final Wording says;
    private final Wording written;
    private final BitSet kept = new BitSet();
    private final List<String> replacements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean ofSource;
    private int read;
    private int place;

    private ShortenedText(PackSource source, String written) {
        this.source = source;
        this.says = Wording.of(source.plainText());
        this.written = Wording.of(written);
        this.ofSource = follow();
    }

    static ShortenedText of(PackSource source, String written) {
        return new ShortenedText(source, written);
    }

    /** Whether it may stand for its source. */
    boolean holds() {
        return ofSource && cut() == null;
    }

    /** Adds what it does besides taking words out. */
    void check(Checks checks, String field) {
        String cut = cut();
        checks.that(ofSource, field, "referral.refused.notOfSource", stray(), Wording.BRACKETED)
                .that(!ofSource || cut == null, field, "referral.refused.cutsResult", cut);
        replacements.forEach(words -> checks.max(field, words, Checks.LONG_TEXT));
    }

    /** As it is kept and printed: the source's own words, and a mark wherever some are gone. */
    String text() {
        return text.toString();
    }

    private boolean follow() {
        for (int gaps = 0; gaps <= MOST_GAPS; gaps++) {
            String mark = mark();
            int earliest = earliest(mark);
            if (earliest > says.size()) {
                return false;
            }
            if (read == written.size()) {
                gap(mark, says.size());
                return kept.stream().anyMatch(word -> says.at(word).spoken());
            }
            Run run = written.longest(read, says, earliest);
            if (run.length() == 0) {
                return false;
            }
            gap(mark, run.start());
            keep(run);
        }
        return false;
    }

    /** What the writer put where something is gone; null where nothing. Brackets that the source has there are the source's. */
    private String mark() {
        String mark = null;
        while (read < written.size() && written.at(read).bracketed() && (mark != null || !isNext(written.at(read)))) {
            Word word = written.at(read);
            if (mark != null && !mark.equals(Wording.GAP) && !word.isGap()) {
                return mark;
            }
            mark = mark == null || !word.isGap() ? word.key() : mark;
            read++;
        }
        return mark;
    }

    private boolean isNext(Word word) {
        return place < says.size() && says.at(place).key().equals(word.key());
    }

    /** Where the source goes on at the earliest: a mark stands for something, and words for words. */
    private int earliest(String mark) {
        int earliest = place;
        if (mark != null && !mark.equals(Wording.GAP)) {
            while (earliest < says.size() && !says.at(earliest).spoken()) {
                earliest++;
            }
        }
        return mark == null ? place : earliest + 1;
    }

    private void gap(String mark, int next) {
        if (next > place) {
            text.append(says.before(place)).append(mark == null ? Wording.GAP : mark).append(says.before(next));
            if (mark != null && !mark.equals(Wording.GAP)) {
                replacements.add(mark);
            }
        }
    }

    private void keep(Run run) {
        read += run.length();
        place = run.start() + run.length();
        kept.set(run.start(), place);
        text.append(says.between(run.start(), place));
    }

    /** The words at which it leaves its source. */
    private String stray() {
        int from = Math.max(0, Math.min(read, written.size() - 1));
        return written.between(from, Math.min(written.size(), from + STRAY));
    }

    /** What has to stay whole and does not, or null. */
    private String cut() {
        int end = -PackSource.APART.length();
        for (PackSource.Part part : source.parts()) {
            int start = end + part.before().length();
            end = start + part.words().length();
            if (part.whole() && !keeps(start, end)) {
                return part.words();
            }
        }
        return null;
    }

    private boolean keeps(int start, int end) {
        for (int i = 0; i < says.size(); i++) {
            if (says.at(i).start() >= start && says.at(i).start() < end && !kept.get(i)) {
                return false;
            }
        }
        return true;
    }
}
