package org.probity.ear.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.probity.ear.Api;
import org.probity.ear.Walk;

/**
 * Clients who act at one board for as long as they are let: each reports a concern, answers its first question, writes a
 * note, looks at the case, and tries what it may not.
 */
final class Clients implements AutoCloseable {

    /** What came back, and how often: the act and its status. */
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    private final LongAdder done = new LongAdder();
    private final List<Future<?>> working = new ArrayList<>();
    private final ExecutorService threads;
    private final Api api;
    private volatile boolean on = true;

    Clients(Api api, int clients) {
        this.api = api;
        this.threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            working.add(threads.submit(this::work));
        }
    }

    private void work() {
        while (on) {
            Api.Answer reported = count("report", api.tryPost("officer", "concerns", Walk.concern()));
            if (reported.status() == 201) {
                String path = "investigations/" + reported.json().get("reference").getAsString();
                count("answer", api.tryPost("officer", path + "/gates/urgent", Walk.nothingUrgent()));
                count("note", api.tryPost("officer", path + "/notes", Map.of("words", "Looked at it again.")));
                count("look", api.tryGet("officer", path));
                count("try", api.tryGet("employee", path));
            }
        }
    }

    private Api.Answer count(String act, Api.Answer answer) {
        answers.computeIfAbsent(act + " " + answer.status(), key -> new LongAdder()).increment();
        done.increment();
        return answer;
    }

    /** How many acts were answered so far. */
    long done() {
        return done.sum();
    }

    /** Waits until so many more are answered. */
    void awaitMore(int acts) {
        long until = done() + acts;
        Api.await(acts + " acts more", () -> done() >= until);
    }

    /** How many were answered so. */
    long answered(String act, int status) {
        return answers.getOrDefault(act + " " + status, new LongAdder()).sum();
    }

    /** Every act and status there was, with how often. */
    Map<String, LongAdder> answers() {
        return answers;
    }

    /** Lets each finish what it began. */
    @Override
    public void close() {
        on = false;
        threads.shutdown();
        try {
            for (Future<?> client : working) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
