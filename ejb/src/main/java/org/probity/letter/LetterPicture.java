package org.probity.letter;

import com.lowagie.text.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.probity.files.PictureSize;
import org.probity.files.PlainJpeg;
import org.probity.files.TurnedPicture;

/**
 * Reads a picture that came from outside: it may be damaged, or small as a file and immense as a picture. It is never unpacked with
 * more points than can be seen on a sheet; how many pictures are, {@link LetterPictures} says.
 */
public final class LetterPicture {

    /** Most points a picture may have as it came. */
    static final long LARGEST = (long) PictureSize.MEGAPIXELS * 1_000_000;

    /** Most points of one side, as JPEG and GIF have it: a whole row is in memory, and rows are skipped as columns are. */
    private static final int LONGEST = 65_535;

    /** Most points that are printed: A4 at 200 dots to the inch, and a wide screen as it is. */
    private static final double PRINTED = 4_000_000;

    private static final Logger LOG = Logger.getLogger(LetterPicture.class.getName());

    private interface Work<T> {
        T with(ImageReader reader) throws IOException;
    }

    private LetterPicture() {
    }

    /**
     * How many points have to be unpacked to print it: width by height, as the file states them; 0 for a photograph, which a PDF takes
     * packed, without what it says of itself, and turns; none where it cannot be printed, or would keep whoever reads the PDF waiting
     * for what is drawn again and again.
     */
    public static OptionalLong points(byte[] bytes) {
        return reading(bytes, reader -> {
            long points = (long) reader.getWidth(0) * reader.getHeight(0);
            boolean printable = points <= LARGEST && Math.max(reader.getWidth(0), reader.getHeight(0)) <= LONGEST
                    && (!isPhotograph(reader) || PlainJpeg.of(bytes).isDrawable());
            return printable ? Optional.of(isPhotograph(reader) ? 0 : points) : Optional.<Long>empty();
        }).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** The picture, or none where it cannot be printed. */
    public static Optional<Image> read(byte[] bytes) {
        OptionalLong points = points(bytes);
        return points.isEmpty() ? Optional.empty() : reading(bytes, reader -> Optional.of(read(reader, bytes, points.getAsLong())));
    }

    private static Image read(ImageReader reader, byte[] bytes, long points) throws IOException {
        return isPhotograph(reader) ? new TurnedPicture(PlainJpeg.of(bytes)) : Image.getInstance(unpacked(reader, points), null);
    }

    private static BufferedImage unpacked(ImageReader reader, long points) throws IOException {
        int every = Math.max(1, (int) Math.ceil(Math.sqrt(points / PRINTED)));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    private static boolean isPhotograph(ImageReader reader) throws IOException {
        return reader.getFormatName().equalsIgnoreCase("jpeg");
    }

    private static <T> Optional<T> reading(byte[] bytes, Work<Optional<T>> work) {
        // not through a file: a case is sealed on disk
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("No picture of a kind that can be printed");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return work.with(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "A picture could not be read for printing", e);
            return Optional.empty();
        }
    }
}
