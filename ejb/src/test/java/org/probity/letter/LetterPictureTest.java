package org.probity.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.Image;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.probity.documents.SamplePng;

/** Pictures that are small as a file. */
class LetterPictureTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void anImmensePictureIsPrintedAndNeverInMemoryAsAWhole() throws IOException {
        byte[] png = SamplePng.colours(7000, 7000);
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
        byte[] immense = SamplePng.colours(1, 1);
        ByteBuffer.wrap(immense).putInt(16, 8000).putInt(20, 8000);
        assertThat(LetterPicture.read(immense)).isEmpty();
    }

    @Test
    void aPictureOfOneRowOrOneColumnWithoutEndIsNotPrinted() throws IOException {
        assertThat(LetterPicture.read(SamplePng.dots(3_000_000, 1))).isEmpty();
        assertThat(LetterPicture.read(SamplePng.dots(1, 3_000_000))).isEmpty();
        assertThat(LetterPicture.read(SamplePng.dots(1080, 40_000))).isPresent();
    }
}
