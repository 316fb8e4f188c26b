package org.probity.files;

import com.lowagie.text.Jpeg;
import java.io.IOException;

/**
 * A photograph as it stands upright: a telephone keeps it as it was held, and says so beside it (Exif 2.32, tag 274). The page
 * turns and mirrors it, so that none is ever unpacked here.
 */
public final class TurnedPicture extends Jpeg {

    private final boolean mirrored;

    public TurnedPicture(PlainJpeg plain) throws IOException {
        super(plain.bytes());
        mirrored = isMirrored(plain.orientation());
        setRotationDegrees(degrees(plain.orientation()));
    }

    /** Whether turning alone does not make it upright. @param orientation 1 to 8, as Exif counts */
    private static boolean isMirrored(int orientation) {
        return orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    }

    /** Against the clock; of one that is mirrored, once left and right have changed places. */
    private static float degrees(int orientation) {
        return switch (orientation) {
            case 3, 4 -> 180;
            case 6, 7 -> 270;
            case 5, 8 -> 90;
            default -> 0;
        };
    }

    /** The sides of the picture on the page, and two corners: of one that is mirrored, its width runs the other way, from where it ended. */
    @Override
    public float[] matrix() {
        float[] matrix = super.matrix();
        if (mirrored) {
            matrix[CX] -= matrix[AX];
            matrix[CY] -= matrix[AY];
            matrix[DX] -= matrix[AX];
            matrix[DY] -= matrix[AY];
            matrix[AX] = -matrix[AX];
            matrix[AY] = -matrix[AY];
        }
        return matrix;
    }
}
