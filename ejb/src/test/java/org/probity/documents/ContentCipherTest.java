package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.files.CheckedFile;

/** What was sealed in segments opens whole and in its order, or not at all. */
class ContentCipherTest {

    private static final long DOCUMENT = 7;
    private static final int HEAD = 37;
    private static final int SEALED_SEGMENT = SegmentStream.SEGMENT + SegmentStream.TAG;

    @TempDir
    private static Path folder;

    private ContentCipher cipher;

    @BeforeEach
    void aKey() {
        Keys keys = TestKeys.in(folder);
        cipher = new ContentCipher(keys, "chscb", 1, ContentCipher.newKey(keys, "chscb", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SegmentStream.SEGMENT - 1, SegmentStream.SEGMENT, SegmentStream.SEGMENT + 1, 3 * SegmentStream.SEGMENT, 1_000_000})
    void anyLengthComesBackAndIsKnownBefore(int length) throws IOException {
        byte[] plain = random(length);
        ContentBytes sealed = cipher.sealed(DOCUMENT, ContentBytes.of(plain));
        byte[] kept = sealed.source().stream().readAllBytes();
        assertThat(kept).hasSize(Math.toIntExact(sealed.length()));
        ContentBytes opened = cipher.opened(DOCUMENT, ContentBytes.of(kept));
        assertThat(opened.length()).isEqualTo(length);
        assertThat(opened.source().stream().readAllBytes()).isEqualTo(plain);
        assertThat(opened.sha256()).isEqualTo(CheckedFile.sha256(plain));
    }

    @Test
    void noSegmentIsLeftOutCutOffAddedOrPutElsewhere() throws IOException {
        byte[] kept = cipher.sealed(DOCUMENT, ContentBytes.of(random(3 * SegmentStream.SEGMENT))).source().stream().readAllBytes();
        byte[] first = segment(kept, 0);
        byte[] second = segment(kept, 1);
        byte[] third = segment(kept, 2);
        byte[] head = Arrays.copyOf(kept, HEAD);
        assertThat(opened(head, first, second, third)).hasSize(3 * SegmentStream.SEGMENT);
        damaged(head, first, second);
        damaged(head, first, third);
        damaged(head, second, first, third);
        damaged(head, first, second, third, third);
        damaged(head, first, second, third, new byte[] {0});
        damaged(head);
        damaged(Arrays.copyOf(head, HEAD - 1));
        damaged(new byte[0]);
    }

    @Test
    void eachContentHasAKeyOfItsOwn() throws IOException {
        ContentBytes sealed = cipher.sealed(DOCUMENT, ContentBytes.of(random(SegmentStream.SEGMENT)));
        byte[] one = sealed.source().stream().readAllBytes();
        byte[] again = sealed.source().stream().readAllBytes();
        assertThat(segment(one, 0)).isNotEqualTo(segment(again, 0));
        damaged(Arrays.copyOf(one, HEAD), segment(again, 0));
    }

    private void damaged(byte[]... parts) {
        assertThatThrownBy(() -> opened(parts)).isInstanceOf(DamagedContent.class);
    }

    private byte[] opened(byte[]... parts) throws IOException {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] kept = new byte[length];
        int place = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, kept, place, part.length);
            place += part.length;
        }
        return cipher.opened(DOCUMENT, ContentBytes.of(kept)).source().stream().readAllBytes();
    }

    private static byte[] segment(byte[] kept, int number) {
        int from = HEAD + number * SEALED_SEGMENT;
        return Arrays.copyOfRange(kept, from, Math.min(kept.length, from + SEALED_SEGMENT));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
