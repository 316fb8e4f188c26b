package org.probity.documents;

import com.lowagie.text.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture that came from outside: it may be damaged, or small as a file and immense as a picture. Only one is unpacked at
 * a time, and never with more points than can be seen on a sheet.
 */
final class LetterPicture {

    /** Most points a picture may have as it came. */
    static final long LARGEST = (long) PictureSize.MEGAPIXELS * 1_000_000;

    /** Most points that are printed: A4 at 200 dots to the inch, and a wide screen as it is. */
    private static final double PRINTED = 4_000_000;

    private static final Logger LOG = Logger.getLogger(LetterPicture.class.getName());

    private LetterPicture() {
    }

    /** The picture, or none where it cannot be printed. */
    static synchronized Optional<Image> read(byte[] bytes) {
        // not through a file: a case is sealed on disk
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("No picture of a kind that can be printed");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader, bytes);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "A picture could not be read for printing", e);
            return Optional.empty();
        }
    }

    /** Width by height are what the file states; a PDF takes a photograph as it is, packed. */
    private static Optional<Image> read(ImageReader reader, byte[] bytes) throws IOException {
        long points = (long) reader.getWidth(0) * reader.getHeight(0);
        if (points > LARGEST) {
            return Optional.empty();
        }
        if (reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return Optional.of(Image.getInstance(bytes));
        }
        int every = Math.max(1, (int) Math.ceil(Math.sqrt(points / PRINTED)));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        BufferedImage printed = reader.read(0, param);
        return Optional.of(Image.getInstance(printed, null));
    }
}
