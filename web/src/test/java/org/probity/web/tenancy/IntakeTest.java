package org.probity.web.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceHandle;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with two threads, and more clients who keep it waiting. */
class IntakeTest {

    private static final int THREADS = 2;
    private static final int CLIENTS = 8;
    private static final int MILLIS_TO_ANSWER = 4_000;
    private static final int NARROW = 4096;
    private static final String POST = "POST /api/%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";
    private static final String GET = "GET /api/%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private final List<Socket> sockets = new ArrayList<>();
    private Undertow server;

    /** Answers as many bytes as its path says, without reading anything: by their length, or bit by bit. */
    private static final class Answering extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String[] path = request.getPathInfo().split("/", -1);
            int length = Integer.parseInt(path[2]);
            if (path[1].equals("whole")) {
                response.setContentLength(length);
            }
            byte[] text = text(length);
            for (int sent = 0; sent < length; sent += 1000) {
                response.getOutputStream().write(text, sent, Math.min(1000, length - sent));
                if (path[1].equals("bits")) {
                    response.flushBuffer();
                }
            }
        }
    }

    /** The server finds {@link Intake} by itself, as an application server does. */
    @BeforeEach
    void start() throws ServletException {
        DeploymentInfo info = Servlets.deployment().setClassLoader(IntakeTest.class.getClassLoader()).setContextPath("/").setDeploymentName("test")
                .addServlet(Servlets.servlet("answering", Answering.class, () -> new ImmediateInstanceHandle<>(new Answering()))
                        .addMapping("/api/*"));
        DeploymentManager manager = Servlets.newContainer().addDeployment(info);
        manager.deploy();
        server = Undertow.builder().setIoThreads(1).setWorkerThreads(THREADS).setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
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
        assertThat(body(all(send(GET.formatted(path))))).isEqualTo(string(Integer.parseInt(path.split("/", -1)[1])));
    }

    /** Where what nobody wanted has come to its end. */
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
        Socket socket = send(POST.formatted("whole/10", 90_000_000));
        IOException cutOff = null;
        try {
            for (int i = 0; i < 90; i++) {
                socket.getOutputStream().write(new byte[1_000_000]);
            }
        } catch (IOException e) {
            cutOff = e;
        }
        assertThat(cutOff).isNotNull();
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(NARROW);
        socket.setSoTimeout(MILLIS_TO_ANSWER);
        socket.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        byte[] start = new byte[2000];
        return new String(start, 0, Math.max(0, socket.getInputStream().read(start)), StandardCharsets.US_ASCII);
    }

    private static String all(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.US_ASCII);
    }

    /** Without its head, and put together where it came in pieces. */
    private static String body(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String rest = answer.substring(end + 4);
        if (!answer.substring(0, end).contains("chunked")) {
            return rest;
        }
        StringBuilder body = new StringBuilder();
        for (int at = 0, length = -1; length != 0;) {
            int line = rest.indexOf("\r\n", at);
            length = Integer.parseInt(rest.substring(at, line), 16);
            body.append(rest, line + 2, line + 2 + length);
            at = line + 4 + length;
        }
        return body.toString();
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        IntStream.range(0, length).forEach(i -> text[i] = (byte) ('a' + i / 7 % 26));
        return text;
    }

    private static String string(int length) {
        return new String(text(length), StandardCharsets.US_ASCII);
    }
}
