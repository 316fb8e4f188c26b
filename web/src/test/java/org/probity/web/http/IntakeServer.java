package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.util.ImmediateInstanceHandle;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.xnio.Options;

/** A server with few threads, and what its clients send and read, letter by letter. */
abstract class IntakeServer {

    static final int CLIENTS = 8;
    static final int MILLIS_TO_ANSWER = 4_000;
    static final String POST = "POST /api/%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";
    static final String GET = "GET /api/%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    static final String FROM = "From";
    private static final int NARROW = 4096;
    private static final int SEND_BUFFER = 262_144;
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    private final List<Socket> sockets = new ArrayList<>();
    private Undertow server;

    /** Answers as many bytes as its path says, without reading anything: by their length, or bit by bit. */
    private static final class Answering extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String[] path = request.getPathInfo().split("/", -1);
            try {
                LongBodies.requireReadable();
            } catch (UncheckedIOException e) {
                response.setStatus(OddParts.in(e).status());
                return;
            }
            int length = Integer.parseInt(path[2]);
            if (path[1].equals("read")) {
                read(request, response);
            }
            if (path[1].equals("known")) {
                SlowReaders.known(ServletRequestContext.requireCurrent().getExchange(), 1L);
            }
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

    /** As somebody known sends it, with a thread that waits. */
    private static void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BodyMeter.of(ServletRequestContext.requireCurrent().getExchange()).allow(Long.MAX_VALUE);
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (ClosedChannelException cutOff) {
            response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        } catch (OddParts odd) {
            response.setStatus(odd.status());
        }
    }

    /** With one servlet that answers. */
    final void start(int threads) throws ServletException {
        start(threads, Servlets.deployment().addServlet(Servlets.servlet("answering", Answering.class,
                () -> new ImmediateInstanceHandle<>(new Answering())).addMapping("/api/*")));
    }

    /** The server finds {@link Intake} by itself, as an application server does. */
    final void start(int threads, DeploymentInfo info) throws ServletException {
        info.setClassLoader(IntakeServer.class.getClassLoader()).setContextPath("/").setDeploymentName("test");
        DeploymentManager manager = Servlets.newContainer().addDeployment(info);
        manager.deploy();
        server = Undertow.builder().setIoThreads(1).setWorkerThreads(threads).setSocketOption(Options.SEND_BUFFER, SEND_BUFFER).setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .addHttpListener(0, "127.0.0.1").setHandler(from(manager.start())).build();
        server.start();
    }

    /** Whoever says so comes from another address than one this machine has. */
    private static HttpHandler from(HttpHandler next) {
        return exchange -> {
            if (exchange.getRequestHeaders().contains(FROM)) {
                exchange.setSourceAddress(new InetSocketAddress(InetAddress.getByName(exchange.getRequestHeaders().getFirst(FROM)), 0));
            }
            next.handleRequest(exchange);
        };
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    Socket send(String request) throws IOException {
        return send("127.0.0.1", request);
    }

    Socket send(String from, String request) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        sockets.add(socket);
        socket.setReceiveBufferSize(NARROW);
        socket.setSoTimeout(MILLIS_TO_ANSWER);
        socket.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    static String answer(Socket socket) throws IOException {
        byte[] start = new byte[2000];
        return new String(start, 0, Math.max(0, socket.getInputStream().read(start)), StandardCharsets.US_ASCII);
    }

    static String all(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.US_ASCII);
    }

    /** Of one answer after the other, without their heads, and put together where they came in pieces. */
    static List<String> bodies(String answers) {
        List<String> bodies = new ArrayList<>();
        for (int at = 0; at < answers.length();) {
            int end = answers.indexOf("\r\n\r\n", at) + 4;
            String head = answers.substring(at, end);
            assertThat(head).startsWith("HTTP/1.1 200");
            StringBuilder body = new StringBuilder();
            Matcher length = LENGTH.matcher(head);
            at = head.contains("chunked") ? pieces(answers, end, body)
                    : piece(answers, end, length.find() ? Integer.parseInt(length.group(1)) : answers.length() - end, body);
            bodies.add(body.toString());
        }
        return bodies;
    }

    private static int pieces(String answers, int from, StringBuilder body) {
        int at = from;
        for (int length = -1; length != 0;) {
            int line = answers.indexOf("\r\n", at);
            length = Integer.parseInt(answers.substring(at, line), 16);
            at = piece(answers, line + 2, length, body) + 2;
        }
        return at;
    }

    private static int piece(String answers, int from, int length, StringBuilder body) {
        body.append(answers, from, from + length);
        return from + length;
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        IntStream.range(0, length).forEach(i -> text[i] = (byte) ('a' + i / 7 % 26));
        return text;
    }

    static String string(int length) {
        return new String(text(length), StandardCharsets.US_ASCII);
    }
}
