package org.probity.proof;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.probity.access.CurrentCaller;
import org.probity.crypto.SealedFolder;
import org.probity.kernel.Refusal;

/**
 * Where an export lies until it has been sent. Each is written with a connection to the database of its own, so that a person
 * has one at a time: while one is written or sent, there is no other, and one that nobody fetched makes room for the next.
 */
@ApplicationScoped
class ExportFolder {

    private static final int PIECE = 64 * 1024;

    private final SealedFolder folder;
    private final Map<Long, ExportFile> ofPerson = new HashMap<>();
    private long numbers;

    public ExportFolder() {
        this(SealedFolder.named("exports"));
    }

    public ExportFolder(SealedFolder folder) {
        this.folder = folder;
    }

    @PostConstruct
    public void begin() {
        folder.begin();
    }

    /** Writes an export. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** @throws Refusal TOO_MANY where another of the caller's is written or sent just now */
    ExportFile written(Writing writing) {
        ExportFile file = next(CurrentCaller.get().accountId());
        try (OutputStream out = folder.write(file.name())) {
            writing.to(out);
        } catch (IOException e) {
            forget(file);
            throw new UncheckedIOException("The audit could not be written to a file", e);
        } catch (RuntimeException e) {
            forget(file);
            throw e;
        }
        synchronized (this) {
            file.rests();
        }
        return file;
    }

    private synchronized ExportFile next(Long person) {
        ExportFile earlier = ofPerson.get(person);
        if (earlier != null && earlier.isBusy()) {
            throw Refusal.tooMany("audit.refused.oneExport");
        }
        if (earlier != null) {
            folder.delete(earlier.name());
        }
        ExportFile file = new ExportFile(this, person, Long.toString(++numbers));
        ofPerson.put(person, file);
        return file;
    }

    long length(ExportFile file) throws IOException {
        return folder.length(file.name());
    }

    /** To whoever asked. It is gone before the last of it goes out: who has it all may ask for another at once. */
    void send(ExportFile file, OutputStream out) throws IOException {
        synchronized (this) {
            file.goesOut();
        }
        try (InputStream in = folder.read(file.name())) {
            byte[] piece = in.readNBytes(PIECE);
            while (piece.length > 0) {
                byte[] next = in.readNBytes(PIECE);
                if (next.length == 0) {
                    forget(file);
                }
                out.write(piece);
                piece = next;
            }
        } finally {
            forget(file);
        }
    }

    private synchronized void forget(ExportFile file) {
        ofPerson.remove(file.person(), file);
        folder.delete(file.name());
    }
}
