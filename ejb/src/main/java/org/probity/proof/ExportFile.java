package org.probity.proof;

import java.io.IOException;
import java.io.OutputStream;

/** An export that was written and is to be sent, once. */
public final class ExportFile {

    private final ExportFolder folder;
    private final Long person;
    private final String name;
    private boolean busy = true;

    ExportFile(ExportFolder folder, Long person, String name) {
        this.folder = folder;
        this.person = person;
        this.name = name;
    }

    /** In bytes. */
    public long length() throws IOException {
        return folder.length(this);
    }

    /** Then it is gone. */
    public void send(OutputStream out) throws IOException {
        folder.send(this, out);
    }

    Long person() {
        return person;
    }

    String name() {
        return name;
    }

    /** Whether it is written or sent just now. */
    boolean isBusy() {
        return busy;
    }

    void rests() {
        busy = false;
    }

    void goesOut() {
        busy = true;
    }
}
