package org.probity.kernel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose every byte is counted before whoever reads has it. */
public final class CountedStream extends FilterInputStream {

    /** Hears how many bytes more were read. */
    public interface Count {

        /** @throws IOException where these are too many */
        void add(int bytes) throws IOException;
    }

    private final Count count;

    public CountedStream(InputStream in, Count count) {
        super(in);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count.add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        int read = super.read(buffer, from, most);
        count.add(Math.max(0, read));
        return read;
    }
}
