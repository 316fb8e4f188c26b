package org.probity.spelling;

import java.util.stream.IntStream;

/** Which letters lie beside each other on a keyboard: a thumb on a telephone hits one for the other. */
final class Keyboard {

    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    /** How far a row is to the right of the one above it, in quarters of a key. */
    private static final int[] SHIFTS = {0, 1, 3};
    private static final int QUARTERS = 4;

    private Keyboard() {
    }

    /** Whether two words of one length differ in letters alone that lie beside each other. */
    static boolean areBeside(String one, String other) {
        return one.length() == other.length() && IntStream.range(0, one.length())
                .allMatch(i -> one.charAt(i) == other.charAt(i) || areBeside(one.charAt(i), other.charAt(i)));
    }

    private static boolean areBeside(char one, char other) {
        int row = row(one);
        int next = row(other);
        return row >= 0 && next >= 0 && Math.abs(row - next) <= 1 && Math.abs(place(row, one) - place(next, other)) <= QUARTERS;
    }

    private static int row(char letter) {
        return IntStream.range(0, ROWS.length).filter(row -> ROWS[row].indexOf(letter) >= 0).findFirst().orElse(-1);
    }

    private static int place(int row, char letter) {
        return ROWS[row].indexOf(letter) * QUARTERS + SHIFTS[row];
    }
}
