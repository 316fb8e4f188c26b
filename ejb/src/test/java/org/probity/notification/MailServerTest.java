package org.probity.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.kernel.Language;

class MailServerTest {

    @Test
    void aMailArrivesWithItsTextItsLanguageAndItsOwnMessageId() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Mail mail = MailTest.mail();
            MailServer.Result result = MailServer.send(mail, session(server.getSmtp().getPort()), from());

            assertThat(result).isInstanceOf(MailServer.Result.Taken.class);
            MimeMessage arrived = server.getReceivedMessages()[0];
            assertThat(arrived.getSubject()).isEqualTo("CHSCB-2026-0042: darllenwch ein llythyr ac atebwch");
            assertThat(arrived.getContent().toString()).startsWith("Annwyl Siân Ŵynne");
            assertThat(arrived.getMessageID()).isEqualTo(mail.messageId());
            assertThat(arrived.getContentLanguage()).containsExactly("cy");
            assertThat(arrived.getAllRecipients()[0].toString()).endsWith("<sian@example.org>");
            assertThat(arrived.getFrom()[0]).hasToString("probity@example.org");
        } finally {
            server.stop();
        }
    }

    /** The lower half of \u0175 alone is u. */
    @Test
    void aHostWithOtherLettersIsWrittenAsItsServersKnowIt() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        Mail mail = new Mail("k", new Recipient("N", "post@c\u0175mtaf.cymru", Language.CY), "t", "s", "b", Instant.EPOCH);
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(listening, line -> {
                heard.add(line);
                return line.startsWith("DATA") ? "354 go on" : "250 ok";
            }));
            server.start();
            MailServer.send(mail, session(listening.getLocalPort()), from());
        }
        assertThat(heard).contains("RCPT TO:<post@xn--cmtaf-bhb.cymru>");
    }

    @Test
    void withNobodyListeningTheMailWasNotTaken() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThat(MailServer.send(MailTest.mail(), session(port), from())).isInstanceOf(MailServer.Result.Unreachable.class);
    }

    @Test
    void aServerThatAcceptsAndNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Session session = session(silent.getLocalPort());
            session.getProperties().setProperty("mail.smtp.timeout", "300");
            assertThat(MailServer.send(MailTest.mail(), session, from())).isInstanceOf(MailServer.Result.Unreachable.class);
        }
    }

    @Test
    void noServerIsWaitedForWithoutEnd() {
        Session session = session(1);
        MailServer.send(MailTest.mail(), session, from());
        for (String kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            assertThat(Integer.parseInt(session.getProperty("mail.smtp." + kind))).as(kind).isBetween(1, 30_000);
        }
        assertThat(session.getProperties().get("mail.smtp.socketFactory")).isInstanceOf(MailSockets.class);
        assertThat(session.getProperty("mail.smtp.socketFactory.fallback")).isEqualTo("false");
    }

    /** What is cut before the text has gone out nobody has; and where no answer to it was heard whole, nobody knows. */
    @Test
    void whatIsCutBeforeTheTextWentOutWasNotTaken() throws IOException {
        String endless = "250-" + "x".repeat(100_000);
        for (String at : new String[] {"EHLO", "MAIL", "RCPT", "DATA"}) {
            assertThat(against(line -> line.startsWith(at) ? endless : "250 ok")).as(at).isInstanceOf(MailServer.Result.Unreachable.class);
            assertThat(against(line -> line.startsWith(at) ? null : "250 ok")).as(at).isInstanceOf(MailServer.Result.Unreachable.class);
        }
        for (String answer : new String[] {endless, "250-half of it", "what?"}) {
            assertThat(against(line -> line.equals(".") ? answer : line.startsWith("DATA") ? "354 go on" : "250 ok"))
                    .isInstanceOf(MailServer.Result.Unknown.class);
        }
        assertThat(against(line -> line.equals(".") ? "554 no" : line.startsWith("DATA") ? "354 go on" : "250 ok"))
                .isInstanceOf(MailServer.Result.NotTaken.class);
    }

    @Test
    void aServerThatSaysNoHasNotTakenIt() throws IOException {
        assertThat(against(line -> line.startsWith("RCPT") ? "550 unknown" : "250 ok")).isInstanceOf(MailServer.Result.NotTaken.class);
        assertThat(against(line -> line.startsWith("DATA") ? "451 busy" : "250 ok")).isInstanceOf(MailServer.Result.NotTaken.class);
    }

    @Test
    void aLineThatBreaksAfterTheTextWentOutLeavesDoubt() throws IOException {
        MailServer.Result result = against(line -> line.equals(".") ? null : line.startsWith("DATA") ? "354 go on" : "250 ok");

        assertThat(result).isInstanceOf(MailServer.Result.Unknown.class);
    }

    @Test
    void aLineThatBreaksAtTheFarewellChangesNothing() throws IOException {
        MailServer.Result result = against(line -> line.equals("QUIT") ? null : line.startsWith("DATA") ? "354 go on" : "250 ok");

        assertThat(result).isInstanceOf(MailServer.Result.Taken.class);
    }

    @Test
    void whereTlsIsAskedForAServerWithoutItGetsNothing() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> serve(listening, line -> {
                heard.add(line);
                return "250 ok";
            })).start();
            Session session = session(listening.getLocalPort());
            assertThat(MailServer.send(MailTest.mail(), MailServer.secured(session), from())).isInstanceOf(MailServer.Result.Unreachable.class);
        }
        assertThat(heard).isNotEmpty().noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
    }

    @Test
    void whereTlsIsAskedForAServerNobodyVouchesForGetsNothing(@TempDir Path folder) throws Exception {
        SSLContext own = selfSigned(folder.resolve("smtp.p12"));
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> offerTls(listening, own, heard));
            server.start();

            assertThat(MailServer.send(MailTest.mail(), MailServer.secured(session(listening.getLocalPort())), from())).isInstanceOf(MailServer.Result.Unreachable.class);
            server.join();
        }
        assertThat(heard).contains("STARTTLS").noneMatch(line -> line.startsWith("MAIL"));
    }

    @ParameterizedTest
    @CsvSource({"false, false", "FALSE, false", "true, true", "yes, true", "required, true"})
    void onlyAPlainNoLeavesTlsOut(String setting, boolean asked) {
        assertThat(MailServer.isTlsAsked(setting)).isEqualTo(asked);
    }

    private static void offerTls(ServerSocket listening, SSLContext own, List<String> heard) {
        try (Socket plain = listening.accept()) {
            SSLSocket secure = startTls(plain, own);
            heard.add("STARTTLS");
            new BufferedReader(new InputStreamReader(secure.getInputStream(), StandardCharsets.UTF_8)).lines().forEach(heard::add);
        } catch (IOException | UncheckedIOException hungUp) {
            return;
        }
    }

    static SSLSocket startTls(Socket plain, SSLContext own) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(plain.getInputStream(), StandardCharsets.UTF_8));
        say(plain.getOutputStream(), "220 test");
        for (String line = in.readLine(); line != null && !line.equals("STARTTLS"); line = in.readLine()) {
            say(plain.getOutputStream(), "250-test\r\n250 STARTTLS");
        }
        say(plain.getOutputStream(), "220 go on");
        return secure(plain, own);
    }

    static SSLSocket secure(Socket plain, SSLContext own) throws IOException {
        SSLSocket secure = (SSLSocket) own.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    static SSLContext selfSigned(Path file) throws Exception {
        int made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "smtp", "-keyalg", "EC",
                "-dname", "CN=127.0.0.1", "-ext", "SAN=IP:127.0.0.1", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "secret")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        assertThat(made).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), "secret".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void anAddressThatCannotBeIsHopelessAtOnce() {
        for (String address : new String[] {"", null, "nobody", "a@b@c", "x y@example.org", "si\u0175an@example.org", "si\u00e2n@example.org", "post@stra\u00dfe.example",
            "post@\u010d.example\u010d@example.org", "post@example.org\u3002uk", "post@exa_mpl\u0175.org"}) {
            Mail mail = new Mail("k", new Recipient("N", address, Language.EN), "t", "s", "b", Instant.EPOCH);

            assertThat(MailServer.send(mail, session(1), from())).isInstanceOf(MailServer.Result.Hopeless.class);
        }
    }

    /** Talks to a server that answers each line as told; null hangs up, and so does what is not said to its end. */
    private static MailServer.Result against(UnaryOperator<String> answers) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(listening, answers));
            server.start();
            return MailServer.send(MailTest.mail(), session(listening.getLocalPort()), from());
        }
    }

    private static void serve(ServerSocket listening, UnaryOperator<String> answers) {
        try (Socket socket = listening.accept(); OutputStream out = socket.getOutputStream();
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            say(out, "220 test");
            boolean text = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                text = text && !line.equals(".");
                String answer = text ? "" : answers.apply(line);
                if (answer == null) {
                    return;
                }
                say(out, answer);
                if (answer.startsWith("250-")) {
                    return;
                }
                text = text || answer.startsWith("354");
            }
        } catch (IOException hungUp) {
            return;
        }
    }

    static void say(OutputStream out, String answer) throws IOException {
        if (!answer.isEmpty()) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    static InternetAddress from() {
        try {
            return new InternetAddress("probity@example.org", true);
        } catch (AddressException e) {
            throw new AssertionError(e);
        }
    }

    static Session session(int port) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        return Session.getInstance(properties);
    }
}
