package org.probity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** Ways through a table of transitions that come back to where they began: each must pass a step that is counted, or it has no end. */
public final class Circles {

    private Circles() {
    }

    /** @return where such a way goes that passes none; empty where there is none */
    public static <S> List<S> uncounted(S[] all, BiPredicate<S, S> allowed, BiPredicate<S, S> counted) {
        List<S> left = new ArrayList<>(Arrays.asList(all));
        while (left.removeIf(from -> left.stream().noneMatch(to -> allowed.test(from, to) && !counted.test(from, to)))) {
            // whatever leads nowhere any more is in no circle
        }
        return left;
    }
}
