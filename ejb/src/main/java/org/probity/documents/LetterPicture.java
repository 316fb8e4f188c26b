package org.probity.documents;

import com.lowagie.text.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads a picture that came from outside: it may be damaged, or small as a file and immense as a picture. */
final class LetterPicture {

    /** Most points a picture may have; beyond that it would take the memory of the server to print it. */
    static final long LARGEST = 50_000_000;

    private static final Logger LOG = Logger.getLogger(LetterPicture.class.getName());

    private LetterPicture() {
    }

    /** The picture, or none where it cannot be printed. */
    static Optional<Image> read(byte[] bytes) {
        try {
            return points(bytes) > LARGEST ? Optional.empty() : Optional.of(Image.getInstance(bytes));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "A picture could not be read for printing", e);
            return Optional.empty();
        }
    }

    /** Width by height as the file states them, without unpacking it. */
    private static long points(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("No picture of a kind that can be printed");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
