package org.probity.letter;

import java.util.OptionalLong;

/** How many points the pictures of one print may have together, before any is unpacked. Ask for each picture once, in order. */
public final class PictureBudget {

    /** Seconds of a processor: unpacking takes up to 70 ms for each of them. */
    public static final int MEGAPIXELS = 100;

    private long left = MEGAPIXELS * 1_000_000L;

    /** Whether the picture is drawn: it can be, and all so far are no more than there may be. One that a PDF takes packed costs nothing. */
    public boolean draws(byte[] picture) {
        OptionalLong points = LetterPicture.points(picture);
        if (points.isEmpty() || points.getAsLong() > left) {
            return false;
        }
        left -= points.getAsLong();
        return true;
    }
}
