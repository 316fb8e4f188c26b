package org.probity.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.probity.access.CurrentCaller;
import org.probity.crypto.SealedFolder;
import org.probity.files.Upload;
import org.probity.kernel.Refusal;
import org.probity.kernel.Turns;
import org.probity.tenancy.CurrentBoard;

/**
 * Where files lie between the pages of a form: on disk, sealed with a key that this process alone has, and of one person no more
 * than two forms' worth, in however many windows. The oldest make room; what a day has not sent goes too, and what waits for a case
 * that takes no file any more ({@link KeptClock}).
 */
@ApplicationScoped
public class KeptFolder {

    static final int MEGABYTE = 1024 * 1024;

    /** Of one person, in megabytes. */
    private static final int MOST = 50;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Handed on at once, each a form's worth in memory; and how long another waits for that. */
    private static final int AT_ONCE = 2;
    private static final Duration TO_WAIT = Duration.ofSeconds(5);

    /** A file that lies here. @param number among all @param length in bytes @param reference of the case at that board that it waits for */
    record Kept(String fileName, long number, long length, Instant since, String board, String reference) implements Serializable {

        @Override
        public boolean equals(Object other) {
            return other instanceof Kept kept && kept.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    @Inject
    private Clock clock;

    private final SealedFolder folder;
    private final Map<Long, Deque<Kept>> ofPerson = new HashMap<>();
    private final Turns atOnce = new Turns(AT_ONCE, Integer.MAX_VALUE);
    private long numbers;

    public KeptFolder() {
        this(SealedFolder.named("kept"), null);
    }

    KeptFolder(SealedFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What an earlier process has left opens no more. */
    @PostConstruct
    void begin() {
        folder.begin();
    }

    synchronized Kept keep(String reference, Upload file) {
        Kept kept = new Kept(file.fileName(), ++numbers, file.bytes().length, clock.instant(), CurrentBoard.slug(), reference);
        forget();
        Deque<Kept> own = ofPerson.computeIfAbsent(CurrentCaller.get().accountId(), any -> new ArrayDeque<>());
        own.add(kept);
        while (own.stream().mapToLong(Kept::length).sum() > (long) MOST * MEGABYTE) {
            delete(own.remove());
        }
        try (OutputStream out = folder.write(name(kept))) {
            out.write(file.bytes());
        } catch (IOException e) {
            drop(kept);
            throw new UncheckedIOException("A file cannot be kept", e);
        }
        return kept;
    }

    /** What a day has not sent. */
    synchronized void forget() {
        Instant oldest = clock.instant().minus(LONGEST);
        forget(kept -> kept.since().isBefore(oldest));
    }

    /** What waits for that case, whoever chose it. */
    synchronized void forget(String board, String reference) {
        forget(kept -> kept.board().equals(board) && kept.reference().equals(reference));
    }

    private void forget(Predicate<Kept> which) {
        for (Deque<Kept> own : ofPerson.values()) {
            own.stream().filter(which).toList().forEach(kept -> {
                own.remove(kept);
                delete(kept);
            });
        }
        ofPerson.values().removeIf(Deque::isEmpty);
    }

    /** The cases of a board that files wait for. */
    synchronized Set<String> waitedFor(String board) {
        return ofPerson.values().stream().flatMap(Deque::stream).filter(kept -> kept.board().equals(board)).map(Kept::reference).collect(Collectors.toSet());
    }

    synchronized void drop(Kept kept) {
        Deque<Kept> own = ofPerson.get(CurrentCaller.get().accountId());
        if (own != null && own.remove(kept)) {
            delete(kept);
        }
    }

    /**
     * Hands the files on, with few others at once.
     *
     * @throws Refusal STATE where many do, INVALID on {@code file} where one has made room for others since
     */
    void hand(List<Kept> files, Consumer<List<Upload>> work) {
        if (files.isEmpty()) {
            work.accept(List.of());
            return;
        }
        if (!atOnce.begin(TO_WAIT)) {
            throw Refusal.state("frame.uploads.others");
        }
        try {
            work.accept(files.stream().map(this::open).toList());
        } finally {
            atOnce.end();
        }
    }

    private Upload open(Kept kept) {
        if (!folder.has(name(kept))) {
            throw Refusal.invalid("file", "documents.refused.gone", kept.fileName());
        }
        try (InputStream in = folder.read(name(kept))) {
            return new Upload(kept.fileName(), in.readNBytes(Math.toIntExact(kept.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(Kept kept) {
        folder.delete(name(kept));
    }

    private static String name(Kept kept) {
        return Long.toString(kept.number());
    }
}
