package org.probity.web.http;

import io.undertow.server.Connectors;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * What somebody goes on sending once they have their answer, and nobody wanted: it is dropped, without the thread that answered,
 * and not for long.
 */
final class DiscardedInput implements DefaultResponseListener {

    /** Called when the work on a request is done; without it the server would read the rest in the same thread. */
    @Override
    public boolean handleDefaultResponse(HttpServerExchange exchange) {
        BodyMeter meter = BodyMeter.of(exchange);
        if (meter.hasEnded() || !exchange.isResponseComplete()) {
            return false;
        }
        if (exchange.isInIoThread()) {
            drop(exchange);
        } else {
            exchange.getIoThread().execute(() -> drop(exchange));
        }
        return true;
    }

    /** What is in the buffer already is told to no listener, and Undertow has no other way to have it read. */
    @SuppressWarnings("deprecation")
    private static void drop(HttpServerExchange exchange) {
        Connectors.resetRequestChannel(exchange);
        StreamSourceChannel rest = exchange.getRequestChannel();
        XnioExecutor.Key end = exchange.getIoThread().executeAfter(() -> hangUp(exchange), BodyMeter.of(exchange).patience(), TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((any, further) -> {
            end.remove();
            further.proceed();
        });
        rest.getReadSetter().set(ChannelListeners.drainListener(Long.MAX_VALUE, any -> exchange.endExchange(), (any, thrown) -> hangUp(exchange)));
        rest.wakeupReads();
    }

    private static void hangUp(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        IoUtils.safeClose(exchange.getConnection());
        Connectors.terminateRequest(exchange);
        Connectors.terminateResponse(exchange);
        exchange.endExchange();
    }
}
