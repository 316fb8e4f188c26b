package org.probity;

/** Text that counts how often it is looked at, and stops a reader who looks too often. */
final class Counted implements CharSequence {

    /** More looks than were allowed. */
    static final class TooOften extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final String text;
    private long left;

    Counted(String text, long allowed) {
        this.text = text;
        this.left = allowed;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new TooOften();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
