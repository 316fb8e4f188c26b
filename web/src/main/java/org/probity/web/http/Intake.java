package org.probity.web.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

/**
 * What happens to a request before it is given a thread. Its true client is found out; a small body is read here, where a
 * client that drips holds no thread; then it waits for its turn among the requests of the same network. A longer body is
 * left unread until it is known who sends it and {@link LongBodies} lets it in, with a turn of another kind. What is left once
 * there is an answer takes no thread either ({@link DiscardedInput}), and few wait for those who read it ({@link SlowReaders}).
 */
public final class Intake implements ServletExtension {

    private static final String SESSION = "JSESSIONID";
    private static final HttpHandler TOO_LARGE = exchange -> say(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "frame.large.what");

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(Intake::before);
    }

    private static HttpHandler before(HttpHandler application) {
        Networks networks = new Networks();
        SlowReaders readers = new SlowReaders();
        HttpHandler inTurn = exchange -> networks.of(exchange).inTurn(exchange, application);
        HttpHandler inLongTurn = exchange -> networks.of(exchange).inLongTurn(exchange, application);
        HttpHandler unread = exchange -> (isStranger(exchange) ? TOO_LARGE : inLongTurn).handleRequest(exchange);
        HttpHandler buffered = new RequestBufferingHandler(exchange -> {
            BodyMeter.of(exchange).pause();
            (BodyMeter.of(exchange).isLong() ? unread : inTurn).handleRequest(exchange);
        }, BodyMeter.SMALL / BodyMeter.BUFFER);
        return exchange -> {
            readers.watch(exchange);
            if (!findClient(exchange) || !hasReadableCookies(exchange)) {
                exchange.setStatusCode(StatusCodes.BAD_REQUEST).endExchange();
            } else if (exchange.isRequestComplete()) {
                inTurn.handleRequest(exchange);
            } else {
                BodyMeter.start(exchange, networks.of(exchange));
                exchange.addDefaultResponseListener(new DiscardedInput());
                (BodyMeter.of(exchange).isLong() ? unread : asked(buffered)).handleRequest(exchange);
            }
        };
    }

    /** Asked for or not, the client may go on: the buffering would not wait for one that wants to be asked. */
    private static HttpHandler asked(HttpHandler buffered) {
        return exchange -> {
            exchange.getRequestHeaders().remove(Headers.EXPECT);
            buffered.handleRequest(exchange);
        };
    }

    /** Past some fifty the server fails in whoever asks for the first of them. */
    private static boolean hasReadableCookies(HttpServerExchange exchange) {
        try {
            exchange.getRequestCookie(SESSION);
            return true;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether nothing even says that this is somebody known; whether it is true is found out later. The API tells everybody in its own words. */
    private static boolean isStranger(HttpServerExchange exchange) {
        return exchange.getRequestCookie(SESSION) == null && !BodyMeter.isCall(exchange);
    }

    /** An answer without a thread, and so without a page and in both languages. */
    static void say(HttpServerExchange exchange, int status, String key) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain;charset=UTF-8");
        exchange.getResponseSender().send(Arrays.stream(Language.values()).map(language -> Texts.get(language, key)).collect(Collectors.joining("\n")));
    }

    /** Whether it is known who asks. A proxy that says it in a way nobody can read leaves everybody one client, so it is refused. */
    private static boolean findClient(HttpServerExchange exchange) {
        Optional<InetAddress> client = ClientAddress.find(exchange.getSourceAddress().getAddress(),
                exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR));
        client.ifPresent(address -> exchange.setSourceAddress(new InetSocketAddress(address, 0)));
        return client.isPresent();
    }
}
