package org.probity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Several who do the same at the same moment. */
public final class AtOnce {

    private static final int MOST_SECONDS = 60;

    private AtOnce() {
    }

    /** @return for each what kept it from its end; nothing where nothing did */
    public static List<Optional<Throwable>> run(int many, Runnable work) throws InterruptedException, TimeoutException {
        CountDownLatch ready = new CountDownLatch(many);
        ExecutorService pool = Executors.newFixedThreadPool(many);
        try {
            List<Future<?>> all = new ArrayList<>();
            Stream.generate(() -> pool.submit(() -> together(ready, work))).limit(many).forEach(all::add);
            List<Optional<Throwable>> thrown = new ArrayList<>();
            for (Future<?> one : all) {
                thrown.add(end(one));
            }
            return thrown;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void together(CountDownLatch ready, Runnable work) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        work.run();
    }

    private static Optional<Throwable> end(Future<?> one) throws InterruptedException, TimeoutException {
        try {
            one.get(MOST_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause());
        }
    }
}
