package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.Image;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures that are small as a file. */
class LetterPictureTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void anImmensePictureIsPrintedAndNeverInMemoryAsAWhole() throws IOException {
        byte[] png = png(7000, 7000);
        assertThat(png.length).isLessThan((int) MEGABYTE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Image printed = LetterPicture.read(png).orElseThrow();

        // with all that was thrown away again; the whole picture alone would be 196 MB
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(128 * MEGABYTE);
        assertThat(printed.getWidth()).isBetween(1300f, 2000f).isEqualTo(printed.getHeight());
    }

    @Test
    void aPictureOfTheSizeOfAScreenKeepsEveryPoint() throws IOException {
        for (String format : new String[] {"png", "gif", "jpg"}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            assertThat(ImageIO.write(new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB), format, bytes)).isTrue();
            Image printed = LetterPicture.read(bytes.toByteArray()).orElseThrow();
            assertThat(printed.getWidth()).isEqualTo(1920);
            assertThat(printed.getHeight()).isEqualTo(1080);
        }
    }

    @Test
    void whatIsNoPictureOrOneBeyondMeasureIsNotPrinted() throws IOException {
        assertThat(LetterPicture.read("words".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        byte[] immense = png(1, 1);
        ByteBuffer.wrap(immense).putInt(16, 8000).putInt(20, 8000);
        assertThat(LetterPicture.read(immense)).isEmpty();
    }

    /** Red, green, blue and transparency, all nothing, without ever holding it. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream points = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(points)) {
            byte[] row = new byte[1 + 4 * width];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 6).array());
        chunk(png, "IDAT", points.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) throws IOException {
        byte[] named = ByteBuffer.allocate(4 + content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        CRC32 sum = new CRC32();
        sum.update(named);
        png.write(ByteBuffer.allocate(4).putInt(content.length).array());
        png.write(named);
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
