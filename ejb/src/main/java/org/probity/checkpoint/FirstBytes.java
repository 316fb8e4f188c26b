package org.probity.checkpoint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after so many bytes, whatever follows. */
final class FirstBytes extends FilterInputStream {

    private long left;

    FirstBytes(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = left > 0 ? super.read() : -1;
        left -= read < 0 ? left : 1;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = left > 0 ? super.read(into, offset, (int) Math.min(length, left)) : -1;
        left -= read < 0 ? left : read;
        return read;
    }
}
