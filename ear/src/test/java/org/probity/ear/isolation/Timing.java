package org.probity.ear.isolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether it takes as long to refuse what is hidden as what does not exist. Both are asked for in turn, so that whatever else
 * the machine does weighs on both alike, and their medians are compared.
 */
final class Timing {

    private static final int UNCOUNTED = 3;
    private static final int PAIRS = 15;

    /** A cause stays, an accident passes: only what stands apart so often in a row, on the same side, is a difference. */
    private static final int ROUNDS = 4;
    private static final int MOST_ROUNDS = 12;

    /** The medians are of one class where they are nearer to each other than this, and a quarter of the smaller one. */
    private static final double MILLISECONDS = 6;
    private static final double SHARE = 0.25;

    /**
     * Two medians, in milliseconds.
     *
     * @param what kind, way and who, for the table
     * @param rounds how many it took
     */
    record Figure(String what, double hidden, double absent, int rounds) {

        boolean isAlike() {
            return Math.abs(hidden - absent) <= tolerance();
        }

        private double side() {
            return Math.signum(hidden - absent);
        }

        private double tolerance() {
            return MILLISECONDS + SHARE * Math.min(hidden, absent);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-68s | hidden %6.1f ms | absent %6.1f ms | tolerance %5.1f ms | %s%s", what, hidden, absent,
                    tolerance(), isAlike() ? "alike" : "DIFFERS", rounds == 1 ? "" : ", round " + rounds);
        }
    }

    private final List<Figure> figures = new ArrayList<>();

    /** Measures, and once more where they stand apart. */
    Figure measure(String what, Runnable hidden, Runnable absent) {
        Figure figure = round(what, hidden, absent, 1);
        for (int onOneSide = 1; !figure.isAlike() && onOneSide < ROUNDS && figure.rounds() < MOST_ROUNDS; ) {
            Figure next = round(what, hidden, absent, figure.rounds() + 1);
            onOneSide = next.side() == figure.side() ? onOneSide + 1 : 1;
            figure = next;
        }
        figures.add(figure);
        return figure;
    }

    private static Figure round(String what, Runnable hidden, Runnable absent, int number) {
        double[] ofHidden = new double[PAIRS];
        double[] ofAbsent = new double[PAIRS];
        for (int pair = -UNCOUNTED; pair < PAIRS; pair++) {
            boolean turned = (pair & 1) == 1;
            double first = milliseconds(turned ? absent : hidden);
            double second = milliseconds(turned ? hidden : absent);
            if (pair >= 0) {
                ofHidden[pair] = turned ? second : first;
                ofAbsent[pair] = turned ? first : second;
            }
        }
        return new Figure(what, median(ofHidden), median(ofAbsent), number);
    }

    private static double milliseconds(Runnable request) {
        long start = System.nanoTime();
        request.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }
}
