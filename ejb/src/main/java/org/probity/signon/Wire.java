package org.probity.signon;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Calls to providers: a few seconds, a quarter of a megabyte and no redirect at most. The other side is not trusted to be
 * quick, small or where it says it is.
 */
@ApplicationScoped
class Wire implements HTTPRequestSender, ResourceRetriever {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).proxy(ProxySelector.getDefault()).build();

    /** @throws IOException also where the answer is anything but 200 */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        ReadOnlyHTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, uri(url)));
        if (answer.getStatusCode() != OK) {
            throw new IOException("Answered " + answer.getStatusCode());
        }
        return new Resource(answer.getBody(), "application/json");
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        Reach.requireOutside(request.getURI());
        boolean post = request.getMethod() == HTTPRequest.Method.POST;
        HttpRequest.Builder call = HttpRequest.newBuilder(request.getURI()).timeout(TO_ANSWER).method(request.getMethod().name(),
                post ? HttpRequest.BodyPublishers.ofString(request.getBody()) : HttpRequest.BodyPublishers.noBody());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> call.header(name, value)));
        try {
            return answer(client.send(call.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static ReadOnlyHTTPResponse answer(HttpResponse<InputStream> given) throws IOException {
        HTTPResponse answer = new HTTPResponse(given.statusCode());
        given.headers().firstValue("Content-Type").ifPresent(type -> answer.setHeader("Content-Type", new String[] {type}));
        try (InputStream body = given.body()) {
            CompletableFuture.delayedExecutor(TO_ANSWER.toSeconds(), TimeUnit.SECONDS).execute(() -> close(body));
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("The answer is too long");
            }
            answer.setBody(new String(bytes, StandardCharsets.UTF_8));
        }
        return answer;
    }

    /** Ends the reading of an answer that only trickles in. */
    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // it was closed to end it; how it ended is told to whoever reads it
            return;
        }
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
