package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.probity.notification.MailServerTest.from;
import static org.probity.notification.MailServerTest.say;
import static org.probity.notification.MailServerTest.secure;
import static org.probity.notification.MailServerTest.selfSigned;
import static org.probity.notification.MailServerTest.session;
import static org.probity.notification.MailServerTest.startTls;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a mail server is listened to, and to how much. */
class MailServerLimitsTest {

    /** Each line in good time, and never the last one. */
    @Test
    void aServerThatGoesOnGreetingIsGivenUp() throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.supplyAsync(() -> accepted(listening), clock).thenAccept(caller -> clock.scheduleAtFixedRate(() -> greet(caller), 0, 100,
                    TimeUnit.MILLISECONDS));
            Session session = session(listening.getLocalPort());
            session.getProperties().put("mail.smtp.socketFactory", new MailSockets(Duration.ofSeconds(1), 64 * 1024));
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MailServer.send(MailTest.mail(), session, from())))
                    .isInstanceOf(MailServer.Result.Unreachable.class);
        } finally {
            clock.shutdownNow();
        }
    }

    private static Socket accepted(ServerSocket listening) {
        try {
            return listening.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void greet(Socket caller) {
        try {
            say(caller.getOutputStream(), "220-wait");
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    /** In one line or in many, in the clear, or by TLS that was there from the first byte or asked for. */
    @ParameterizedTest
    @CsvSource({"x, false, ''", "'220-x\r\n', false, ''", "x, true, mail.smtp.ssl.enable", "x, false, mail.smtp.starttls.enable"})
    void aServerThatAnswersWithoutEndIsCut(String answer, boolean tlsFirst, String tls, @TempDir Path folder) throws Exception {
        SSLContext own = selfSigned(folder.resolve("smtp.p12"));
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> flood(listening, answer, tlsFirst || !tls.isEmpty() ? own : null, !tlsFirst));
            Session session = session(listening.getLocalPort());
            session.getProperties().putAll(Map.of("mail.smtp.ssl.trust", "*", "mail.smtp.timeout", "5000", tls.isEmpty() ? "x" : tls, "true"));
            assertThat(MailServer.send(MailTest.mail(), session, from())).isInstanceOf(MailServer.Result.Unreachable.class);
            assertThat(written.get(20, TimeUnit.SECONDS)).isBetween(1L, 1024L * 1024);
        }
    }

    /** @return bytes until the other side hung up, or until there is no doubt that it does not */
    private static long flood(ServerSocket listening, String answer, SSLContext own, boolean asked) {
        byte[] bytes = answer.repeat(1000).getBytes(StandardCharsets.UTF_8);
        long written = 0;
        try (Socket plain = listening.accept()) {
            plain.setSendBufferSize(bytes.length);
            OutputStream out = own == null ? plain.getOutputStream() : (asked ? startTls(plain, own) : secure(plain, own)).getOutputStream();
            for (; written < 50_000_000; written += bytes.length) {
                out.write(bytes);
            }
        } catch (IOException hungUp) {
            return written;
        }
        return written;
    }
}
