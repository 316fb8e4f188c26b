package org.probity.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

/** What comes with a file, and how many there are, has its limit as the file has. */
class UploadTest {

    @Test
    void ofAnEndlessNameTheBeginningAndTheEndingStay() {
        assertThat(new Upload("a".repeat(1_000_000) + ".txt", new byte[1]).fileName()).hasSizeLessThan(400).startsWith("aaa").endsWith(".txt");
        assertThat(new Upload("letter.txt", new byte[1]).fileName()).isEqualTo("letter.txt");
    }

    @Test
    void anAnswerBringsTwentyFiles() {
        Upload.requireFew(null);
        Upload.requireFew(Collections.nCopies(20, "file"));
        assertThatThrownBy(() -> Upload.requireFew(Collections.nCopies(21, "file"))).isInstanceOf(Refusal.class);
    }
}
