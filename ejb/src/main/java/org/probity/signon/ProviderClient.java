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
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;

/**
 * Calls to providers: a few seconds, a quarter of a megabyte and no redirect at most. The other side is not trusted to be
 * quick, small or where it says it is: {@link GuardedSockets} ask about the address that is connected to.
 */
@ApplicationScoped
class ProviderClient implements HTTPRequestSender, ResourceRetriever {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Duration WHOLE = TO_CONNECT.plus(TO_ANSWER);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int OK = 200;

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
        ProviderAddresses.requireOutside(request.getURI());
        HttpURLConnection call = open(request.getURI(), new GuardedSockets(HttpsURLConnection.getDefaultSSLSocketFactory(), WHOLE));
        CompletableFuture.delayedExecutor(WHOLE.toSeconds(), TimeUnit.SECONDS).execute(call::disconnect);
        try {
            write(call, request);
            return answer(call);
        } finally {
            call.disconnect();
        }
    }

    /** A proxy, where there is one, is the operator's own and looks the name up itself. */
    private static HttpURLConnection open(URI uri, GuardedSockets sockets) throws IOException {
        Proxy proxy = ProxySelector.getDefault().select(uri).stream().findFirst().orElse(Proxy.NO_PROXY);
        HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection(proxy);
        if (proxy.type() == Proxy.Type.DIRECT && !ProviderAddresses.mayLeadInside(uri)) {
            ((HttpsURLConnection) call).setSSLSocketFactory(sockets);
        }
        call.setInstanceFollowRedirects(false);
        call.setUseCaches(false);
        call.setConnectTimeout((int) TO_CONNECT.toMillis());
        call.setReadTimeout((int) TO_ANSWER.toMillis());
        return call;
    }

    private static void write(HttpURLConnection call, ReadOnlyHTTPRequest request) throws IOException {
        call.setRequestMethod(request.getMethod().name());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> call.addRequestProperty(name, value)));
        call.setRequestProperty("Connection", "close");
        if (request.getMethod() == HTTPRequest.Method.POST) {
            call.setDoOutput(true);
            call.getOutputStream().write(request.getBody().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ReadOnlyHTTPResponse answer(HttpURLConnection call) throws IOException {
        HTTPResponse answer = new HTTPResponse(call.getResponseCode());
        if (call.getContentType() != null) {
            answer.setHeader("Content-Type", new String[] {call.getContentType()});
        }
        try (InputStream body = call.getErrorStream() == null ? call.getInputStream() : call.getErrorStream()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("The answer is too long");
            }
            answer.setBody(new String(bytes, StandardCharsets.UTF_8));
        }
        return answer;
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
