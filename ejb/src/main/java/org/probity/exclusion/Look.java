package org.probity.exclusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.probity.exclusion.CaseTexts.Text;
import org.probity.member.KnownAs;

/** How far all cases of a board have been looked through for somebody, and where they were found. */
final class Look {

    /** Twice as long as a transaction may last. */
    static final Duration ON_THE_WAY = Duration.ofMinutes(10);

    private final String board;
    private final TextNumbers numbers;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Text> left = new ArrayDeque<>();
    private final BitSet compared = new BitSet();

    /** Texts that name them, or may, with their cases. */
    private final Map<Text, Long> found = new HashMap<>();

    /** Those of them that everybody was compared with, so that what walls they need is there. */
    private final Set<Text> raised = new HashSet<>();
    private KnownAs member;
    private Instant takenAt;

    /** When there is something to do again. */
    private Instant due = Instant.MIN;
    private boolean over;

    /** @param numbers of the texts of that board */
    Look(String board, TextNumbers numbers, KnownAs member) {
        this.board = board;
        this.numbers = numbers;
        this.member = member;
    }

    String board() {
        return board;
    }

    /**
     * Does pieces of work until one says that there was nothing to do.
     *
     * @param most how many are done at most
     * @return whether there is nothing left to do; false where somebody else is at it
     */
    boolean goOn(int most, BooleanSupplier piece) {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            for (int n = 0; n < most; n++) {
                if (!piece.getAsBoolean()) {
                    return true;
                }
            }
            return false;
        } finally {
            turn.unlock();
        }
    }

    /** The next texts to be compared, so many at most; none where {@link #list} has to tell whether there are more. */
    synchronized List<Text> next(int most) {
        List<Text> next = new ArrayList<>();
        while (next.size() < most && !left.isEmpty()) {
            next.add(left.remove());
        }
        return next;
    }

    /** What is there by now, and was not compared. */
    synchronized void list(Collection<Text> texts) {
        left.clear();
        left.addAll(texts);
    }

    synchronized boolean lacks(Text text) {
        return !compared.get(numbers.of(text));
    }

    /** @param named those of them that name the member, or may, with their cases */
    synchronized void compared(Collection<Text> texts, Map<Text, Long> named) {
        texts.forEach(text -> compared.set(numbers.of(text)));
        found.putAll(named);
        due = texts.isEmpty() ? due : Instant.MIN;
    }

    /** Where they were found, with the cases. */
    synchronized Map<Text, Long> found() {
        return Map.copyOf(found);
    }

    /** Those for which walls are still to be raised, with their cases. */
    synchronized Map<Text, Long> owed() {
        Map<Text, Long> owed = new HashMap<>(found);
        owed.keySet().removeAll(raised);
        return owed;
    }

    synchronized void raised(Collection<Text> texts) {
        raised.addAll(texts);
    }

    /** They are a member as soon as the transaction ends, if it does not fail. */
    synchronized void taken(KnownAs as, Instant now) {
        member = as;
        takenAt = now;
        due = now;
    }

    synchronized KnownAs member() {
        return member;
    }

    synchronized boolean isTaken() {
        return takenAt != null;
    }

    /**
     * There is nothing to do just now. Nobody waits for more who has not joined; for who has it is looked again after the same
     * time as has gone by, until nothing can be on its way any more.
     */
    synchronized void rests(Instant now) {
        due = takenAt == null ? Instant.MAX : now.plus(Duration.between(takenAt, now));
        over = takenAt != null && !now.isBefore(takenAt.plus(ON_THE_WAY));
    }

    synchronized boolean isDue(Instant now) {
        return !over && !now.isBefore(due);
    }

    /** Whether nothing is left to do, nor will be. */
    synchronized boolean isOver() {
        return over;
    }
}
