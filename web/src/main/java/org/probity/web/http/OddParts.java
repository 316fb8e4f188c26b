package org.probity.web.http;

import java.io.IOException;

/** A form with parts is not read further: no two readers might read it alike, or its parts are more, or named longer, than any form's. */
public final class OddParts extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private final int status;
    private final String key;
    private final int most;

    private OddParts(int status, String key, int most) {
        super(key);
        this.status = status;
        this.key = key;
        this.most = most;
    }

    static OddParts unreadable() {
        return new OddParts(BAD_REQUEST, "api.refused.oddParts", 0);
    }

    static OddParts tooMany(int most) {
        return new OddParts(TOO_LARGE, "api.refused.manyParts", most);
    }

    static OddParts tooLong(int bytes) {
        return new OddParts(TOO_LARGE, "api.refused.longHead", bytes / 1024);
    }

    /** The one behind that exception, or null. */
    public static OddParts in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OddParts odd) {
                return odd;
            }
        }
        return null;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /** Key of what is told; it takes {@link #most}. */
    public String key() {
        return key;
    }

    public int most() {
        return most;
    }
}
