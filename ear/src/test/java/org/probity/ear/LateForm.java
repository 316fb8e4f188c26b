package org.probity.ear;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What is long on its way: half of it is sent, and the rest when a test says so. */
final class LateForm implements AutoCloseable {

    /** More than the server takes in before it finds out who sends it. */
    private static final int LENGTH = 300_000;
    private static final int MILLIS_TO_ANSWER = 30_000;
    private static final String HEAD = "POST %1$s HTTP/1.1\r\nHost: %2$s\r\nOrigin: http://%2$s\r\n%3$s\r\nConnection: close\r\n"
            + "Content-Type: %4$s\r\nContent-Length: %5$d\r\n\r\n";
    private static final String FIELDS = "id => new URLSearchParams(new FormData(document.getElementById(id))).toString()";

    private final Socket socket;
    private final byte[] body;

    /** @param form the id of a form on the page as it is filled. @param button which is pressed */
    static LateForm of(Page page, String form, String button) {
        String typed = page.evaluate(FIELDS, form) + "&" + button + "=&padding=";
        String cookies = page.context().cookies(page.url()).stream().map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
        return new LateForm(URI.create(page.url()), "Cookie: " + cookies, "application/x-www-form-urlencoded", typed + "a".repeat(LENGTH - typed.length()));
    }

    /** A call at the API. @param json an object */
    static LateForm of(URI address, String token, String json) {
        return new LateForm(address, "Authorization: Bearer " + token, "application/json", json + " ".repeat(LENGTH - json.length()));
    }

    private LateForm(URI address, String shown, String type, String content) {
        body = content.getBytes(StandardCharsets.US_ASCII);
        String head = HEAD.formatted(address.getPath(), address.getAuthority(), shown, type, LENGTH);
        try {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body, 0, LENGTH / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the rest. @return all that comes back */
    String end() {
        try {
            socket.getOutputStream().write(body, LENGTH / 2, LENGTH - LENGTH / 2);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
