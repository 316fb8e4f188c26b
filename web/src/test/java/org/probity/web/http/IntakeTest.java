package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with two threads, and more clients who keep it waiting. */
class IntakeTest extends IntakeServer {

    private static final int THREADS = 2;
    private static final int MILLIS_TO_BE_GIVEN_UP = 40_000;
    private static final String FORM = "POST /api/read/10 HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n";

    @BeforeEach
    void start() throws ServletException {
        start(THREADS);
    }

    @Test
    void noThreadWaitsForABodyThatNobodyWants() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(answer(send(POST.formatted("whole/10", 4_000_000)))).startsWith("HTTP/1.1 200");
        }
        assertThat(answer(send(GET.formatted("whole/10")))).startsWith("HTTP/1.1 200").endsWith(string(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole/0", "whole/999", "whole/9000000", "chunks/0", "chunks/9000000", "bits/2500"})
    void everyAnswerArrivesWhole(String path) throws IOException {
        assertThat(bodies(all(send(GET.formatted(path))))).containsExactly(string(Integer.parseInt(path.split("/", -1)[1])));
    }

    /** Where what nobody wanted has come to its end. */
    /** Where the server gives up on them, somebody behind would fail in the middle of a request, and say so in the log. */
    @Test
    void moreCookiesThanTheServerReadsAreRefusedAtOnce() throws IOException {
        for (String line : List.of(GET, POST.replace("%d", "0"))) {
            assertThat(answer(send(withCookies(line, 20)))).startsWith("HTTP/1.1 200");
            assertThat(answer(send(withCookies(line, 300)))).startsWith("HTTP/1.1 400");
        }
    }

    private static String withCookies(String line, int number) {
        String cookies = IntStream.range(0, number).mapToObj(i -> "a" + i + "=b").collect(Collectors.joining("; "));
        return line.formatted("whole/10").replace("Host: x\r\n", "Host: x\r\nCookie: " + cookies + "\r\n");
    }

    @Test
    void aConnectionIsUsedAgain() throws IOException {
        Socket socket = send(POST.formatted("whole/10", 300_000));
        socket.getOutputStream().write(new byte[300_000]);
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        socket.getOutputStream().write(GET.formatted("whole/12").getBytes(StandardCharsets.US_ASCII));
        assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith(string(12));
    }

    /** However it ends, a request gives back its turn and its memory. */
    @Test
    void whoHangsUpLeavesNothingBehind() throws IOException {
        for (int i = 0; i < 3 * CLIENTS; i++) {
            send(GET.formatted("bits/700000")).close();
            Socket reading = send(GET.formatted("whole/700000"));
            assertThat(reading.getInputStream().read()).isPositive();
            reading.close();
            Socket sending = send(POST.formatted("whole/10", 4_000_000));
            assertThat(sending.getInputStream().read()).isPositive();
            sending.close();
        }
        assertThat(answer(send(GET.formatted("whole/10")))).startsWith("HTTP/1.1 200");
    }

    @Test
    void whoKeepsSendingWhatNobodyWantsIsCutOff() throws IOException {
        Socket socket = send(POST.formatted("whole/10", 2_000_000_000));
        IOException cutOff = null;
        try {
            for (int i = 0; i < 2_000; i++) {
                socket.getOutputStream().write(new byte[1_000_000]);
            }
        } catch (IOException e) {
            cutOff = e;
        }
        assertThat(cutOff).isNotNull();
    }

    /** Whether it was taken in before a thread was free for it, or is read by that thread. */
    @ParameterizedTest
    @ValueSource(ints = {20_000, 300_000})
    void theNameOfAFileIsNotReadToItsEnd(int length) throws IOException {
        Socket socket = send(FORM.formatted(length + 65, "f".repeat(length)));
        assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("Connection: close");
        assertThat(answer(send(FORM.formatted(76, "f") + "a\r\n--b--\r\n"))).startsWith("HTTP/1.1 200");
        assertThat(answer(send(FORM.formatted(10, "f").replace("; boundary=b", "")))).startsWith("HTTP/1.1 400");
    }

    /** By the thread that reads: from outside, its request would be ended while it works on it. */
    @Test
    void whoSendsTooSlowlyToAThreadIsGivenUpByIt() throws IOException {
        Socket socket = send(POST.formatted("read/10", 4_000_000) + "a".repeat(1000));
        socket.setSoTimeout(MILLIS_TO_BE_GIVEN_UP);
        assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        assertThat(answer(send(GET.formatted("whole/10")))).startsWith("HTTP/1.1 200");
    }
}
