package org.probity.ear;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A form of a page that is long on its way: half of it is sent, and the rest when a test says so. */
final class LateForm implements AutoCloseable {

    /** More than the server takes in before it finds out who sends it. */
    private static final int LENGTH = 300_000;
    private static final int MILLIS_TO_ANSWER = 30_000;
    private static final String HEAD = "POST %1$s HTTP/1.1\r\nHost: %2$s\r\nOrigin: http://%2$s\r\nCookie: %3$s\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %4$d\r\n\r\n";
    private static final String FIELDS = "id => new URLSearchParams(new FormData(document.getElementById(id))).toString()";

    private final Socket socket;
    private final byte[] body;

    /** @param form the id of a form on the page as it is filled. @param button which is pressed */
    LateForm(Page page, String form, String button) {
        URI address = URI.create(page.url());
        String typed = page.evaluate(FIELDS, form) + "&" + button + "=&padding=";
        body = (typed + "a".repeat(LENGTH - typed.length())).getBytes(StandardCharsets.US_ASCII);
        String cookies = page.context().cookies(page.url()).stream().map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
        String head = HEAD.formatted(address.getPath(), address.getAuthority(), cookies, LENGTH);
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
