package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartScannerTest {

    private static final String NAMED = "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n";
    private static final String PART = "--b\r\n" + NAMED.formatted("a.txt") + "\r\n";
    private static final String END = "\r\n--b--\r\n";
    private static final int UNREADABLE = 400;
    private static final int TOO_LARGE = 413;

    @ParameterizedTest
    @ValueSource(strings = {"x", "----a-b", "aabaabaaab", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "=_(a,b).c/d:e?f"})
    void soManyPartsAreReadAndNotOneMore(String boundary) {
        String part = "--" + boundary + "\r\n\r\n--- -aabaa\r\n";
        String type = "multipart/form-data; boundary=\"" + boundary + "\"";

        assertThat(status(type, part.repeat(PartScanner.MOST) + "--" + boundary + "--\r\n")).isZero();
        assertThat(status(type, part.repeat(PartScanner.MOST + 1))).isEqualTo(TOO_LARGE);
    }

    @Test
    void theHeadOfAPartIsShortAndItsContentMayBeLong() {
        int rest = PartScanner.LONGEST_HEAD - NAMED.formatted("").length() - 2;

        assertThat(status("--b\r\n" + NAMED.formatted("a".repeat(rest)) + "\r\n" + "\r\n\n-".repeat(40_000) + "\r\n" + PART + "a" + END)).isZero();
        assertThat(status("--b\r\n" + NAMED.formatted("a".repeat(rest + 1)) + "\r\na" + END)).isEqualTo(TOO_LARGE);
        assertThat(status("--b\r\n" + "A: b\r\n".repeat(2000) + "\r\na" + END)).isEqualTo(TOO_LARGE);
        assertThat(status(PART + "a\r\n" + "--b\r\nA: b\r\n c\r\n\tc" + "c".repeat(PartScanner.LONGEST_HEAD))).isEqualTo(TOO_LARGE);
    }

    @Test
    void whatBelongsToNoPartIsShortToo() {
        assertThat(status("Hello\r\n" + PART + "a" + END + "Good-bye\r\n")).isZero();
        assertThat(status("a".repeat(PartScanner.LONGEST_HEAD + 1))).isEqualTo(TOO_LARGE);
        assertThat(status(PART + "a" + END + "a".repeat(PartScanner.LONGEST_HEAD))).isEqualTo(TOO_LARGE);
    }

    /** What reads the API takes each of these for a form with parts, or may. */
    @ParameterizedTest
    @ValueSource(strings = {"multipart/*; boundary=b", "MULTIPART/mixed; boundary=b", " multipart/* ;boundary=b", "*/*; boundary=b", "*/form-data; boundary=b", "\u0001multipart/*; boundary=b"})
    void aFormOfAnotherKindIsNotReadAtAll(String type) {
        assertThat(status(type, "--b\n".repeat(10))).isEqualTo(UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "text/plain; of=multipart/*"})
    void whatHasNoPartsIsNotLookedAt(String type) throws OddParts {
        assertThat(PartScanner.of(new HeaderMap().put(Headers.CONTENT_TYPE, type), true)).isNull();
    }

    /** What one reader takes for a boundary or for the end of a head, and another does not. */
    @ParameterizedTest
    @ValueSource(strings = {"--b\n\n", "--b\r\r\n\r\n", "--bb\r\n\r\n", "--b \r\n\r\n", "--b-\r\n\r\n", "--b\r\nA: b\n\n", "--b\r\nA: b\r\rc: d\r\n\r\n", "--b\r\nno colon\r\n\r\n",
        "--b\r\n folded: first\r\n\r\n", "--b\r\nA : b\r\n\r\n", "--b\r\nA: --b\r\n\r\n", "--b\r\n--b\r\n\r\n", "--b\r\n\r\na--b\r\n\r\n", "--b\r\n\r\na\n--b\r\n\r\n", "--b\r\n\r\na\r--b\r\n\r\n",
        "--b\r\n\r\na\r\n--b--\r\n--b\r\n\r\n", "a--b\r\n\r\n"})
    void whatTwoReadersWouldReadDifferentlyIsReadByNone(String body) {
        assertThat(status(body)).isEqualTo(UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed; boundary=c", "MESSAGE/rfc822", "\r\n multipart/form-data; boundary=c", "(c) multipart/mixed; boundary=c", "\"multipart\"/mixed; boundary=c",
        "text/plain\r\ncontent-type:multipart/mixed; boundary=c"})
    void theApiReadsNoFormWithinAForm(String type) {
        String body = "--b\r\nContent-Type: " + type + "\r\n\r\na" + END;
        assertThat(status("multipart/form-data; boundary=b", body, true)).isEqualTo(UNREADABLE);
        assertThat(status(body)).as("pages take none apart").isZero();
        assertThat(status("multipart/form-data; boundary=b", "--b\r\nContent-Type: image/svg+xml; a=\"multipart/b\"\r\n\r\na" + END, true)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=b; boundary=c", "multipart/form-data; xboundary=b; boundary=c",
        "multipart/form-data; boundary=\"b\\\"c\"", "multipart/form-data; boundary=b c", "multipart/form-data; boundary=b(c)", "multipart/form-data; boundary*=b", "multipart/form-datab; boundary=b"})
    void whatDoesNotSayBeyondDoubtHowItsPartsAreToldApartIsNotRead(String type) {
        assertThat(status(type, PART + "a" + END)).isEqualTo(UNREADABLE);
    }

    @Test
    void everyOtherRequestIsLeftAlone() throws OddParts {
        assertThat(PartScanner.of(new HeaderMap(), true)).isNull();
        assertThat(PartScanner.of(new HeaderMap().put(Headers.CONTENT_TYPE, "application/json"), true)).isNull();
        assertThat(status("Multipart/Form-Data;charset=utf-8;boundary=b", PART + "a" + END)).isZero();
        HeaderMap two = new HeaderMap().add(Headers.CONTENT_TYPE, "text/plain").add(Headers.CONTENT_TYPE, "multipart/form-data; boundary=b");
        assertThat(catchThrowableOfType(OddParts.class, () -> PartScanner.of(two, false))).isNotNull();
    }

    private static int status(String body) {
        return status("multipart/form-data; boundary=b", body, false);
    }

    private static int status(String type, String body) {
        return status(type, body, true);
    }

    /** Under which it is refused, or none. */
    private static int status(String type, String body, boolean nested) {
        OddParts odd = catchThrowableOfType(OddParts.class, () -> {
            PartScanner scanner = PartScanner.of(new HeaderMap().put(Headers.CONTENT_TYPE, type), nested);
            for (byte next : body.getBytes(StandardCharsets.ISO_8859_1)) {
                scanner.look(next);
            }
        });
        return odd == null ? 0 : odd.status();
    }
}
