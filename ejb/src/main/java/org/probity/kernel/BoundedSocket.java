package org.probity.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection to somebody who is trusted neither to be quick nor to be brief. However often a little more comes, it closes once its
 * time is over or too much was read from it; whoever waits for it then, from within TLS too, has an {@link IOException}.
 */
public class BoundedSocket extends Socket {

    private final CompletableFuture<Void> time = new CompletableFuture<>();
    private final AtomicLong left;

    /**
     * @param patience from now until it closes, connected or not
     * @param most bytes to be read from it
     */
    public BoundedSocket(Duration patience, long most) {
        left = new AtomicLong(most);
        time.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).thenRun(this::end);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new CountedStream(super.getInputStream(), this::count);
    }

    private void count(int bytes) throws IOException {
        if (left.addAndGet(-bytes) < 0) {
            close();
            throw new IOException("The other side said too much");
        }
    }

    private void end() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        time.cancel(false);
        super.close();
    }
}
