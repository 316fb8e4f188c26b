package org.probity.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.probity.documents.SamplePng;
import org.probity.kernel.TryAgainLater;

/** The pictures of one print, and of others at the same time. */
class LetterPicturesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void onePrintDrawsSoManyPointsAndNoMore() throws IOException {
        byte[] large = SamplePng.dots(7000, 7000);
        byte[] photograph = photograph();
        try (LetterPictures pictures = new LetterPictures(LONG, broken -> { })) {
            assertThat(pictures.read(large)).isPresent();
            assertThat(pictures.read(large)).isPresent();
            assertThat(pictures.read(large)).isEmpty();
            assertThat(pictures.read(SamplePng.dots(1000, 1000))).isPresent();
            assertThat(pictures.read(SamplePng.dots(1100, 1000))).isEmpty();
            assertThat(pictures.read(photograph)).isPresent();
        }
    }

    @Test
    void whoUnpacksPicturesWhileOthersDoIsAskedToComeBack() throws IOException {
        byte[] picture = SamplePng.dots(10, 10);
        try (LetterPictures second = new LetterPictures(Duration.ofMillis(1), broken -> { })) {
            try (LetterPictures first = new LetterPictures(LONG, broken -> { })) {
                assertThat(first.read(picture)).isPresent();
                assertThat(first.read(picture)).isPresent();

                assertThatThrownBy(() -> second.read(picture)).isInstanceOf(TryAgainLater.class);
                assertThat(second.read(photograph())).isPresent();
            }
            assertThat(second.read(picture)).isPresent();
        }
    }

    private static byte[] photograph() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpg", bytes)).isTrue();
        return bytes.toByteArray();
    }
}
