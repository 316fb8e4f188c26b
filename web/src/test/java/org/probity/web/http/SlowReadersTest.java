package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More clients who read nothing than there are threads, and fewer threads than they may keep. */
class SlowReadersTest extends IntakeServer {

    private static final int THREADS = 20;
    private static final int READERS = 48;
    private static final int MOST_READERS = 12;
    private static final int SECONDS_UNTIL_FEW = 20;

    @BeforeEach
    void start() throws ServletException {
        start(THREADS);
    }

    @ParameterizedTest
    @CsvSource({"whole/3000000, 3", "chunks/3000000, 3", "bits/3000000, 48"})
    void fewThreadsWaitForReaders(String path, int networks) throws IOException {
        List<Socket> readers = stalled(path, networks);
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(answer(send(GET.formatted("whole/10")))).startsWith("HTTP/1.1 200").endsWith(string(10));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_UNTIL_FEW);
        while (open(readers) > MOST_READERS && System.nanoTime() < end) {
            assertThat(answer(send(GET.formatted("whole/10")))).startsWith("HTTP/1.1 200");
        }
        assertThat(open(readers)).isLessThanOrEqualTo(MOST_READERS);
    }

    /** Who has many networks within one does not take the place of somebody elsewhere who reads slowly, and has for longest. */
    @Test
    void whoHasManyNetworksGoesBeforeWhoHasOne() throws IOException {
        Socket elsewhere = send("127.0.0.9", GET.formatted("whole/9000000"));
        assertThat(elsewhere.getInputStream().read()).isEqualTo('H');
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            String from = FROM + ": 2001:db8:1:" + Integer.toHexString(256 * i) + "::1";
            readers.add(send("127.0.0.2", GET.formatted("whole/3000000").replace("close", "keep-alive\r\n" + from)));
        }
        for (int i = 0; i < CLIENTS || open(readers) > MOST_READERS; i++) {
            assertThat(answer(send(GET.formatted("whole/10")))).startsWith("HTTP/1.1 200");
        }
        assertThat(bodies("H" + all(elsewhere))).containsExactly(string(9_000_000));
    }

    /** Somebody known has kept a thread longest, and nobody else comes from where they are. */
    @Test
    void strangersGoBeforePeople() throws IOException {
        Socket person = send(GET.formatted("known/9000000"));
        assertThat(person.getInputStream().read()).isEqualTo('H');
        List<Socket> readers = stalled("whole/3000000", READERS);
        for (int i = 0; i < CLIENTS || open(readers) > MOST_READERS; i++) {
            assertThat(answer(send(GET.formatted("whole/10")))).startsWith("HTTP/1.1 200");
        }
        assertThat(bodies("H" + all(person))).containsExactly(string(9_000_000));
    }

    /** Each at once, and read while others are hung up on. */
    @Test
    void manyAnswersOfOneConnectionArriveWholeAndInOrder() throws IOException {
        stalled("whole/3000000", READERS);
        List<String> paths = List.of("whole/9", "chunks/700000", "whole/0", "known/3000000", "bits/1", "whole/3000001", "bits/70000", "chunks/0", "whole/700001");
        String requests = paths.stream().map(GET::formatted).collect(Collectors.joining());
        int last = requests.lastIndexOf("GET ");
        Socket socket = send(requests.substring(0, last).replace("Connection: close\r\n", "") + requests.substring(last));
        assertThat(bodies(all(socket))).isEqualTo(paths.stream().map(path -> string(Integer.parseInt(path.split("/", -1)[1]))).toList());
    }

    /** Who ask, at once or for one answer after the other, and read nothing. */
    private List<Socket> stalled(String path, int networks) throws IOException {
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(send("127.0.0." + (2 + i % networks), GET.formatted(path).replace("close", "keep-alive").repeat(1 + i % 2)));
        }
        return readers;
    }

    /** How many are left, as far as they have noticed. */
    private static long open(List<Socket> readers) {
        return readers.stream().filter(reader -> {
            try {
                reader.getOutputStream().write('G');
                return true;
            } catch (IOException hungUp) {
                return false;
            }
        }).count();
    }
}
