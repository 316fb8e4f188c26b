package org.probity.documents;

import java.io.IOException;

/** Bytes that were sealed with another key, for another document or board, or were changed or cut since. */
public final class DamagedContent extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param cause or null */
    public DamagedContent(long document, Throwable cause) {
        super("The content of document " + document + " cannot be opened", cause);
    }
}
