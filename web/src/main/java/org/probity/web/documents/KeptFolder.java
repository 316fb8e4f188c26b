package org.probity.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.probity.documents.Upload;
import org.probity.identity.CurrentCaller;
import org.probity.kernel.Refusal;
import org.probity.tenancy.OwnerOnly;

/**
 * Where files lie between the pages of a form: on disk, sealed with a key that this process alone has, and of one person no more
 * than two forms' worth, in however many windows. The oldest make room; what a day has not sent goes too.
 */
@ApplicationScoped
public class KeptFolder {

    static final int MEGABYTE = 1024 * 1024;

    /** Of one person, in megabytes. */
    private static final int MOST = 50;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** It keeps others from reading; what comes back is checked again by whoever keeps it for good. */
    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int START_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Handed on at once, each a form's worth in memory; and how long another waits for that. */
    private static final int AT_ONCE = 2;
    private static final long SECONDS_TO_WAIT = 5;

    /** A file that lies here. @param number among all @param length in bytes @param start what its cipher begins with */
    record Kept(String fileName, long number, long length, Instant since, byte[] start) implements Serializable {

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

    private final Path folder;
    private final Map<Long, Deque<Kept>> ofPerson = new HashMap<>();
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final SecretKey key = new SecretKeySpec(random(KEY_BYTES), "AES");
    private long numbers;

    public KeptFolder() {
        this(Path.of(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")), "kept"), null);
    }

    KeptFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What an earlier process has left opens no more. */
    @PostConstruct
    void begin() {
        try {
            OwnerOnly.folder(folder);
            try (Stream<Path> left = Files.list(folder)) {
                left.forEach(KeptFolder::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Kept keep(Upload file) {
        Kept kept = new Kept(file.fileName(), ++numbers, file.bytes().length, clock.instant(), random(START_BYTES));
        ofPerson.values().forEach(this::forgetOld);
        ofPerson.values().removeIf(Deque::isEmpty);
        Deque<Kept> own = ofPerson.computeIfAbsent(CurrentCaller.get().accountId(), any -> new ArrayDeque<>());
        own.add(kept);
        while (own.stream().mapToLong(Kept::length).sum() > (long) MOST * MEGABYTE) {
            delete(path(own.remove()));
        }
        try (OutputStream out = new CipherOutputStream(Files.newOutputStream(path(kept)), cipher(Cipher.ENCRYPT_MODE, kept))) {
            out.write(file.bytes());
        } catch (IOException e) {
            drop(kept);
            throw new UncheckedIOException("A file cannot be kept in " + folder, e);
        }
        return kept;
    }

    private void forgetOld(Deque<Kept> own) {
        while (!own.isEmpty() && own.peek().since().plus(LONGEST).isBefore(clock.instant())) {
            delete(path(own.remove()));
        }
    }

    synchronized void drop(Kept kept) {
        Deque<Kept> own = ofPerson.get(CurrentCaller.get().accountId());
        if (own != null && own.remove(kept)) {
            delete(path(kept));
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
        try {
            if (!atOnce.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw Refusal.state("frame.uploads.others");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.state("frame.uploads.others");
        }
        try {
            work.accept(files.stream().map(this::open).toList());
        } finally {
            atOnce.release();
        }
    }

    private Upload open(Kept kept) {
        Path file = path(kept);
        if (!Files.exists(file)) {
            throw Refusal.invalid("file", "documents.refused.gone", kept.fileName());
        }
        try (InputStream in = new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE, kept))) {
            return new Upload(kept.fileName(), in.readNBytes(Math.toIntExact(kept.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cipher cipher(int mode, Kept kept) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new IvParameterSpec(kept.start()));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private Path path(Kept kept) {
        return folder.resolve(Long.toString(kept.number()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
